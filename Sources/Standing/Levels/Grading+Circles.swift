import Criteria
import FEEL
import Scoring

extension Grading {
  /// Computes nodes that depend on each other through the people led or the sub-units.
  ///
  /// Records are visited from those that lead nobody upwards, each after all those it is reached
  /// from. A circle in the data, which must not be, leaves its records unknown.
  mutating func computeCircle(_ stratum: Stratum) {
    var walk = CircleWalk(stratum, in: self)
    for node in stratum.nodes {
      for row in 0..<world.rows(of: node) { walk.visit(node.table(in: plan), row, &self) }
    }
  }
}

extension PlanNode {
  /// The table whose records the node is computed for.
  func table(in plan: Plan) -> Int {
    switch self {
    case .counting(let table), .level(let table, _): table
    case .membership: EngineTable.people.rawValue
    case .value(let index): plan.pack.values[index].table
    }
  }
}

/// One visit of all records of a stratum, those further down first.
private struct CircleWalk {
  enum Mark { case open, done }

  let stratum: Stratum
  private var marks: [RecordReference: Mark] = [:]

  init(_ stratum: Stratum, in grading: Grading) {
    self.stratum = stratum
    for case .value(let index) in stratum.nodes {
      _ = grading.world.rows(of: .value(index))
    }
  }

  mutating func visit(_ table: Int, _ row: Int, _ grading: inout Grading) {
    let record = RecordReference(type: Int32(table), row: Int32(row))
    guard marks[record] == nil else { return }
    marks[record] = .open
    var closes = false
    for next in neighbours(record, grading.world) {
      if marks[next] == .open { closes = true }
      visit(Int(next.type), Int(next.row), &grading)
    }
    for node in stratum.nodes where node.table(in: grading.plan) == table {
      grading.compute(node, row: row, inCircle: closes)
    }
    marks[record] = .done
  }

  /// The records that this one's values are computed from, along the relations of the stratum.
  private func neighbours(_ record: RecordReference, _ world: World) -> [RecordReference] {
    let (table, row) = (Int(record.type), Int(record.row))
    let relations = world.pack.layout.tables[table].members.compactMap { member -> Related? in
      guard case .related(let related) = member.source,
        stratum.circle.contains(related.relation), related != .parent, related != .owner
      else { return nil }
      return related
    }
    return relations.flatMap { related -> [RecordReference] in
      switch world.related(related, table, row) {
      case .record(let one): [one]
      case .list(let many):
        many.compactMap { if case .record(let one) = $0 { one } else { nil } }
      default: []
      }
    }
  }
}

extension Grading {
  /// Computes one node of a circle for one record.
  fileprivate mutating func compute(_ node: PlanNode, row: Int, inCircle: Bool) {
    switch node {
    case .value(let index):
      if world.values[index].isEmpty {
        world.values[index] = Array(
          repeating: .unknown(Unknown("not computed yet")), count: world.rows(of: node))
      }
      world.values[index][row] =
        inCircle
        ? .unknown(Unknown(.init("leads or units form a circle", needsDecision: false)))
        : world.value(index, row: row)
    case .level(let table, let stage): compute(stage, table, row)
    case .counting, .membership: break
    }
  }
}
