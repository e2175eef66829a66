import Criteria
import FEEL

/// What must be computed before the records of a table can be folded, as far as that is possible.
struct FoldNeeds {
  /// What is computed before the first record is read.
  private(set) var early: Set<PlanNode> = []
  /// What is computed of the records that name some of the table, when these are there.
  private(set) var late: Set<PlanNode> = []

  /// Finds what formulas on the table's records, and some more that are evaluated on each record, need.
  ///
  /// - Parameters:
  ///   - plan: The plan in which aggregates over the records are slots.
  ///   - naming: The tables whose records name those of the table.
  /// - Returns: `nil` where something would have to be known of all records before the first is folded:
  ///   what slots give, or what records say that name others.
  init?(_ plan: Plan, table: Int, naming: Set<Int>, _ programs: [Program]) {
    var graph = DependencyGraph(plan.pack)
    graph.add(programs, to: .counting(table: table))
    var open = graph.nodes.filter { node in
      switch node {
      case .counting(table): true
      case .value(let index): plan.pack.values[index].table == table
      default: false
      }
    }
    let records = naming.union([table])
    while let node = open.popLast() {
      let isAside = !records.contains(node.table(in: plan))
      if isAside, plan.readsSlots(node) { return nil }
      for edge in graph.edges(from: node) {
        let target = edge.to.table(in: plan)
        if isAside, records.contains(target) { return nil }
        let isNew =
          naming.contains(target)
          ? late.insert(edge.to).inserted : early.insert(edge.to).inserted
        if isNew { open.append(edge.to) }
      }
    }
  }
}

extension Plan {
  /// Whether a node is a named value that reads what was folded.
  fileprivate func readsSlots(_ node: PlanNode) -> Bool {
    guard case .value(let index) = node else { return false }
    var found = false
    pack.values[index].program.root.forEach { if case .slot = $0.kind { found = true } }
    return found
  }
}

extension Layout {
  /// The tables whose records name those of one, or name records that do; `nil` where these cannot wait
  /// until its records were read: people and all others that the engine joins, rows of closed periods,
  /// and the table itself.
  func naming(_ table: Int, closings: Set<Int>) -> Set<Int>? {
    var found: Set<Int> = []
    var open = [table]
    while let named = open.popLast() {
      for other in tables.indices where tables[other].tablesNamed.contains(named) {
        guard other != table, other >= EngineTable.allCases.count, !closings.contains(other) else {
          return nil
        }
        if found.insert(other).inserted { open.append(other) }
      }
    }
    return found
  }
}
