import Criteria
import FEEL
import Model
import Records
import Scoring

/// The rows of one table that the dataset itself has, by whose and of which period they are.
struct KnownRows: Sendable {
  /// One row with its place.
  struct Row: Sendable {
    fileprivate let cells: [Cell]
    fileprivate let table: LayoutTable
    fileprivate let file: String
    fileprivate let line: Int
    fileprivate let name: String
  }

  private struct Key: Hashable {
    let owner: String
    let period: String
  }

  private var rows: [Key: [Row]] = [:]

  init(_ raw: RawTable, _ table: LayoutTable, files: [String]) {
    guard let owner = table.ownerField, let period = table.field("period") else { return }
    let identity = table.key.map { [$0] } ?? table.same
    for row in 0..<raw.count {
      let cells = raw.columns.map { $0[row] }
      let place = raw.places[row]
      rows[Key(owner: cells[owner].text, period: cells[period].text), default: []].append(
        Row(
          cells: cells, table: table, file: place.file >= 0 ? files[Int(place.file)] : "",
          line: Int(place.line), name: identity.map { cells[$0].text }.joined(separator: "/")))
    }
  }

  /// The rows of the dataset in whose place a computed row would stand.
  func rows(like row: CarriedRow) -> [Row] {
    rows[Key(owner: row.owner, period: row.period.id)] ?? []
  }
}

extension KnownRows.Row {
  /// Where the row says another thing than what its period computes.
  ///
  /// What the row does not say, and what the period cannot know, differs from nothing.
  func differences(from row: CarriedRow) -> [RecordProblem] {
    zip(table.fields, zip(cells, row.values)).compactMap { field, both in
      let (cell, value) = both
      guard let value, cell != .missing, cell != .wrong, value.isKnown,
        cell.asValue != value
      else { return nil }
      return RecordProblem(
        .recomputed, table: table.name, file: file, line: line, field: field.name, record: name,
        expected: .computed(value.shortText, period: row.period.id), given: cell.text)
    }
  }
}

extension Cell {
  /// The cell as the value that a closing formula would give.
  fileprivate var asValue: Value {
    switch self {
    case .number(let number): .number(number)
    case .text(let text): .string(text)
    case .boolean(let truth): .boolean(truth)
    case .date(let date): .date(date)
    case .missing, .wrong: .null
    }
  }
}

extension Value {
  /// The value as a cell of the dataset would say it.
  fileprivate var shortText: String {
    switch self {
    case .string(let text): text
    case .number(let number): number.description
    case .boolean(let truth): truth ? "true" : "false"
    case .date(let date): date.description
    default: "\(self)"
    }
  }
}
