import Criteria
import FEEL
import Files
import JSON
import Model
import Records
import Scoring

/// The rows of one closed period, taken from its folder after the receipt was verified.
struct ClosedRows: Sendable {
  /// The name of the file in problems and explanations: the folder, then the file.
  let file: String
  let hash: InputHash
  private let lines: [JSONValue]
  private let folder: String

  /// Verifies a closed folder and reads its rows.
  ///
  /// - Throws: Where the folder was never closed, or was changed since.
  init(of folder: String) throws(MeritError) {
    let receipt = try Receipt(of: folder)
    try receipt.verify()
    self.folder = folder
    file = "\(receipt.folder.name)/\(Receipt.rowsName)"
    let bytes: [UInt8]
    do { bytes = try InputFile.contents(of: receipt.folder.appending(Receipt.rowsName).path) } catch
    {
      throw MeritError(error.message)
    }
    hash = InputHash(bytes)
    lines = bytes.split(separator: UInt8(ascii: "\n")).compactMap { JSONDocument(Array($0)).value }
  }

  /// Adds the rows to the tables of a layout.
  ///
  /// - Parameter place: The index of ``file`` among the names of all files.
  /// - Throws: Where a row is of a table that the pack does not have; no row is passed over.
  func add(
    to tables: inout [RawTable], _ layout: Layout, place: Int
  ) throws(MeritError) {
    for (line, row) in lines.enumerated() {
      let name = row["table"]?.string?.text ?? ""
      let index = layout.tables.indices.first {
        layout.tables[$0].owner != nil && FieldSchema.oneWord(layout.tables[$0].name) == name
      }
      guard let index else {
        throw MeritError("'\(folder)' closes rows of '\(name)', which the pack does not have")
      }
      let cells = layout.tables[index].fields.map { Cell(row[FieldSchema.oneWord($0.name)], $0) }
      tables[index].append(
        cells, at: RecordPlace(file: Int32(clamping: place), line: Int32(clamping: line + 1)))
    }
  }
}

extension Cell {
  /// A member of a closed row; numbers may be exact fractions.
  fileprivate init(_ value: JSONValue?, _ field: LayoutField) {
    guard let value, !value.isNull else {
      self = .missing
      return
    }
    switch (field.kind, value.content) {
    case (.number, .number(let text)): self = Number(text).map(Cell.number) ?? .wrong
    case (.number, .object): self = Cell.fraction(value["exact"]?.string?.text ?? "")
    case (.boolean, .boolean(let truth)): self = .boolean(truth)
    case (.date, .string(let text)): self = CalendarDate(text.text).map(Cell.date) ?? .wrong
    case (.text, .string(let text)), (.reference, .string(let text)): self = .text(text.text)
    default: self = .wrong
    }
  }

  private static func fraction(_ text: String) -> Cell {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let numerator = Number(parts[0]), let denominator = Number(parts[1]),
      let number = numerator.divided(by: denominator)
    else { return .wrong }
    return .number(number)
  }
}
