extension CalendarDate: CustomStringConvertible {
  /// The day as `2026-02-28`, with at least four digits for the year and a minus sign before it
  /// where needed.
  public var description: String {
    let digits = String(year.magnitude)
    let padded = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    return "\(year < 0 ? "-" : "")\(padded)-\(twoDigits(month))-\(twoDigits(day))"
  }

  /// Reads a day written as `2026-02-28`.
  ///
  /// The year has four digits, or more without a leading zero, and may be negative. Nil for any
  /// other text and for days that do not exist.
  ///
  /// Source: XML Schema 1.1 part 2, section 3.3.9, without a time zone.
  public init?(_ text: some StringProtocol) {
    var scanner = TemporalScanner(text)
    guard let date = scanner.date(), scanner.isAtEnd else { return nil }
    self = date
  }
}

/// A number from 0 to 99 with a zero before it where needed.
func twoDigits(_ value: Int) -> String {
  value < 10 ? "0\(value)" : String(value)
}
