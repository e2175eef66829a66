/// A day and a time on it, with or without a zone.
///
/// Equality is of the parts, as the built-in `is` asks; for the same moment see ``since(_:)``.
///
/// Source: DMN 1.5, section 10.3.2.3.6.
public struct DateTime: Hashable, Sendable {
  /// The day.
  public let date: CalendarDate
  /// The time of the day, with the zone of the whole.
  public let time: ClockTime

  /// Creates a moment from a day and a time.
  public init(_ date: CalendarDate, _ time: ClockTime) {
    self.date = date
    self.time = time
  }

  /// Midnight of a day in universal time: what a day alone counts as beside moments.
  ///
  /// Nil never occurs for a day of the calendar.
  public init?(midnightUTC date: CalendarDate) {
    guard let midnight = ClockTime(secondOfDay: .zero, zone: .utc) else { return nil }
    self.init(date, midnight)
  }

  /// The seconds since 1970-01-01T00:00:00 on the same clock.
  private var localSecond: Number { Number(date.dayNumber * 86_400) + time.secondOfDay }

  /// Creates the moment at which a clock shows `localSecond` seconds since 1970-01-01T00:00:00.
  private init?(localSecond: Number, zone: Zone?) {
    guard let days = localSecond.divided(by: 86_400)?.floor, let number = days.asInt,
      let date = CalendarDate(dayNumber: number),
      let time = ClockTime(secondOfDay: localSecond - days * 86_400, zone: zone)
    else { return nil }
    self.init(date, time)
  }

  /// The moment a number of seconds after 1970-01-01T00:00:00Z, as the clocks of a zone show it; nil
  /// outside the years.
  public init?(universalSecond second: Number, zone: Zone = .utc) {
    guard let whole = second.floor.asInt else { return nil }
    self.init(localSecond: second + Number(zone.offset(at: whole)), zone: zone)
  }

  /// The seconds since 1970-01-01T00:00:00Z; nil without a zone.
  public var universalSecond: Number? { offset.map { localSecond - Number($0) } }

  /// The seconds that the clock is ahead of UTC; nil without a zone.
  public var offset: Int? {
    guard let zone = time.zone, let whole = localSecond.floor.asInt else { return nil }
    return zone.offset(atLocal: whole)
  }

  /// The duration from `other` to this moment; its sign orders the two, and zero is the same moment.
  ///
  /// Nil if the two cannot be compared, as only one has a zone.
  public func since(_ other: DateTime) -> DaysDuration? {
    if time.zone == nil, other.time.zone == nil {
      return DaysDuration(seconds: localSecond - other.localSecond)
    }
    guard let mine = universalSecond, let theirs = other.universalSecond else { return nil }
    return DaysDuration(seconds: mine - theirs)
  }

  /// The moment a duration later, in the same zone; nil outside the years.
  public func adding(_ duration: DaysDuration) -> DateTime? {
    guard case .named(let zone) = time.zone else {
      return DateTime(localSecond: localSecond + duration.seconds, zone: time.zone)
    }
    return universalSecond.flatMap {
      DateTime(universalSecond: $0 + duration.seconds, zone: .named(zone))
    }
  }

  /// The same time on the day a number of months later, by ``CalendarDate/adding(months:)``.
  public func adding(_ duration: MonthsDuration) -> DateTime? {
    date.adding(months: duration.months).map { DateTime($0, time) }
  }
}

extension DateTime: CustomStringConvertible {
  /// The day and the time with a `T` between.
  public var description: String { "\(date)T\(time)" }

  /// Reads a moment written as `2026-02-28T09:30:00Z`; a day alone means its midnight, without a
  /// zone.
  ///
  /// `24:00:00` is the midnight that ends the day. Nil for any other text, and for a zone that is
  /// not in the table.
  ///
  /// Source: XML Schema 1.1 part 2, section 3.3.7; DMN 1.5, section 10.3.4.1 for `@` zones.
  public init?(_ text: some StringProtocol, zones: ZoneTable = .universal) {
    var scanner = TemporalScanner(text, zones: zones)
    guard let date = scanner.date() else { return nil }
    if scanner.isAtEnd, let midnight = ClockTime(secondOfDay: .zero) {
      self.init(date, midnight)
      return
    }
    guard scanner.take("T"), let (time, isEndOfDay) = scanner.time(), scanner.isAtEnd,
      let day = isEndOfDay ? date.adding(days: 1) : date
    else { return nil }
    self.init(day, time)
  }
}

extension CalendarDate {
  /// The day on which a moment falls that is a duration after this day's beginning.
  ///
  /// Hours are not lost before they are counted: ten hours later is the same day, ten hours earlier
  /// the day before. Nil outside the years.
  ///
  /// Source: DMN 1.5, section 10.3.2, arithmetic of dates and durations.
  public func adding(_ duration: DaysDuration) -> CalendarDate? {
    guard let days = duration.seconds.divided(by: 86_400)?.floor.asInt else { return nil }
    return adding(days: days)
  }

  /// The day a number of months later, by ``adding(months:)``.
  public func adding(_ duration: MonthsDuration) -> CalendarDate? {
    adding(months: duration.months)
  }

  /// The duration from `other` to this day, in whole days.
  public func since(_ other: CalendarDate) -> DaysDuration {
    DaysDuration(seconds: Number(other.days(until: self) * 86_400))
  }
}
