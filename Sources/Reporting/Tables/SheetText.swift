/// A sheet as comma-separated text that spreadsheets open right, Vietnamese letters and all.
///
/// UTF-8 with a byte-order mark, lines that end in CR LF, quotes where RFC 4180 asks for them. No
/// cell can start a formula: what begins like one gets an apostrophe before it.
package struct SheetText: Sendable {
  /// What has been written.
  package private(set) var bytes: [UInt8]

  /// Creates a sheet; the parts of a sheet after its first have no mark.
  package init(withMark: Bool = true) { bytes = withMark ? [0xEF, 0xBB, 0xBF] : [] }

  /// Adds a row.
  package mutating func row(_ cells: some Sequence<String>) {
    var isFirst = true
    for cell in cells {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      add(SheetText.harmless(cell))
    }
    bytes += [0x0D, 0x0A]
  }

  /// The text with an apostrophe before what a spreadsheet might read as a formula; a number below
  /// zero is none.
  package static func harmless(_ cell: String) -> String {
    guard let first = cell.unicodeScalars.first, isStarter(first) else { return cell }
    return isNumber(cell) ? cell : "'" + cell
  }

  /// Whether the text is a minus and a number, perhaps of percent.
  private static func isNumber(_ cell: String) -> Bool {
    let body = cell.hasSuffix("%") ? cell.dropLast().utf8 : cell[...].utf8
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard body.first == UInt8(ascii: "-"), let last = body.last else { return false }
    return digits.contains(last)
      && body.dropFirst().allSatisfy {
        digits.contains($0) || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".")
      }
  }

  /// Signs that begin a formula, those of full width and those that are cut off before included.
  private static func isStarter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ";"), quote, 0x0A, 0x0D, 0x09: true
    default: false
    }
  }

  private static let quote = UInt8(ascii: "\"")
  private static let space = UInt8(ascii: " ")

  /// Adds a cell, in quotes where it would not be read as one.
  private mutating func add(_ cell: String) {
    let text = cell.utf8
    let hasEdge = text.first == SheetText.space || text.last == SheetText.space
    guard hasEdge || text.contains(where: SheetText.isSeparator) else {
      bytes += text
      return
    }
    bytes.append(SheetText.quote)
    for byte in text {
      if byte == SheetText.quote { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(SheetText.quote)
  }
}
