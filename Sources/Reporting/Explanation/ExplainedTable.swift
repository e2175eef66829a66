package import Criteria
package import FEEL

/// How a decision table came to its value: its policy, and what became of each row.
package struct ExplainedTable: Sendable {
  package struct Row: Sendable {
    /// The row's entry in the pack.
    package let head: EntryHead
    /// The inputs that the row asks about, by number from 0.
    package let asks: [Int]
    package let outcome: DecidedRow.Outcome
  }

  package let policy: HitPolicy
  package let inputs: [EntryHead]
  /// The names of the outputs.
  package let outputs: [String]
  package let rows: [Row]

  /// The explanation of an evaluated table, or `nil` where the node is none of the pack's tables.
  init?(_ trace: TraceNode, _ pack: Pack) {
    guard case .decide(let table) = trace.node.kind, let decided = trace.decidedRows,
      let decision = pack.values.lazy.compactMap(\.decision)
        .first(where: { $0.formula.id == trace.node.textID })
    else { return nil }
    policy = table.hitPolicy
    inputs = decision.inputs
    outputs = table.outputs.map(\.name)
    rows = decided.map { row in
      Row(
        head: decision.rows[row.row],
        asks: table.rules[row.row].tests.indices.filter {
          !table.rules[row.row].tests[$0].isAnything
        }, outcome: row.outcome)
    }
  }
}

extension ResolvedTable {
  /// The part that each node plays, in words: `input 1`, `test 2 1` of row 2 and input 1, `output 2 1`.
  var roles: [(node: Node, role: String)] {
    var roles: [(node: Node, role: String)] = []
    for (place, input) in inputs.enumerated() {
      roles.append((input.value, "input \(place + 1)"))
      if let allowed = input.allowed { roles.append((allowed, "allowed \(place + 1)")) }
    }
    for (place, output) in outputs.enumerated() {
      for (rank, test) in output.priorities.enumerated() {
        roles.append((test, "rank \(place + 1) \(rank + 1)"))
      }
      if let otherwise = output.otherwise { roles.append((otherwise, "otherwise \(place + 1)")) }
    }
    for (row, rule) in rules.enumerated() {
      for (place, test) in rule.tests.enumerated() {
        roles.append((test, "test \(row + 1) \(place + 1)"))
      }
      for (place, output) in rule.outputs.enumerated() {
        roles.append((output, "output \(row + 1) \(place + 1)"))
      }
    }
    return roles
  }
}
