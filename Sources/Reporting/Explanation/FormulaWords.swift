import Criteria
import FEEL
import Model
import Scoring

/// Tells evaluated formulas in words with their numbers, as a person would write them down.
///
/// Functions and readings of a pack are told by what they do, branches that were not taken are left
/// out, and lists of numbers are added up before the reader's eyes.
struct FormulaWords {
  let explanation: Explanation
  let forms: ValueForms
  let labels: GroupNames
  let language: Language
  /// How many numbers of a list are shown one by one.
  private static let shown = 12

  /// The words of what stands in places of the formula's own names.
  typealias Scope = [Int: String]

  /// The formula in words, without the value that it gives.
  func words(_ tree: ExplainedTree, _ scope: Scope = [:]) -> String {
    switch tree.operation {
    case "literal", "global": literal(tree)
    case "local": tree.slots.first.flatMap { scope[$0] } ?? value(tree.value)
    case "member": member(tree, scope)
    case "+", "-", "*", "/", "**": arithmetic(tree, scope)
    case "=", "!=", "<", "<=", ">", ">=": comparison(tree, scope)
    case "and", "or": logic(tree, scope)
    case "not": "\(Words.not[language]) (\(arguments(tree, scope).joined()))"
    case "if": branches(tree, scope)
    case "reading": arguments(tree, scope).joined()
    case "apply": apply(tree, scope)
    case "call": call(tree, scope)
    case "filter": filter(tree, scope)
    case "some", "every": quantified(tree, scope)
    case "known": known(tree, scope)
    case "path": path(tree, scope)
    case "negate": "−\(arguments(tree, scope).joined())"
    default: value(tree.value)
    }
  }

  func arguments(_ tree: ExplainedTree, _ scope: Scope) -> [String] {
    tree.arguments.map { words($0, scope) }
  }

  func value(_ value: Value, percent: Bool = false, labels: TextLabels = [:]) -> String {
    switch value {
    case .string(let text): "“\(labels[text]?[language] ?? text)”"
    case .unknown: Words.notKnown[language]
    case .null: "∅"
    case .list(let items) where items.count > FormulaWords.shown:
      "\(items.count)"
    case .record(let record): explanation.name(record)
    default: forms.text(value, percent: percent, labels: labels, language)
    }
  }

  private func literal(_ tree: ExplainedTree) -> String {
    if case .list = tree.value { return tree.name ?? value(tree.value) }
    return value(tree.value)
  }

  private func arithmetic(_ tree: ExplainedTree, _ scope: Scope) -> String {
    let sign = ["+": " + ", "-": " − ", "*": " × ", "/": " ÷ "][tree.operation] ?? "^"
    return tree.arguments.map { argument in
      let inner = words(argument, scope)
      let isLoose = ["+", "-"].contains(argument.plain.operation)
      let isTight = tree.operation != "+" && tree.operation != "-"
      return isTight && isLoose || (argument.plain.operation == "/" && isTight)
        ? "(\(inner))" : inner
    }.joined(separator: sign)
  }

  private func comparison(_ tree: ExplainedTree, _ scope: Scope) -> String {
    let sign = ["!=": "≠", "<=": "≤", ">=": "≥"][tree.operation] ?? tree.operation
    let labels = textLabels(of: tree)
    return tree.arguments.map { argument in
      argument.operation == "literal"
        ? value(argument.value, labels: labels) : words(argument, scope)
    }.joined(separator: " \(sign) ")
  }

  /// What the texts that a part of a formula reads are called.
  func textLabels(of tree: ExplainedTree) -> TextLabels {
    var labels: TextLabels = [:]
    for reference in tree.allReferences {
      labels.merge(textLabels(of: reference)) { first, _ in first }
    }
    return labels
  }

  func textLabels(of reference: ExplainedReference) -> TextLabels {
    let (pack, table) = (explanation.world.pack, Int(reference.record.type))
    guard let member = pack.layout.tables[table].member(reference.name) else { return [:] }
    return pack.labels(ofMember: member, of: table)
  }

  private func logic(_ tree: ExplainedTree, _ scope: Scope) -> String {
    let word = (tree.operation == "and" ? Words.and : Words.or)[language]
    return tree.arguments.map { argument in
      let inner = words(argument, scope)
      let other = tree.operation == "and" ? "or" : "and"
      return argument.plain.operation == other ? "(\(inner))" : inner
    }.joined(separator: " \(word) ")
  }

  /// The branch that was taken; both where the condition is not known.
  ///
  /// A branch that is only a constant says nothing by itself, so the condition is told with it.
  private func branches(_ tree: ExplainedTree, _ scope: Scope) -> String {
    let taken = tree.arguments.filter { $0.role != "condition" }
    let told = taken.map { words($0, scope) }.joined(separator: " / ")
    guard taken.count == 1, let only = taken.first, only.operation != "if",
      only.plain.isConstant,
      let condition = tree.arguments.first
    else { return told }
    let outcome = condition.value == .boolean(true) ? Words.holds : Words.failsToHold
    return "\(told) (\(Words.because[language]) \(words(condition, scope)): \(outcome[language]))"
  }

  private func known(_ tree: ExplainedTree, _ scope: Scope) -> String {
    guard let operand = tree.arguments.first else { return value(tree.value) }
    let word = tree.value == .boolean(true) ? Words.isKnown : Words.notKnown
    return "\(listName(operand)): \(word[language])"
  }

  private func apply(_ tree: ExplainedTree, _ scope: Scope) -> String {
    guard let body = tree.arguments.last else { return value(tree.value) }
    var inner = scope
    for (slot, argument) in zip(tree.slots, tree.arguments) {
      inner[slot] = words(argument, scope)
    }
    return words(body, inner)
  }

  private func path(_ tree: ExplainedTree, _ scope: Scope) -> String {
    guard case .number = tree.value, let base = tree.arguments.first, base.operation == "-" else {
      return value(tree.value)
    }
    return "(\(words(base, scope)))"
  }

  /// A quantifier with the element that settled it.
  private func quantified(_ tree: ExplainedTree, _ scope: Scope) -> String {
    let word = (tree.operation == "every" ? Words.everyOne : Words.someOne)[language]
    guard let list = tree.arguments.first else { return value(tree.value) }
    let rounds = tree.arguments.filter { $0.role == "body" }
    guard let last = rounds.last else { return "\(word) \(listName(list)) (0)" }
    let head = "\(word) \(listName(list)) \(Words.satisfying[language]) «\(slice(last))»"
    let settles = tree.value == .boolean(tree.operation == "some") && last.value == tree.value
    return settles ? "\(head) (\(words(last, scope)))" : head
  }

  private func filter(_ tree: ExplainedTree, _ scope: Scope) -> String {
    guard let list = tree.arguments.first else { return value(tree.value) }
    var kept = 0
    var all = 0
    if case .list(let items) = tree.value { kept = items.count }
    if case .list(let items) = list.value { all = items.count }
    guard let condition = tree.arguments.dropFirst().first else { return "\(listName(list)) (0)" }
    return "\(listName(list)) [\(slice(condition)): \(Words.kept[language]) \(kept)/\(all)]"
  }

  /// What a list is a list of.
  func listName(_ tree: ExplainedTree) -> String {
    switch tree.operation {
    case "filter": tree.arguments.first.map(listName) ?? ""
    case "member":
      tree.references.first.map { label(of: $0) } ?? tree.name ?? ""
    default: tree.name ?? slice(tree)
    }
  }

  /// The words of the pack's own formula that an operation stands in.
  func slice(_ tree: ExplainedTree) -> String {
    let formulas = explanation.world.pack.pack.formulas
    guard formulas.indices.contains(tree.text) else { return "" }
    let bytes = Array(formulas[tree.text].text.utf8)
    let upper = min(tree.span.upper, bytes.count)
    return String(decoding: bytes[min(tree.span.lower, upper)..<upper], as: UTF8.self)
  }
}

extension ExplainedTree {
  /// Whether the value stands in the formula or in the pack, whatever the records say.
  var isConstant: Bool { operation == "literal" || operation == "global" }

  /// The operation that does the work, below readings and branches that only choose.
  var plain: ExplainedTree {
    switch operation {
    case "reading", "apply": arguments.last?.plain ?? self
    case "if":
      arguments.count == 2 ? arguments.last?.plain ?? self : self
    default: self
    }
  }
}
