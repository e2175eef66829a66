import Criteria
import FEEL
import Scoring

/// Records in the order in which they read each other through the relations of a stratum: layer after
/// layer, each after those it reads.
///
/// The search keeps its own stack: a chain of leads may be longer than that of the machine.
///
/// Source: Tarjan, "Depth-first search and linear graph algorithms", 1972.
struct RecordKnots {
  /// Records that read only records of layers before, and those of their own circle.
  struct Layer {
    /// The records from which no way leads back to themselves.
    var records: [RecordReference] = []
    var circles: [[RecordReference]] = []
  }

  private struct Visit {
    let record: RecordReference
    let neighbours: [RecordReference]
    var next = 0
    var low: Int
  }

  private(set) var layers: [Layer] = []
  private let world: World
  /// The ways from the records of each table, and whether they may lead to it.
  private let ways: [[Way]]
  private let isAmong: [Bool]
  /// Where the records of each table begin in what follows.
  private let starts: [Int]
  /// The order in which records were met; −1 for those that were not yet.
  private var number: [Int]
  private var isOpen: [Bool]
  /// The layer of each record that was left.
  private var layer: [Int]
  private var met = 0
  private var waiting: [RecordReference] = []
  private var path: [Visit] = []

  /// Finds the layers of all records that the nodes of a stratum are computed for.
  ///
  /// - Complexity: O(records + relations between them).
  init(_ stratum: Stratum, _ plan: Plan, _ world: World) {
    self.world = world
    let tables = Set(stratum.nodes.map { $0.table(in: plan) }).sorted()
    isAmong = world.tables.indices.map { tables.contains($0) }
    ways = world.tables.indices.map { table in
      tables.contains(table) ? RecordKnots.ways(stratum, world, table) : []
    }
    var (count, starts) = (0, [Int](repeating: 0, count: world.tables.count))
    for table in tables {
      starts[table] = count
      count += world.tables[table].count
    }
    self.starts = starts
    number = Array(repeating: -1, count: count)
    isOpen = Array(repeating: false, count: count)
    layer = Array(repeating: 0, count: count)
    for table in tables {
      for row in 0..<world.tables[table].count {
        visit(RecordReference(type: Int32(table), row: Int32(row)))
      }
    }
  }

  private func place(_ record: RecordReference) -> Int {
    starts[Int(record.type)] + Int(record.row)
  }

  private static func ways(_ stratum: Stratum, _ world: World, _ table: Int) -> [Way] {
    world.pack.layout.tables[table].members.compactMap { member in
      guard case .related(let related) = member.source,
        stratum.circle.contains(related.relation), related != .parent, related != .owner
      else { return nil }
      return Way(related, world.relations)
    }
  }

  private mutating func visit(_ start: RecordReference) {
    guard number[place(start)] < 0 else { return }
    let first = neighbours(start)
    guard !first.isEmpty else { return settleAlone(start) }
    enter(start, first)
    while var visit = path.popLast() {
      guard visit.next < visit.neighbours.count else {
        leave(visit)
        continue
      }
      let next = visit.neighbours[visit.next]
      visit.next += 1
      if isOpen[place(next)] { visit.low = min(visit.low, number[place(next)]) }
      path.append(visit)
      guard number[place(next)] < 0 else { continue }
      let others = neighbours(next)
      if others.isEmpty { settleAlone(next) } else { enter(next, others) }
    }
  }

  /// Settles a record that reads no other, as most do, without a way to go.
  private mutating func settleAlone(_ record: RecordReference) {
    number[place(record)] = met
    met += 1
    if layers.isEmpty { layers.append(Layer()) }
    layers[0].records.append(record)
  }

  private mutating func enter(_ record: RecordReference, _ neighbours: [RecordReference]) {
    path.append(Visit(record: record, neighbours: neighbours, low: met))
    number[place(record)] = met
    isOpen[place(record)] = true
    met += 1
    waiting.append(record)
  }

  private mutating func leave(_ visit: Visit) {
    if let last = path.indices.last { path[last].low = min(path[last].low, visit.low) }
    guard visit.low == number[place(visit.record)] else { return }
    var records: [RecordReference] = []
    while let record = waiting.popLast() {
      isOpen[place(record)] = false
      records.append(record)
      if record == visit.record { break }
    }
    if records.count == 1, !visit.neighbours.contains(visit.record) {
      layers[settle(records, reading: visit.neighbours)].records.append(visit.record)
    } else {
      let index = settle(records, reading: records.flatMap(neighbours))
      layers[index].circles.append(records.reversed())
    }
  }

  /// Gives records the first layer after those of the others that they read.
  private mutating func settle(
    _ records: [RecordReference], reading others: [RecordReference]
  ) -> Int {
    let own = records.count == 1 ? [] : Set(records)
    var index = 0
    for other in others where other != records[0] && !own.contains(other) {
      index = max(index, layer[place(other)] + 1)
    }
    for record in records { layer[place(record)] = index }
    while layers.count <= index { layers.append(Layer()) }
    return index
  }

  private func neighbours(_ record: RecordReference) -> [RecordReference] {
    var found: [RecordReference] = []
    let (table, row) = (Int(record.type), Int(record.row))
    for way in ways[table] {
      switch way {
      case .links(let links, let other):
        guard isAmong[other] else { continue }
        for row in links[row] { found.append(RecordReference(type: Int32(other), row: row)) }
      case .other(let related):
        found += RecordKnots.records(in: world.related(related, table, row)).filter {
          isAmong[Int($0.type)]
        }
      }
    }
    return found
  }

  private static func records(in value: Value) -> [RecordReference] {
    switch value {
    case .record(let one): [one]
    case .list(let many):
      many.compactMap { if case .record(let one) = $0 { one } else { nil } }
    default: []
    }
  }
}

/// A way from the records of a table to others.
private enum Way {
  /// To the records of a table that are linked with each.
  case links(Links, to: Int)
  case other(Related)

  init(_ related: Related, _ relations: Relations) {
    let (people, units) = (EngineTable.people.rawValue, EngineTable.units.rawValue)
    switch related {
    case .members: self = .links(relations.members, to: people)
    case .everyone: self = .links(relations.everyone, to: people)
    case .subUnits: self = .links(relations.subUnits, to: units)
    case .ledPeople: self = .links(relations.ledPeople, to: people)
    case .ledUnits: self = .links(relations.ledUnits, to: units)
    default: self = .other(related)
    }
  }
}
