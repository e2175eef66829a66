import Criteria
package import FEEL

/// Where a record stands in the input.
package struct RecordPlace: Hashable, Sendable {
  /// The index of the file in ``World/files``; −1 for rows that the pack itself gives, −2 for rows
  /// that inner periods left behind.
  package let file: Int32
  /// The line in the file; of a carried row its place in ``World/carried``.
  package let line: Int32

  package init(file: Int32, line: Int32) {
    self.file = file
    self.line = line
  }
}

extension RecordPlace: Comparable {
  package static func < (one: RecordPlace, other: RecordPlace) -> Bool {
    (one.file, one.line) < (other.file, other.line)
  }
}

extension RecordPlace {
  static func carried(_ index: Int) -> RecordPlace {
    RecordPlace(file: carriedFile, line: Int32(clamping: index))
  }

  /// Whether an inner period left the row behind.
  package var isCarried: Bool { file == RecordPlace.carriedFile }

  private static let carriedFile: Int32 = -2
}

/// What became of a record before any value was computed.
package enum RecordState: Hashable, Sendable {
  case used
  /// It does not count in the reporting period.
  case outsidePeriod
  /// It is known only after the day on which the results are drawn up.
  case knownLater
  /// It contradicts another record of the same key; its owner's values are unknown.
  case setAside
  /// Whether it counts in the period is not known.
  case perhaps(Unknown)
}

/// The records of one table, column by column, sorted by what identifies them.
///
/// Shape: every column has `count` cells. A cell that could not be read or is missing is `unknown`
/// with its record and field; a known absence is `null`.
package struct HeldTable: Sendable {
  package var columns: [[Value]]
  package var places: [RecordPlace]
  package var states: [RecordState]
  /// What a person calls each record: its id, or the fields that identify it.
  package var names: [String]
  package var count: Int { places.count }

  /// An empty table with that many columns.
  package init(columns: Int) {
    self.columns = Array(repeating: [], count: columns)
    places = []
    states = []
    names = []
  }
}

/// For each record of one table, the rows of another that belong to it, in their order.
///
/// Shape: the rows of record `i` are `rows[starts[i]..<starts[i + 1]]`; both are empty where no record has
/// any.
package struct Links: Sendable {
  private let starts: [Int32]
  private let rows: [Int32]

  /// Links nothing.
  package init() { (starts, rows) = ([], []) }

  /// Whether no record has any.
  package var isEmpty: Bool { rows.isEmpty }

  /// Collects `pairs` of (from, to); rows of one record keep their order in `pairs`.
  ///
  /// - Complexity: O(pairs + count).
  package init(count: Int, _ pairs: [(from: Int, to: Int)]) {
    guard !pairs.isEmpty else {
      self = Links()
      return
    }
    // Each start stands one place too far, until the rows before it have moved it to where they end.
    var starts = [Int32](repeating: 0, count: count + 2)
    for pair in pairs { starts[pair.from + 2] += 1 }
    for index in 0..<count { starts[index + 2] += starts[index + 1] }
    var rows = [Int32](repeating: 0, count: pairs.count)
    for pair in pairs {
      rows[Int(starts[pair.from + 1])] = Int32(pair.to)
      starts[pair.from + 1] += 1
    }
    self.init(starts: starts, rows: rows)
  }

  private init(starts: [Int32], rows: [Int32]) { (self.starts, self.rows) = (starts, rows) }

  package subscript(record: Int) -> ArraySlice<Int32> {
    starts.isEmpty ? [] : rows[Int(starts[record])..<Int(starts[record + 1])]
  }
}
