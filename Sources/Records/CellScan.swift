/// One cell of a row as it stands in the bytes, without its quotes.
struct ScannedCell {
  let lower: Int
  let upper: Int
  /// Whether quotes within the cell are doubled.
  let hasQuotes: Bool
  let isASCII: Bool
  let hasNull: Bool
}

/// Splits a row into cells (RFC 4180).
///
/// A quote opens a quoted cell only as its first byte; elsewhere in an unquoted cell it stands for
/// itself.
enum CellScan {
  /// Passes the cell that begins at `position`, and the separator after it.
  ///
  /// - Returns: nil when something follows a closing quote, or the closing quote is missing.
  static func next(
    _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, _ separator: UInt8
  ) -> ScannedCell? {
    if position < end, bytes[position] == UInt8(ascii: "\"") {
      return quoted(bytes, &position, end, separator)
    }
    let lower = position
    var union: UInt8 = 0
    var hasNull = false
    while position < end, bytes[position] != separator {
      union |= bytes[position]
      hasNull = hasNull || bytes[position] == 0
      position &+= 1
    }
    let upper = position
    position &+= 1
    return ScannedCell(
      lower: lower, upper: upper, hasQuotes: false, isASCII: union < 0x80, hasNull: hasNull)
  }

  private static func quoted(
    _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, _ separator: UInt8
  ) -> ScannedCell? {
    position += 1
    let lower = position
    var (union, hasQuotes, hasNull): (UInt8, Bool, Bool) = (0, false, false)
    while position < end {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        guard position + 1 < end, bytes[position + 1] == byte else { break }
        hasQuotes = true
        position += 1
      }
      union |= byte
      hasNull = hasNull || byte == 0
      position += 1
    }
    guard position < end else { return nil }
    let upper = position
    position += 1
    guard position == end || bytes[position] == separator else { return nil }
    position += 1
    return ScannedCell(
      lower: lower, upper: upper, hasQuotes: hasQuotes, isASCII: union < 0x80, hasNull: hasNull)
  }

  /// The bytes of a cell with each doubled quote made one.
  static func content(_ bytes: Span<UInt8>, _ cell: ScannedCell) -> [UInt8] {
    let copy = TextReading.copy(bytes.extracting(cell.lower..<cell.upper))
    guard cell.hasQuotes else { return copy }
    var output: [UInt8] = []
    var isSecond = false
    for byte in copy {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if !isSecond { output.append(byte) }
    }
    return output
  }
}
