import Criteria
import FEEL
import Model
import Scoring

extension ExplanationText {
  /// The rows of a decision table that a row or more was taken from: which hold, and why those before
  /// them do not.
  mutating func tell(_ tree: ExplainedTree) {
    guard let table = tree.table else { return }
    var inputs: [String] = []
    var called: [TextLabels] = []
    for (place, input) in table.inputs.enumerated() {
      let argument = tree.arguments.first { $0.role == "input \(place + 1)" }
      let label = input.label?[language] ?? input.id
      let labels = argument.map { formula.textLabels(of: $0) } ?? [:]
      let given = argument.map { " = \(formula.value($0.value, labels: labels))" }
      inputs.append(label + (given ?? ""))
      called.append(labels)
    }
    var left: [String] = []
    for (number, row) in table.rows.enumerated() {
      let name = "“\(row.head.label?[language] ?? row.head.id)”"
      switch row.outcome {
      case .notReached: left.append(name)
      case .holds: add("\(name): \(Words.holds[language])\(cite(row.head.cite))", indent: 4)
      case .perhaps: add("\(name): \(Words.isOpen[language])\(cite(row.head.cite))", indent: 4)
      case .fails(let input):
        let test = tree.arguments.first { $0.role == "test \(number + 1) \(input + 1)" }
        let asked = test.map { "\(Words.asked[language]) \(cell($0, called[input]))" }
        let why = asked.map { ": \(inputs[input]); \($0)" } ?? ""
        add("\(name): \(Words.failsToHold[language])\(why)\(cite(row.head.cite))", indent: 4)
      }
    }
    if !left.isEmpty {
      add(Words.notLookedAt.with(left.joined(separator: ", "))[language], indent: 4)
    }
  }

  /// The test of a cell as the pack writes it, texts by their labels.
  private func cell(_ test: ExplainedTree, _ labels: TextLabels) -> String {
    let formulas = world.pack.pack.formulas
    guard formulas.indices.contains(test.text) else { return "" }
    let words = labels.keys.sorted().reduce(formulas[test.text].text) { text, value in
      text.replacing("\"\(value)\"", with: "\"\(labels[value]?[language] ?? value)\"")
    }
    return "“\(words)”"
  }
}
