internal import FEEL
internal import Model

/// Reads the values of one field: its schema, ready for use.
struct CellReader: Sendable {
  /// A value, or why there is none.
  enum Reading {
    case cell(Cell)
    case wrong(RecordProblem.Kind, Expectation)
  }

  let name: String
  let type: FieldType
  let isRequired: Bool
  private let least: Number?
  private let most: Number?
  /// Whether an empty text says nothing: in keys and references.
  private let emptyIsMissing: Bool

  init(_ field: FieldSchema, isKey: Bool) {
    name = field.name
    type = field.type
    isRequired = field.isRequired || isKey
    least = field.least
    most = field.most
    if case .reference = field.type { emptyIsMissing = true } else { emptyIsMissing = isKey }
  }

  /// Reads a string of JSON.
  ///
  /// A field of numbers accepts a string that holds a number of JSON, since systems write exact
  /// decimals in this way.
  @inline(__always)
  func read(_ scanned: ScannedString, of bytes: Span<UInt8>) -> Reading {
    switch type {
    case .text, .reference:
      guard let text = TextReading.string(bytes, scanned) else { return .wrong(.encoding, .utf8) }
      return .cell(text.isEmpty && emptyIsMissing ? .missing : .text(text))
    case .date:
      guard let date = Self.isoDate(bytes, scanned.lower, scanned.upper) else {
        return .wrong(.invalidDate, .date)
      }
      return .cell(.date(date))
    case .number:
      var position = scanned.lower
      guard JSONScan.number(bytes, &position, scanned.upper), position == scanned.upper else {
        return .wrong(.wrongType, Self.numberExpected(bytes, scanned.lower, scanned.upper))
      }
      return readNumber(bytes, scanned.lower, scanned.upper)
    case .boolean:
      return .wrong(.wrongType, .boolean)
    }
  }

  /// Reads a number of JSON, whose syntax has been checked.
  @inline(__always)
  func readNumber(_ bytes: Span<UInt8>, _ lower: Int, _ upper: Int) -> Reading {
    guard case .number = type else { return .wrong(wrongKind, expected) }
    guard let number = Number(decimal: bytes.extracting(lower..<upper)) else {
      return .wrong(.wrongType, Self.numberExpected(bytes, lower, upper))
    }
    if let least, number < least { return .wrong(.outOfRange, .least(least)) }
    if let most, number > most { return .wrong(.outOfRange, .most(most)) }
    return .cell(.number(number))
  }

  /// Reads `true`, `false` or `null` by its first letter.
  func readWord(_ letter: UInt8) -> Reading {
    if letter == UInt8(ascii: "n") { return .cell(.missing) }
    guard case .boolean = type else { return .wrong(wrongKind, expected) }
    return .cell(.boolean(letter == UInt8(ascii: "t")))
  }

  /// What a value of JSON should be.
  var expected: Expectation {
    switch type {
    case .number: .number
    case .text, .reference: .text
    case .boolean: .boolean
    case .date: .date
    }
  }

  /// The kind of problem that a value of another type is.
  var wrongKind: RecordProblem.Kind { type == .date ? .invalidDate : .wrongType }

  /// Reads a cell of a table whose text is already without quotes.
  ///
  /// Space around numbers, dates and truth values is no part of them; an empty cell is missing.
  func readCell(_ bytes: Span<UInt8>, isASCII: Bool) -> Reading {
    guard bytes.count > 0 else { return .cell(.missing) }
    switch type {
    case .text, .reference:
      return .cell(.text(TextReading.plain(bytes, 0, bytes.count, isASCII: isASCII)))
    case .number, .boolean, .date: break
    }
    let (lower, upper) = Self.trimmed(bytes)
    guard lower < upper else { return .cell(.missing) }
    switch type {
    case .number: return readNumber(bytes, lower, upper)
    case .boolean:
      let truth = Self.truth(TextReading.plain(bytes, lower, upper, isASCII: isASCII))
      return truth.map { .cell(.boolean($0)) } ?? .wrong(.wrongType, .booleanCell)
    case .date, .text, .reference:
      let date = Self.isoDate(bytes, lower, upper) ?? Self.slashDate(bytes, lower, upper)
      return date.map { .cell(.date($0)) } ?? .wrong(.invalidDate, .dateCell)
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

  /// A number that was expected; where a comma was written, the number with a point.
  private static func numberExpected(
    _ bytes: Span<UInt8>, _ lower: Int, _ upper: Int
  ) -> Expectation {
    guard upper - lower <= 40 else { return .number }
    let text = TextReading.excerpt(bytes, lower, upper)
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let point = parts.joined(separator: ".")
    return parts.count == 2 && Number(point) != nil ? .point(insteadOf: point) : .number
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
