internal import FEEL

extension PlainBatch {
  /// Some records as the exact reader gives them; there is nothing wrong with them.
  ///
  /// - Parameter kinds: The type of each field.
  /// - Complexity: O(records × fields).
  func cells(of rows: some RandomAccessCollection<Int>, _ kinds: [CellReader.Kind]) -> RecordBatch {
    let all = rows.reduce(UInt64(0)) { $0 | given[$1] }
    let columns = kinds.enumerated().map { field, kind in
      all & 1 << UInt64(field) == 0
        ? CellColumn(missing: rows.count) : CellColumn(cells(of: rows, field, kind))
    }
    return RecordBatch(
      rows: rows.count, columns: columns, lines: rows.map { Int(lines[$0]) }, file: file)
  }

  /// The cells of one field.
  private func cells(
    of rows: some RandomAccessCollection<Int>, _ field: Int, _ kind: CellReader.Kind
  ) -> [Cell] {
    rows.map { cell($0, field, kind) }
  }

  /// The cell of one field of one record.
  @inline(__always)
  func cell(_ row: Int, _ field: Int, _ kind: CellReader.Kind) -> Cell {
    guard given[row] & 1 &<< UInt64(field) != 0 else { return .missing }
    let word = words[row &* width &+ field]
    switch kind {
    case .number:
      let places = Int(scales[row &* width &+ field])
      return Number(significand: word, places: places).map { .number($0) } ?? .wrong
    case .boolean: return .boolean(word != 0)
    case .date: return CalendarDate(dayNumber: word).map { .date($0) } ?? .wrong
    case .text:
      let (lower, upper) = text(row, field)
      return .text(TextReading.plain(bytes.span, lower, upper, isASCII: false))
    }
  }
}
