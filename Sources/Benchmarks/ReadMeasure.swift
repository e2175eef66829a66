import Criteria
import Merit
import Model
import Records
import Scoring

/// Reading alone: the records of one table become columns on one thread, and are thrown away.
struct ReadMeasure {
  private static let rounds = 5

  private let source: DatasetSource
  private let schema: TableSchema

  /// - Parameters:
  ///   - data: The folder of a dataset.
  ///   - pack: A pack by name or path, which says what fields the table has in a month.
  init?(_ data: String, pack: String, table: String) throws {
    let pack = try PackLibrary(folders: ["examples", "criteria"]).load(pack)
    guard let layout = pack.plan(for: .month, readings: [:]).plan?.pack.layout,
      let found = layout.tables.first(where: { $0.name == table })
    else { return nil }
    source = try DatasetSource(folder: data)
    schema = found.schema(layout)
  }

  /// Prints gigabytes a second of the median round, and how many records went which way.
  static func run(_ data: String, pack: String, table: String) throws {
    guard let measure = try ReadMeasure(data, pack: pack, table: table),
      let bytes = measure.source.bytes(of: table), bytes > 0
    else { return print("the pack has no such table, or the dataset has no file of it") }
    let clock = ContinuousClock()
    var counts: [Counts] = []
    let times = try (0..<rounds).map { _ in
      let time = try clock.measure { counts.append(try measure.read()) }
      return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    }.sorted()
    precondition(counts.allSatisfy { $0 == counts[0] }, "a file reads the same every time")
    let speed = Double(Int(Double(bytes) / times[rounds / 2] / 1e6 + 0.5)) / 1000
    print("\(speed) GB/s, \(counts[0].plain) plain lines, \(counts[0].others) others")
  }

  /// How many records became columns at once, and how many the exact reader took.
  private struct Counts: Equatable, Sendable {
    var plain = 0
    var others = 0
  }

  private func read() throws -> Counts {
    try source.foldPlain(schema.name, schema, threads: 1, initial: { Counts() }) {
      counts, batch, _ in
      counts.plain += batch.count
      counts.others += batch.rest.rows
    }.states.reduce(into: Counts()) { sum, counts in
      sum.plain += counts.plain
      sum.others += counts.others
    }
  }
}
