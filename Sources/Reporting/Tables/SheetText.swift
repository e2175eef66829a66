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
      bytes += SheetText.quoted(SheetText.harmless(cell)).utf8
    }
    bytes += [0x0D, 0x0A]
  }

  /// The text with an apostrophe before what a spreadsheet might read as a formula; a number below
  /// zero is none.
  package static func harmless(_ cell: String) -> String {
    guard let first = cell.unicodeScalars.first, starters.contains(first) else { return cell }
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
  private static let starters: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
  ]

  private static let separators: [Unicode.Scalar] = [",", ";", "\"", "\n", "\r", "\t"]

  private static func quoted(_ cell: String) -> String {
    let scalars = cell.unicodeScalars
    let needsQuotes = scalars.contains { separators.contains($0) }
    let edges = [scalars.first, scalars.last].contains(" ")
    guard needsQuotes || edges else { return cell }
    return "\""
      + cell.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
