extension ZoneRule {
  /// Reads a rule such as `<+07>-7` or `CET-1CEST,M3.5.0,M10.5.0/3`; nil for any other text.
  ///
  /// A zone with daylight time must say when it begins and ends.
  public init?(_ text: some StringProtocol) {
    var reader = RuleReader(TemporalScanner(text))
    guard let rule = reader.rule(), reader.scanner.isAtEnd else { return nil }
    self = rule
  }
}

/// Reads the parts of a rule.
private struct RuleReader {
  var scanner: TemporalScanner

  init(_ scanner: TemporalScanner) { self.scanner = scanner }

  mutating func rule() -> ZoneRule? {
    guard name(), let west = time(within: 24) else { return nil }
    if scanner.isAtEnd { return ZoneRule(standard: -west, daylight: nil) }
    guard name() else { return nil }
    var offset = 3600 - west
    if !scanner.take(",") {
      guard let west = time(within: 24), scanner.take(",") else { return nil }
      offset = -west
    }
    guard let (start, startSecond) = change(), scanner.take(","), let (end, endSecond) = change()
    else { return nil }
    return ZoneRule(
      standard: -west,
      daylight: .init(
        offset: offset, start: start, startSecond: startSecond, end: end, endSecond: endSecond))
  }

  /// Steps over an abbreviation of at least three letters, or one in angle brackets.
  private mutating func name() -> Bool {
    let isQuoted = scanner.take("<")
    let count = scanner.skip { byte in
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
        || (isQuoted
          && (UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || [0x2B, 0x2D].contains(byte)))
    }
    return count >= 3 && (!isQuoted || scanner.take(">"))
  }

  /// Hours, and perhaps minutes and seconds, as seconds.
  private mutating func time(within hours: Int) -> Int? {
    let isNegative = scanner.take("-")
    if !isNegative { _ = scanner.take("+") }
    guard var seconds = number(0...hours).map({ $0 * 3600 }) else { return nil }
    if scanner.take(":") {
      guard let minutes = number(0...59) else { return nil }
      seconds += minutes * 60
      if scanner.take(":") {
        guard let rest = number(0...59) else { return nil }
        seconds += rest
      }
    }
    return isNegative ? -seconds : seconds
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int? {
    let digits = scanner.digits()
    guard 1...3 ~= digits.count else { return nil }
    let number = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return range.contains(number) ? number : nil
  }

  private mutating func change() -> (ZoneRule.Day, Int)? {
    guard let day = day() else { return nil }
    guard scanner.take("/") else { return (day, 7200) }
    return time(within: 167).map { (day, $0) }
  }

  private mutating func day() -> ZoneRule.Day? {
    if scanner.take("J") { return number(1...365).map { .withoutLeapDay($0) } }
    guard scanner.take("M") else { return number(0...365).map { .fromZero($0) } }
    guard let month = number(1...12), scanner.take("."), let week = number(1...5),
      scanner.take("."), let day = number(0...6)
    else { return nil }
    return .weekday(month: month, week: week, day: day)
  }
}
