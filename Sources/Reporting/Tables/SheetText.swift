import JSON

/// A sheet as comma-separated text that spreadsheets open right, Vietnamese letters and all.
///
/// UTF-8 with a byte-order mark, lines that end in CR LF, quotes where RFC 4180 asks for them. No
/// cell can start a formula: what begins like one gets an apostrophe before it.
package struct SheetText: Sendable {
  private var output = ByteText()
  private var isFirstCell = true

  /// What has been written.
  package var bytes: [UInt8] { output.bytes }

  /// Creates a sheet; the parts of a sheet after its first have no mark.
  package init(withMark: Bool = true) { if withMark { output.append("\u{FEFF}") } }

  /// Adds a row.
  package mutating func row(_ cells: some Sequence<String>) {
    for text in cells { cell(text) }
    endRow()
  }

  /// Adds a cell to the row that is open.
  mutating func cell(_ text: String) {
    separate()
    guard let first = text.utf8.first else { return }
    let cell = SheetText.mayBeginFormula(first) ? SheetText.harmless(text) : text
    let utf8 = cell.utf8
    add(utf8.span)
  }

  /// Adds cells that another sheet has made.
  mutating func cells(_ made: [UInt8]) {
    separate()
    output.append(made.span)
  }

  /// Ends the row that is open.
  mutating func endRow() {
    output.append(0x0D)
    output.append(0x0A)
    isFirstCell = true
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

  /// Whether a byte is the first of a sign that begins a formula; if so, the sign is looked at.
  private static func mayBeginFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): true
    case 0x09, 0x0A, 0x0D, 0xEF: true
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

  private mutating func separate() {
    if !isFirstCell { output.append(UInt8(ascii: ",")) }
    isFirstCell = false
  }

  /// Adds a text, in quotes where it would not be read as one cell.
  private mutating func add(_ text: Span<UInt8>) {
    var isPlain = text[0] != SheetText.space && text[text.count - 1] != SheetText.space
    for place in text.indices where SheetText.isSeparator(text[place]) { isPlain = false }
    guard !isPlain else { return output.append(text) }
    output.append(SheetText.quote)
    for place in text.indices {
      if text[place] == SheetText.quote { output.append(SheetText.quote) }
      output.append(text[place])
    }
    output.append(SheetText.quote)
  }
}
