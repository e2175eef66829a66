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
    for (place, input) in table.inputs.enumerated() {
      let argument = tree.arguments.first { $0.role == "input \(place + 1)" }
      let label = input.label?[language] ?? input.id
      inputs.append(argument.map { "\(label) = \(formula.value($0.value))" } ?? label)
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
        let why = test.map { ": \(inputs[input]); \(Words.asked[language]) \(cell($0))" } ?? ""
        add("\(name): \(Words.failsToHold[language])\(why)\(cite(row.head.cite))", indent: 4)
      }
    }
    if !left.isEmpty {
      add(Words.notLookedAt.with(left.joined(separator: ", "))[language], indent: 4)
    }
  }

  /// The test of a cell as the pack writes it.
  private func cell(_ test: ExplainedTree) -> String {
    let formulas = world.pack.pack.formulas
    return formulas.indices.contains(test.text) ? "“\(formulas[test.text].text)”" : ""
  }
}
