import Criteria
import FEEL
import Model
import Scoring

extension FormulaWords {
  /// A field, a value or a level with its label and what it is.
  func member(_ tree: ExplainedTree, _ scope: Scope) -> String {
    if tree.references.count == 1, let reference = tree.references.first,
      tree.value == reference.value
    {
      let sign = if case .boolean = reference.value { ":" } else { "" }
      let words = value(
        reference.value, percent: isPercent(reference), labels: textLabels(of: reference))
      return "\(label(of: reference))\(sign) \(words)"
    }
    return "\(name(ofList: tree)) (\(numbers(tree.value, like: tree.references.first)))"
  }

  /// A built-in function; sums are added up.
  func call(_ tree: ExplainedTree, _ scope: Scope) -> String {
    let name = tree.name ?? ""
    guard let word = Words.function(name)?[language] else {
      return name == "unknown" || name == "needs decision"
        ? value(tree.value) : "\(name)(\(arguments(tree, scope).joined(separator: "; ")))"
    }
    if tree.arguments.count == 1, let only = tree.arguments.first {
      if case .list(let items) = only.value {
        if name == "count" { return "\(word) \(counted(only, scope))" }
        return "\(word) \(self.name(ofList: only)) (\(joined(items, name, only)))"
      }
      return "\(word) \(words(only, scope))"
    }
    return "\(word) (\(arguments(tree, scope).joined(separator: "; ")))"
  }

  private func counted(_ list: ExplainedTree, _ scope: Scope) -> String {
    list.operation == "filter" ? words(list, scope) : listName(list)
  }

  private func name(ofList tree: ExplainedTree) -> String {
    switch tree.operation {
    case "member": tree.references.first.map { label(of: $0) } ?? labelOfNothing(tree)
    case "filter": listName(tree)
    default: ""
    }
  }

  /// The label of a member that no record was there to be read from.
  private func labelOfNothing(_ tree: ExplainedTree) -> String {
    var base = tree.arguments.first
    while let next = base, next.operation == "filter" { base = next.arguments.first }
    let name = tree.name ?? ""
    guard case .related(let related)? = base?.references.first?.kind,
      let table = related.ownRecords,
      let member = explanation.world.pack.layout.tables[table].member(name)
    else { return name }
    return labels.label(member, of: table)[language]
  }

  private func joined(_ items: [Value], _ function: String, _ list: ExplainedTree) -> String {
    guard !items.isEmpty else { return "0" }
    let reference = list.references.first
    let labels = reference.map { textLabels(of: $0) } ?? [:]
    let parts = items.map {
      value($0, percent: reference.map(isPercent) ?? false, labels: labels)
    }
    let sign = function == "sum" ? " + " : function == "product" ? " × " : "; "
    guard parts.count <= 40 else { return "\(parts.count)" }
    return parts.joined(separator: sign)
  }

  private func numbers(_ list: Value, like reference: ExplainedReference?) -> String {
    let labels = reference.map { textLabels(of: $0) } ?? [:]
    guard case .list(let items) = list else { return value(list, labels: labels) }
    return items.map { value($0, percent: reference.map(isPercent) ?? false, labels: labels) }
      .joined(separator: "; ")
  }

  /// The label of what a reference reads.
  func label(of reference: ExplainedReference) -> String {
    let table = Int(reference.record.type)
    let layout = explanation.world.pack.layout
    if case .related(let related) = reference.kind, let records = related.ownRecords {
      return layout.tables[records].label?[language] ?? layout.tables[records].name
    }
    guard let member = layout.tables[table].member(reference.name) else { return reference.name }
    let label = (Words.member(reference.name) ?? labels.label(member, of: table))[language]
    let isOwn = reference.record == explanation.subject.record(in: explanation.world.pack)
    let isPersonOrUnit = table <= EngineTable.units.rawValue
    return isOwn || !isPersonOrUnit ? label : "\(label) (\(explanation.name(reference.record)))"
  }

  /// Whether a value is a share that is shown as a percentage.
  func isPercent(_ reference: ExplainedReference) -> Bool {
    let world = explanation.world
    let layout = world.pack.layout.tables[Int(reference.record.type)]
    guard let member = layout.member(reference.name),
      case .value(let index) = layout.members[member].source
    else { return false }
    return world.pack.layout.values[index].display == "percent"
  }
}
