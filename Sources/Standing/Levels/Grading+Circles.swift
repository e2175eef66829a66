import Criteria
import FEEL
package import Model
import Scoring

extension Grading {
  /// Computes nodes that depend on each other through the people led or the sub-units.
  ///
  /// Records are taken from those that lead nobody upwards, each after all those it is computed
  /// from. A circle in the data, which must not be, leaves its records unknown and is told.
  ///
  /// - Complexity: O(records + relations between them) steps, and no recursion.
  mutating func computeCircle(_ stratum: Stratum) {
    for case .value(let index) in stratum.nodes {
      world.values[index] = Array(
        repeating: .unknown(Unknown("not computed yet")), count: world.rows(of: .value(index)))
    }
    var order = RecordOrder(stratum, in: self)
    while true {
      for record in order.takeReady() { compute(stratum, record, inCircle: false) }
      let circle = order.takeCircle()
      if circle.isEmpty { return }
      for record in circle { compute(stratum, record, inCircle: true) }
      circles.formUnion(circle)
    }
  }

  /// Computes all nodes of a stratum for one record.
  private mutating func compute(_ stratum: Stratum, _ record: RecordReference, inCircle: Bool) {
    let row = Int(record.row)
    for node in stratum.nodes where node.table(in: plan) == Int(record.type) {
      switch node {
      case .value(let index):
        world.values[index][row] =
          inCircle
          ? .unknown(Unknown("leads or units form a circle")) : world.value(index, row: row)
      case .level(let table, let stage): compute(stage, table, row)
      case .counting, .membership: break
      }
    }
  }

  /// The leads of people who lead each other in a circle, as problems of their records.
  package var circleProblems: [RecordProblem] {
    let (people, leads) = (EngineTable.people.rawValue, EngineTable.leads.rawValue)
    guard let field = world.pack.layout.tables[leads].field("person"), !circles.isEmpty else {
      return []
    }
    return (0..<world.tables[leads].count).compactMap { row in
      guard case .record(let leader) = world.tables[leads].columns[field][row],
        Int(leader.type) == people, circles.contains(leader)
      else { return nil }
      return world.problem(.circle, leads, row, field: "person")
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

/// The records of a stratum in an order in which each comes after those it is computed from.
///
/// Shape: records are numbered through, table after table; `needs[i]` are the numbers that `i` is
/// computed from, `waits[i]` how many of them are not taken yet.
private struct RecordOrder {
  private let records: [RecordReference]
  private let needs: [[Int32]]
  private let users: [[Int32]]
  private var waits: [Int]
  private var ready: [Int]
  private var left: Int

  init(_ stratum: Stratum, in grading: Grading) {
    let tables = Set(stratum.nodes.map { $0.table(in: grading.plan) }).sorted()
    var all: [RecordReference] = []
    var first: [Int: Int] = [:]
    for table in tables {
      first[table] = all.count
      all += (0..<grading.world.tables[table].count).map {
        RecordReference(type: Int32(table), row: Int32($0))
      }
    }
    let needs = all.map { record in
      grading.world.neighbours(of: record, stratum.circle).compactMap { next in
        first[Int(next.type)].map { Int32($0) + next.row }
      }
    }
    var users: [[Int32]] = Array(repeating: [], count: all.count)
    for (record, others) in needs.enumerated() {
      for other in others { users[Int(other)].append(Int32(record)) }
    }
    self.needs = needs
    self.users = users
    waits = needs.map(\.count)
    ready = all.indices.filter { needs[$0].isEmpty }
    left = all.count
    records = all
  }

  /// Takes every record whose needs are all taken.
  mutating func takeReady() -> [RecordReference] {
    var taken: [RecordReference] = []
    var next = 0
    while next < ready.count {
      taken.append(take(ready[next]))
      next += 1
    }
    ready = []
    return taken
  }

  /// Takes the records that are left and lie on circles, or between two of them.
  ///
  /// Of those left, the ones that no other one left needs are above the circles, not on them.
  mutating func takeCircle() -> [RecordReference] {
    guard left > 0 else { return [] }
    var inner = Set(records.indices.filter { waits[$0] > 0 })
    var wanted = [Int](repeating: 0, count: records.count)
    for record in inner { for need in needs[record] { wanted[Int(need)] += 1 } }
    var above = inner.filter { wanted[$0] == 0 }
    while let record = above.popFirst() {
      inner.remove(record)
      for need in needs[record] {
        wanted[Int(need)] -= 1
        if wanted[Int(need)] == 0, inner.contains(Int(need)) { above.insert(Int(need)) }
      }
    }
    for record in inner { waits[record] = 0 }
    return inner.sorted().map { take($0) }
  }

  private mutating func take(_ record: Int) -> RecordReference {
    left -= 1
    for user in users[record] where waits[Int(user)] > 0 {
      waits[Int(user)] -= 1
      if waits[Int(user)] == 0 { ready.append(Int(user)) }
    }
    return records[record]
  }
}

extension World {
  /// The records that this one's values are computed from, along some relations.
  fileprivate func neighbours(
    of record: RecordReference, _ circle: Set<Relation>
  ) -> [RecordReference] {
    let (table, row) = (Int(record.type), Int(record.row))
    let followed = pack.layout.tables[table].members.compactMap { member -> Related? in
      guard case .related(let related) = member.source, circle.contains(related.relation),
        related != .parent, related != .owner
      else { return nil }
      return related
    }
    return followed.flatMap { related -> [RecordReference] in
      switch self.related(related, table, row) {
      case .record(let one): [one]
      case .list(let many):
        many.compactMap { if case .record(let one) = $0 { one } else { nil } }
      default: []
      }
    }
  }
}
