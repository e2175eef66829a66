import Criteria
import FEEL
import Model
import Scoring

extension Gathering {
  /// What the period leaves behind of the subject, where the pack says so.
  mutating func addClosings() {
    for closing in pack.closings where closing.owner == Int(record.type) {
      let when = closing.when.flatMap { builder.tree($0, record) }
      if let when, let formula = closing.rule.when { add(closing.rule, nil, formula, when) }
      if when?.value == .boolean(false) { continue }
      for (field, program) in closing.fields {
        let name = pack.layout.tables[closing.table].fields[field].name
        guard let rule = closing.rule.fields.first(where: { $0.name == name }),
          let tree = builder.tree(program, record)
        else { continue }
        add(closing.rule, name, rule.formula, tree)
      }
    }
  }

  private mutating func add(
    _ rule: ClosingRule, _ field: String?, _ formula: FormulaText, _ tree: ExplainedTree
  ) {
    nodes.append(
      ExplainedNode(
        id: world.closingNode(of: name(record), table: rule.head.id, field: field),
        record: record, name: field ?? rule.head.id, label: nil, cite: rule.head.cite,
        kind: .closing(
          ExplainedClosing(table: rule.head.id, field: field, formula: formula.text)),
        value: tree.value, tree: tree))
  }
}

extension World {
  /// The id of the node of a field that a period leaves behind, such as `people/A#history.score`.
  func closingNode(of owner: String, table: String, field: String?) -> String {
    "\(owner)#\(table)" + (field.map { ".\($0)" } ?? "")
  }

  /// The fields of a carried record that formulas gave, with the nodes that explain them in the
  /// period that was computed.
  func nodes(of origin: CarriedRow) -> [(field: String, node: String)] {
    let table = pack.layout.tables[origin.table]
    let owner = table.owner.map { "\(pack.layout.tables[$0].name)/\(origin.owner)" } ?? ""
    let rule = pack.pack.closings.first { $0.head.id == table.name }
    return (rule?.fields ?? []).map {
      ($0.name, closingNode(of: owner, table: table.name, field: $0.name))
    }
  }
}
