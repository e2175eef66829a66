internal import FEEL
internal import Model

/// Reads the values of one field.
///
/// A few plain bits of the schema, so that the loop over all values copies nothing that is counted.
/// A value that cannot be read gives ``Cell/wrong``; why, is found out again by ``reason(_:_:_:)``,
/// since it is rarely asked.
struct CellReader: Sendable {
  /// The types, without what they carry.
  enum Kind: Sendable { case number, text, boolean, date }

  let kind: Kind
  let isRequired: Bool
  /// Whether numbers have a least or a most.
  let hasLimits: Bool
  /// Whether an empty text says nothing: in keys and references.
  private let emptyIsMissing: Bool

  init(_ field: FieldSchema, isKey: Bool) {
    var isReference = false
    switch field.type {
    case .number: kind = .number
    case .text: kind = .text
    case .boolean: kind = .boolean
    case .date: kind = .date
    case .reference:
      kind = .text
      isReference = true
    }
    isRequired = field.isRequired || isKey
    hasLimits = field.least != nil || field.most != nil
    emptyIsMissing = isKey || isReference
  }

  /// Reads a string of JSON.
  ///
  /// A field of numbers accepts a string that holds a number of JSON, since systems write exact
  /// decimals in this way.
  @inline(__always)
  func read(_ scanned: ScannedString, of bytes: Span<UInt8>) -> Cell {
    switch kind {
    case .text:
      if scanned.lower == scanned.upper, emptyIsMissing { return .missing }
      return TextReading.string(bytes, scanned).map { .text($0) } ?? .wrong
    case .date:
      return CellReader.isoDate(bytes, scanned.lower, scanned.upper).map { .date($0) } ?? .wrong
    case .number:
      var position = scanned.lower
      guard JSONScan.number(bytes, &position, scanned.upper), position == scanned.upper else {
        return .wrong
      }
      return readNumber(bytes, scanned.lower, scanned.upper)
    case .boolean:
      return .wrong
    }
  }

  /// Reads a number of JSON, whose syntax has been checked.
  @inline(__always)
  func readNumber(_ bytes: Span<UInt8>, _ lower: Int, _ upper: Int) -> Cell {
    guard case .number = kind else { return .wrong }
    return Number(decimal: bytes.extracting(lower..<upper)).map { .number($0) } ?? .wrong
  }

  /// Reads `true`, `false` or `null` by its first letter.
  @inline(__always)
  func readWord(_ letter: UInt8) -> Cell {
    if letter == UInt8(ascii: "n") { return .missing }
    guard case .boolean = kind else { return .wrong }
    return .boolean(letter == UInt8(ascii: "t"))
  }

  /// Reads a cell of a table whose text is already without quotes.
  ///
  /// Space around numbers, dates and truth values is no part of them; an empty cell is missing.
  func readCell(_ bytes: Span<UInt8>, isASCII: Bool) -> Cell {
    guard bytes.count > 0 else { return .missing }
    if case .text = kind {
      return .text(TextReading.plain(bytes, 0, bytes.count, isASCII: isASCII))
    }
    let (lower, upper) = CellReader.trimmed(bytes)
    guard lower < upper else { return .missing }
    switch kind {
    case .number: return readNumber(bytes, lower, upper)
    case .boolean:
      let truth = CellReader.truth(TextReading.plain(bytes, lower, upper, isASCII: isASCII))
      return truth.map { .boolean($0) } ?? .wrong
    case .date, .text:
      let date =
        CellReader.isoDate(bytes, lower, upper) ?? CellReader.slashDate(bytes, lower, upper)
      return date.map { .date($0) } ?? .wrong
    }
  }
}

extension CellReader {
  private static func trimmed(_ bytes: Span<UInt8>) -> (Int, Int) {
    var (lower, upper) = (0, bytes.count)
    while lower < upper, bytes[lower] == 0x20 || bytes[lower] == 0x09 { lower += 1 }
    while lower < upper, bytes[upper - 1] == 0x20 || bytes[upper - 1] == 0x09 { upper -= 1 }
    return (lower, upper)
  }

  private static func truth(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true", "1", "x", "có": true
    case "false", "0", "không": false
    default: nil
    }
  }

  /// The day written `yyyy-MM-dd`.
  @inline(__always)
  static func isoDate(_ bytes: Span<UInt8>, _ lower: Int, _ upper: Int) -> CalendarDate? {
    guard upper - lower == 10, bytes[lower + 4] == UInt8(ascii: "-"),
      bytes[lower + 7] == UInt8(ascii: "-"), let year = digits(bytes, lower, lower + 4),
      let month = digits(bytes, lower + 5, lower + 7), let day = digits(bytes, lower + 8, upper)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// The day written `dd/MM/yyyy`, with one or two digits for day and month.
  static func slashDate(_ bytes: Span<UInt8>, _ lower: Int, _ upper: Int) -> CalendarDate? {
    let slashes = (lower..<upper).filter { bytes[$0] == UInt8(ascii: "/") }
    guard slashes.count == 2, upper - slashes[1] == 5, (1...2).contains(slashes[0] - lower),
      (2...3).contains(slashes[1] - slashes[0]), let day = digits(bytes, lower, slashes[0]),
      let month = digits(bytes, slashes[0] + 1, slashes[1]),
      let year = digits(bytes, slashes[1] + 1, upper)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  @inline(__always)
  private static func digits(_ bytes: Span<UInt8>, _ lower: Int, _ upper: Int) -> Int? {
    var value = 0
    for index in lower..<upper {
      let digit = bytes[index] &- 0x30
      guard digit <= 9 else { return nil }
      value = value &* 10 &+ Int(digit)
    }
    return value
  }
}
