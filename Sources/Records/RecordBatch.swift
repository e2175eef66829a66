package import FEEL

/// One value of one record.
package enum Cell: Hashable, Sendable {
  /// An exact number.
  case number(Number)
  /// A text; letters of Vietnamese are in composed form (NFC).
  case text(String)
  /// True or false.
  case boolean(Bool)
  /// A day.
  case date(CalendarDate)
  /// The record gives no value, or null.
  case missing
  /// The record gives something that cannot be read; a problem has been recorded.
  case wrong
}

/// Some records of one file of one table, as columns: the unit in which records travel.
///
/// Shape: `columns[field][row]`, fields in the order of the schema, `row` in `0..<rows`.
package struct RecordBatch: Sendable {
  /// The number of records.
  package let rows: Int
  /// One column for each field of the schema.
  package let columns: [CellColumn]
  /// The line on which each record begins, from 1.
  package let lines: [Int]
  /// The place of the file among ``DatasetSource/files(of:)``.
  package let file: Int
}
