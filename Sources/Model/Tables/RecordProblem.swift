/// Something wrong with one record, or with a file of records, at its place.
///
/// Problems are found by rooms that read records and by those that join them; the wording of all
/// kinds, in both languages, is in `RecordProblem+Message.swift`.
package struct RecordProblem: Hashable, Sendable {
  /// What is wrong.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// No record can be made out: broken JSON, a wrong number of cells, a cut line.
    case syntax
    /// Bytes that are not UTF-8.
    case encoding
    /// A value of another type than the field's.
    case wrongType
    /// A required field without a value.
    case missingField
    /// A day that the calendar does not have, or a date in another notation.
    case invalidDate
    /// A number below the least or above the most.
    case outOfRange
    /// A field given twice in one record.
    case duplicateKey
    /// Two records of one key that differ.
    case duplicateRecord
    /// Two records that are the same in every field; one of them counts.
    case repeatedRecord
    /// A reference to a record that is not there.
    case unknownReference
    /// Records that contradict each other.
    case conflict
    /// A row that says another thing of a finished period than what the period computes.
    case recomputed
    /// A circle among records that must not have one.
    case circle
    /// A record that a written table counts in none of the columns that part all records, or in several.
    case notInOneColumn
    /// A written table whose rows do not add up to its total.
    case doesNotAddUp
    /// A file that cannot be read.
    case unreadableFile
    /// A table that is needed and not there.
    case missingTable
    /// A table of which nothing is known.
    case unknownTable
  }

  /// What is wrong.
  package let kind: Kind
  /// The table, or an empty text when the table is what is not known.
  package let table: String
  /// The name of the file.
  package let file: String
  /// The line on which the record begins, from 1; 0 stands for the file as a whole.
  package let line: Int
  /// The name of the field, if the problem is that of one field.
  package let field: String?
  /// The key of the record, if it could be read.
  package let record: String?
  /// What should stand there.
  package let expected: Expectation?
  /// What does stand there, shortened to ``givenLimit`` characters.
  package let given: String?

  /// The number of characters that ``given`` has at most.
  package static let givenLimit = 60

  /// Creates a problem; `given` is shortened.
  package init(
    _ kind: Kind, table: String, file: String, line: Int, field: String? = nil,
    record: String? = nil, expected: Expectation? = nil, given: String? = nil
  ) {
    self.kind = kind
    self.table = table
    self.file = file
    self.line = line
    self.field = field
    self.record = record
    self.expected = expected
    self.given = given.map { RecordProblem.shortened($0) }
  }

  private static func shortened(_ text: String) -> String {
    let short = text.prefix(givenLimit + 1)
    return short.count <= givenLimit ? text : String(short.prefix(givenLimit - 1)) + "…"
  }

  /// The same problem with the key of its record, which may be read after the problem was found.
  package func of(record: String?) -> RecordProblem {
    RecordProblem(
      kind, table: table, file: file, line: line, field: field, record: record,
      expected: expected, given: given)
  }
}

extension RecordProblem: Comparable {
  /// The order of reports: by table, file, line, field, then everything else, so that it is total.
  package static func < (left: RecordProblem, right: RecordProblem) -> Bool {
    if left.table != right.table { return left.table < right.table }
    if left.file != right.file { return left.file < right.file }
    if left.line != right.line { return left.line < right.line }
    if left.field != right.field { return (left.field ?? "") < (right.field ?? "") }
    if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
    return left.detail.lexicographicallyPrecedes(right.detail)
  }

  private var detail: [String] { [record ?? "", given ?? "", expected?.english ?? ""] }
}
