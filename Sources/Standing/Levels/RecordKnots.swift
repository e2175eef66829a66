import Criteria
import FEEL
import Scoring

/// Records that read each other through the relations of a stratum, each knot after those it reads.
///
/// The search keeps its own stack: a chain of leads may be longer than that of the machine.
///
/// Source: Tarjan, "Depth-first search and linear graph algorithms", 1972.
struct RecordKnots {
  struct Knot {
    var records: [RecordReference]
    /// Whether a way leads from a record back to itself.
    var isCircle: Bool
  }

  private struct Visit {
    let record: RecordReference
    let neighbours: [RecordReference]
    var next = 0
    var low: Int
  }

  private(set) var knots: [Knot] = []
  private let world: World
  private let related: [Int: [Related]]
  private var number: [RecordReference: Int] = [:]
  private var open: Set<RecordReference> = []
  private var waiting: [RecordReference] = []
  private var path: [Visit] = []

  /// Finds the knots of all records that the nodes of a stratum are computed for.
  ///
  /// - Complexity: O(records + relations between them).
  init(_ stratum: Stratum, _ plan: Plan, _ world: World) {
    self.world = world
    let tables = Set(stratum.nodes.map { $0.table(in: plan) }).sorted()
    related = Dictionary(
      uniqueKeysWithValues: tables.map { ($0, RecordKnots.related(stratum, world, $0)) })
    for table in tables {
      for row in 0..<world.tables[table].count {
        visit(RecordReference(type: Int32(table), row: Int32(row)))
      }
    }
  }

  private static func related(_ stratum: Stratum, _ world: World, _ table: Int) -> [Related] {
    world.pack.layout.tables[table].members.compactMap { member in
      guard case .related(let related) = member.source,
        stratum.circle.contains(related.relation), related != .parent, related != .owner
      else { return nil }
      return related
    }
  }

  private mutating func visit(_ start: RecordReference) {
    guard number[start] == nil else { return }
    enter(start)
    while var visit = path.popLast() {
      if visit.next < visit.neighbours.count {
        let next = visit.neighbours[visit.next]
        visit.next += 1
        if number[next] == nil {
          path.append(visit)
          enter(next)
          continue
        }
        if open.contains(next) { visit.low = min(visit.low, number[next] ?? visit.low) }
        path.append(visit)
      } else {
        leave(visit)
      }
    }
  }

  private mutating func enter(_ record: RecordReference) {
    path.append(Visit(record: record, neighbours: neighbours(record), low: number.count))
    number[record] = number.count
    open.insert(record)
    waiting.append(record)
  }

  private mutating func leave(_ visit: Visit) {
    if let last = path.indices.last { path[last].low = min(path[last].low, visit.low) }
    guard visit.low == number[visit.record] else { return }
    var records: [RecordReference] = []
    while let record = waiting.popLast() {
      open.remove(record)
      records.append(record)
      if record == visit.record { break }
    }
    let isCircle = records.count > 1 || visit.neighbours.contains(visit.record)
    knots.append(Knot(records: records.reversed(), isCircle: isCircle))
  }

  private func neighbours(_ record: RecordReference) -> [RecordReference] {
    (related[Int(record.type)] ?? []).flatMap { related -> [RecordReference] in
      switch world.related(related, Int(record.type), Int(record.row)) {
      case .record(let one): [one]
      case .list(let many):
        many.compactMap { if case .record(let one) = $0 { one } else { nil } }
      default: []
      }
    }.filter { self.related[Int($0.type)] != nil }
  }
}
