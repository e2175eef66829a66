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
      if column < heading.fields.count, heading.fields[column] >= 0 {
        read(cell, heading.fields[column], bytes, start, min(position, place.upper))
      }
      column += 1
    }
    for field in heading.ambiguous { row[field] = .wrong }
    guard column != heading.fields.count else { return true }
    noteLost(.cells(heading.fields.count), bytes, place.lower, place.upper)
    return false
  }

  private mutating func read(
    _ cell: ScannedCell, _ field: Int, _ bytes: Span<UInt8>, _ lower: Int, _ upper: Int
  ) {
    let reading: CellReader.Reading
    if cell.hasNull {
      reading = .wrong(.encoding, .utf8)
    } else if cell.hasQuotes {
      let content = CellScan.content(bytes, cell)
      reading = readers[field].readCell(content.span, isASCII: cell.isASCII)
    } else {
      reading = readers[field].readCell(
        bytes.extracting(cell.lower..<cell.upper), isASCII: cell.isASCII)
    }
    store(reading, field, bytes, cell.lower, cell.upper)
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
