/// A cursor over the bytes of a date, a time or a duration.
struct TemporalScanner {
  private let bytes: [UInt8]
  private var index = 0
  /// The zones that the text may name.
  let zones: ZoneTable

  init(_ text: some StringProtocol, zones: ZoneTable = .universal) {
    bytes = Array(text.utf8)
    self.zones = zones
  }

  var isAtEnd: Bool { index == bytes.count }

  /// Steps over a character, if it comes next.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  /// The digits that come next, as many as there are.
  mutating func digits() -> ArraySlice<UInt8> {
    let start = index
    while index < bytes.count, bytes[index] &- UInt8(ascii: "0") <= 9 { index += 1 }
    return bytes[start..<index]
  }

  /// A number of exactly two digits.
  mutating func pair() -> Int? {
    let digits = digits()
    return digits.count == 2 ? digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } : nil
  }

  /// Steps over the bytes that fit, and counts them.
  mutating func skip(while fits: (UInt8) -> Bool) -> Int {
    let start = index
    while index < bytes.count, fits(bytes[index]) { index += 1 }
    return index - start
  }

  /// All that is left, as text.
  mutating func rest() -> String {
    defer { index = bytes.count }
    return String(decoding: bytes[index...], as: UTF8.self)
  }

  /// A day, as `2026-02-28`.
  mutating func date() -> CalendarDate? {
    let negative = take("-")
    let digits = digits()
    guard digits.count == 4 || (5...9 ~= digits.count && digits.first != UInt8(ascii: "0")),
      take("-"), let month = pair(), take("-"), let day = pair()
    else { return nil }
    let year = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return CalendarDate(year: negative ? -year : year, month: month, day: day)
  }
}
