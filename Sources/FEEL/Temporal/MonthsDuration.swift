/// A length of time in years and months.
///
/// Source: DMN 1.5, section 10.3.2.3.8.
public struct MonthsDuration: Hashable, Sendable {
  /// The whole length in months; negative for a step back.
  public let months: Int

  /// Creates a duration.
  ///
  /// - Precondition: `months` is not `Int.min`.
  public init(months: Int) {
    precondition(months != .min, "a duration must have an opposite")
    self.months = months
  }

  /// The whole months from one day to another, cut towards zero; negative if `end` is earlier.
  ///
  /// Source: DMN 1.5, section 10.3.4.1, `years and months duration`.
  public init(from start: CalendarDate, to end: CalendarDate) {
    let months = (end.year - start.year) * 12 + end.month - start.month
    if months > 0, end.day < start.day {
      self.init(months: months - 1)
    } else if months < 0, end.day > start.day {
      self.init(months: months + 1)
    } else {
      self.init(months: months)
    }
  }

  /// The whole years and the months below a year, both with the sign of the duration.
  public var parts: (years: Int, months: Int) { (months / 12, months % 12) }

  /// The length without its sign.
  public var magnitude: MonthsDuration { MonthsDuration(months: abs(months)) }

  /// The duration of a whole or fractional number of months, cut towards zero; nil if too long.
  public init?(cutting months: Number) {
    guard let whole = months.rounded(toPlaces: 0, .down).asInt, whole != .min else { return nil }
    self.init(months: whole)
  }

  /// The sum, or nil if too long.
  public func adding(_ other: MonthsDuration) -> MonthsDuration? {
    MonthsDuration(cutting: Number(months) + Number(other.months))
  }

  /// The same step the other way.
  public static prefix func - (value: MonthsDuration) -> MonthsDuration {
    MonthsDuration(months: -value.months)
  }

  /// The multiple in whole months, cut towards zero, or nil if too long.
  public func multiplied(by factor: Number) -> MonthsDuration? {
    MonthsDuration(cutting: Number(months) * factor)
  }

  /// The part in whole months, cut towards zero, or nil if `divisor` is zero.
  public func divided(by divisor: Number) -> MonthsDuration? {
    Number(months).divided(by: divisor).flatMap(MonthsDuration.init(cutting:))
  }

  /// How often `other` fits, exactly, or nil if it is empty.
  public func divided(by other: MonthsDuration) -> Number? {
    Number(months).divided(by: Number(other.months))
  }
}

extension MonthsDuration: Comparable {
  /// Whether the left duration is less.
  public static func < (left: MonthsDuration, right: MonthsDuration) -> Bool {
    left.months < right.months
  }
}

extension MonthsDuration: CustomStringConvertible {
  /// The duration in its shortest usual form, such as `P1Y2M`, `-P3M` or `P0M`.
  ///
  /// Source: XML Schema 1.1 part 2, section 3.4.26, canonical form.
  public var description: String {
    let (years, rest) = magnitude.parts
    let yearText = years == 0 ? "" : "\(years)Y"
    let monthText = rest == 0 && years != 0 ? "" : "\(rest)M"
    return "\(months < 0 ? "-" : "")P\(yearText)\(monthText)"
  }

  /// Reads a duration such as `P1Y2M`, `P26M` or `-P1Y`.
  ///
  /// Nil for any other text, also for one with days, and for lengths beyond an `Int` of months.
  ///
  /// Source: XML Schema 1.1 part 2, section 3.4.26.
  public init?(_ text: some StringProtocol) {
    var scanner = TemporalScanner(text)
    let negative = scanner.take("-")
    guard scanner.take("P") else { return nil }
    let years = scanner.quantity("Y")
    let months = scanner.quantity("M")
    guard scanner.isAtEnd, years != nil || months != nil else { return nil }
    let total = (years ?? 0) * 12 + (months ?? 0)
    self.init(cutting: negative ? -total : total)
  }
}
