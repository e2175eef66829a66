internal import Model

extension RecordDecoder {
  /// Reads the row of cells at `place`.
  ///
  /// - Returns: whether it has as many cells as the heading, each of them well formed.
  mutating func readCells(
    _ bytes: Span<UInt8>, _ place: RecordPlace, _ heading: CellHeading
  ) -> Bool {
    var position = place.lower
    var column = 0
    while position <= place.upper {
      let start = position
      guard let cell = CellScan.next(bytes, &position, place.upper, heading.separator) else {
        noteLost(.closingQuote, bytes, start, place.upper)
        return false
      }
      guard cell.isASCII || JSONScan.isUTF8(bytes, cell.lower, cell.upper) else { return false }
      if column < heading.fields.count, heading.fields[column] >= 0 {
        read(cell, heading.fields[column], bytes)
      }
      column += 1
    }
    for field in heading.ambiguous { row[field] = .wrong }
    guard column != heading.fields.count else { return true }
    noteLost(.cells(heading.fields.count), bytes, place.lower, place.upper)
    return false
  }

  private mutating func read(
    _ scanned: ScannedCell, _ field: Int, _ bytes: Span<UInt8>
  ) {
    let reader = readers[field]
    var cell: Cell
    if scanned.hasQuotes {
      let content = CellScan.content(bytes, scanned)
      cell = reader.readCell(content.span, isASCII: scanned.isASCII)
    } else {
      let content = bytes.extracting(scanned.lower..<scanned.upper)
      cell = reader.readCell(content, isASCII: scanned.isASCII)
    }
    if scanned.hasNull { cell = .wrong }
    if case .wrong = cell {
      let (kind, expected) = reader.reasonOfCell(bytes, scanned.lower, scanned.upper)
      note(
        scanned.hasNull ? .encoding : kind, field, scanned.hasNull ? .utf8 : expected,
        given: TextReading.excerpt(bytes, scanned.lower, scanned.upper))
    }
    store(cell, field, bytes, scanned.lower, scanned.upper)
  }

  private mutating func noteLost(
    _ expected: Expectation, _ bytes: Span<UInt8>, _ lower: Int, _ upper: Int
  ) {
    note(.syntax, nil, expected, given: TextReading.excerpt(bytes, lower, upper))
  }

  /// Notes for which fields there is no column, so that their absence is not said on every row.
  mutating func adopt(_ form: RecordBlock.Form) {
    for index in seen.indices { seen[index] = 0 }
    if case .cells(let heading) = form {
      for index in heading.absent { seen[index] = -1 }
    }
  }
}
