import FEEL
import Files

/// Records of a folded table that lists and reports may pick out, with what columns have said of them
/// already.
package struct KeptRecords: Sendable {
  package let rows: RawTable
  /// Whether columns have said of each record that it counts in the period and passes all checks.
  let isSettled: [Bool]
  /// The named values of the settled records, one after the other.
  private let values: KeptValues
  /// What these values are; none where no record is settled.
  private let kinds: [ColumnKernel.KeptValue]

  /// Records of which nothing is said.
  package init(_ rows: RawTable) {
    self.rows = rows
    isSettled = Array(repeating: false, count: rows.count)
    (values, kinds) = (KeptValues(), [])
  }

  /// Records that a kernel has folded, with their values.
  package init(_ rows: RawTable, _ values: KeptValues, of kernel: ColumnKernel) {
    self.rows = rows
    isSettled = Array(repeating: true, count: rows.count)
    (self.values, kinds) = (values, kernel.values)
  }

  /// All of several parts, as ``RawTable/init(_:fields:threads:)`` puts their records.
  package init(_ parts: [KeptRecords], fields: Int, threads: Int) {
    let parts = parts.filter { $0.rows.count > 0 }.sorted { $0.rows.places[0] < $1.rows.places[0] }
    rows = RawTable(parts.map(\.rows), fields: fields, threads: threads)
    isSettled = parts.flatMap(\.isSettled)
    let kinds = parts.first { !$0.kinds.isEmpty }?.kinds ?? []
    var values = KeptValues()
    values.reserve(rows.count * kinds.count)
    for part in parts {
      if part.kinds.isEmpty {
        values.addOpen(part.rows.count * kinds.count)
      } else {
        values.add(part.values)
      }
    }
    (self.values, self.kinds) = (values, kinds)
  }

  /// The columns of named values by their index in the pack, for some rows in the order given: what is
  /// left to the evaluator is ``World/notComputed``, and its places are told.
  func columns(
    _ rows: [Int], threads: Int
  ) -> [Int: (values: [Value], open: [Int])] {
    let count = rows.count < World.rowsWorthThreads ? 1 : max(1, threads)
    let parts = Threads.run(count) { part in
      columns(kinds.count * part / count..<kinds.count * (part + 1) / count, rows)
    }
    return Dictionary(uniqueKeysWithValues: zip(kinds.map(\.index), parts.joined()))
  }

  /// Some of the columns, for a few rows at a time: the values of a row stand together.
  private func columns(_ places: Range<Int>, _ rows: [Int]) -> [(values: [Value], open: [Int])] {
    var columns = places.map { _ in (values: [Value](), open: [Int]()) }
    for column in columns.indices { columns[column].values.reserveCapacity(rows.count) }
    for first in stride(from: 0, to: rows.count, by: KeptRecords.rowsAtATime) {
      let part = first..<min(first + KeptRecords.rowsAtATime, rows.count)
      for place in places { fill(&columns[place - places.lowerBound], place, rows, part) }
    }
    return columns
  }

  private func fill(
    _ column: inout (values: [Value], open: [Int]), _ place: Int, _ rows: [Int],
    _ positions: Range<Int>
  ) {
    for position in positions {
      if let value = values.value(kinds[place], rows[position] * kinds.count + place) {
        column.values.append(value)
      } else {
        column.open.append(position)
        column.values.append(World.notComputed)
      }
    }
  }

  /// So many that their values stay near the processor.
  private static var rowsAtATime: Int { 512 }
}

/// Named values of records as columns give them: a number, day or truth in a word.
package struct KeptValues: Sendable {
  private var words: [Int] = []
  /// The digits behind the point of each number; ``open`` where columns do not say it.
  private var places: [UInt8] = []

  private static let open = UInt8.max

  /// Holds nothing yet.
  init() {}

  /// Makes room for so many values.
  mutating func reserve(_ count: Int) {
    words.reserveCapacity(count)
    places.reserveCapacity(count)
  }

  mutating func add(_ word: Int, places digits: Int = 0) {
    words.append(word)
    // What has more digits is no value that a kernel makes of machine words.
    places.append(UInt8(exactly: digits) ?? KeptValues.open)
  }

  mutating func addOpen(_ count: Int) {
    words.append(contentsOf: repeatElement(0, count: count))
    places.append(contentsOf: repeatElement(KeptValues.open, count: count))
  }

  mutating func add(_ other: KeptValues) {
    words += other.words
    places += other.places
  }

  /// One of the values; nil where it is left to the evaluator.
  func value(_ kind: ColumnKernel.KeptValue, _ index: Int) -> Value? {
    let (word, digits) = (words[index], places[index])
    guard digits != KeptValues.open else { return nil }
    switch kind.operand {
    case .record: return nil
    case .truth: return .boolean(word != 0)
    case .number where kind.isDay: return CalendarDate(dayNumber: word).map { .date($0) }
    case .number: return Number(significand: word, places: Int(digits)).map { .number($0) }
    }
  }
}
