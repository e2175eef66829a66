/// A length of time in days, hours, minutes and seconds, exact to any fraction of a second.
///
/// A day has always 24 hours. Multiplying and dividing lose nothing.
///
/// Source: DMN 1.5, section 10.3.2.3.7.
public struct DaysDuration: Hashable, Sendable {
  /// The whole length in seconds; negative for a step back.
  public let seconds: Number

  /// Creates a duration.
  public init(seconds: Number) { self.seconds = seconds }

  /// Whether the duration is a step back.
  public var isNegative: Bool { seconds.isNegative }

  /// The whole days, hours below a day, minutes below an hour and seconds below a minute, all with
  /// the sign of the duration.
  public var parts: (days: Number, hours: Int, minutes: Int, seconds: Number) {
    let size = seconds.magnitude
    let days = size.divided(by: 86_400)?.floor ?? 0
    let rest = size - days * 86_400
    let whole = rest.floor.asInt ?? 0
    let second = rest - Number(whole / 60 * 60)
    return isNegative
      ? (-days, -(whole / 3600), -(whole / 60 % 60), -second)
      : (days, whole / 3600, whole / 60 % 60, second)
  }

  /// The length without its sign.
  public var magnitude: DaysDuration { DaysDuration(seconds: seconds.magnitude) }

  /// The sum.
  public static func + (left: DaysDuration, right: DaysDuration) -> DaysDuration {
    DaysDuration(seconds: left.seconds + right.seconds)
  }

  /// The difference.
  public static func - (left: DaysDuration, right: DaysDuration) -> DaysDuration {
    DaysDuration(seconds: left.seconds - right.seconds)
  }

  /// The same step the other way.
  public static prefix func - (value: DaysDuration) -> DaysDuration {
    DaysDuration(seconds: -value.seconds)
  }

  /// The exact multiple.
  public static func * (left: DaysDuration, right: Number) -> DaysDuration {
    DaysDuration(seconds: left.seconds * right)
  }

  /// The exact part, or nil if `divisor` is zero.
  public func divided(by divisor: Number) -> DaysDuration? {
    seconds.divided(by: divisor).map(DaysDuration.init(seconds:))
  }

  /// How often `other` fits, exactly, or nil if it is empty.
  public func divided(by other: DaysDuration) -> Number? {
    seconds.divided(by: other.seconds)
  }
}

extension DaysDuration: Comparable {
  /// Whether the left duration is less.
  public static func < (left: DaysDuration, right: DaysDuration) -> Bool {
    left.seconds < right.seconds
  }
}

extension DaysDuration: CustomStringConvertible {
  /// The duration in its shortest usual form, such as `P1DT2H3M4.5S`, `-PT1H` or `PT0S`.
  ///
  /// A fraction of a second whose digits never end is cut after nine.
  ///
  /// Source: XML Schema 1.1 part 2, section 3.4.27, canonical form.
  public var description: String {
    let (days, hours, minutes, second) = magnitude.parts
    let cut = second.decimalPlaces == nil ? second.rounded(toPlaces: 9, .down) : second
    var clock = hours == 0 ? "" : "\(hours)H"
    if minutes != 0 { clock += "\(minutes)M" }
    if !cut.isZero || (clock.isEmpty && days.isZero) { clock += "\(cut)S" }
    let calendar = days.isZero ? "" : "\(days)D"
    let sign = isNegative ? "-" : ""
    return "\(sign)P\(calendar)\(clock.isEmpty ? "" : "T" + clock)"
  }

  /// Reads a duration such as `P1DT2H`, `-PT90M` or `PT0.5S`; the parts may exceed a day, an hour or
  /// a minute.
  ///
  /// Nil for any other text, also for one with years or months.
  ///
  /// Source: XML Schema 1.1 part 2, section 3.4.27.
  public init?(_ text: some StringProtocol) {
    var scanner = TemporalScanner(text)
    let negative = scanner.take("-")
    guard scanner.take("P") else { return nil }
    let days = scanner.quantity("D")
    var clock: [Number] = []
    if scanner.take("T") {
      clock = [("H", 3600), ("M", 60), ("S", 1)].compactMap { unit, length in
        scanner.quantity(unit).map { $0 * length }
      }
      if clock.isEmpty { return nil }
    }
    guard scanner.isAtEnd, days != nil || !clock.isEmpty else { return nil }
    let total = clock.reduce((days ?? 0) * 86_400, +)
    self.init(seconds: negative ? -total : total)
  }
}

extension TemporalScanner {
  /// Digits with a unit after them; nothing is consumed if they do not come next.
  ///
  /// Seconds may have a fraction, which may be empty.
  mutating func quantity(_ unit: Unicode.Scalar) -> Number? {
    let start = self
    let whole = digits()
    let fraction = unit == "S" && take(".") ? digits() : []
    guard !whole.isEmpty, take(unit) else {
      self = start
      return nil
    }
    return Number(decimal: whole + (fraction.isEmpty ? [] : [UInt8(ascii: ".")]) + fraction)
  }
}
