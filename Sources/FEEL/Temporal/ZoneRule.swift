/// How a zone goes on after the last change that is listed: one offset, or two in turn each year.
///
/// Source: RFC 8536, section 3.3; POSIX, environment variable `TZ`.
public struct ZoneRule: Hashable, Sendable {
  /// A day of every year.
  public enum Day: Hashable, Sendable {
    /// The day from 1 to 365; the leap day is not counted.
    case withoutLeapDay(Int)
    /// The day from 0 to 365.
    case fromZero(Int)
    /// A day of the week, from 0 for Sunday, in a week from 1 to 5 of a month; 5 is the last one.
    case weekday(month: Int, week: Int, day: Int)
  }

  /// The part of the year with another offset.
  public struct Daylight: Hashable, Sendable {
    /// The seconds ahead of UTC in that time.
    public let offset: Int
    /// The day on which it begins, and the second of that day by the clocks before.
    public let start: Day
    /// The second of the day of `start`.
    public let startSecond: Int
    /// The day on which it ends.
    public let end: Day
    /// The second of the day of `end`, by the clocks before.
    public let endSecond: Int
  }

  /// The seconds ahead of UTC outside the daylight time.
  public let standard: Int
  /// The daylight time, if there is one.
  public let daylight: Daylight?

  /// The seconds ahead of UTC at a moment.
  func offset(at second: Int) -> Int {
    offset(at: second, year: second + standard) { _ in 0 }
  }

  /// The seconds ahead of UTC when the clocks show `second`.
  func offset(atLocal second: Int) -> Int {
    offset(at: second, year: second) { max(standard, $0) }
  }

  /// The offset at a second of a scale that is ahead of UTC by `shift` when the offset changes.
  private func offset(at second: Int, year local: Int, _ shift: (Int) -> Int) -> Int {
    guard let daylight else { return standard }
    let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    guard let year = CalendarDate(dayNumber: day)?.year,
      let first = daylight.start.dayNumber(in: year), let last = daylight.end.dayNumber(in: year)
    else { return standard }
    let shift = shift(daylight.offset)
    let start = first * 86_400 + daylight.startSecond - standard + shift
    let end = last * 86_400 + daylight.endSecond - daylight.offset + shift
    let isDaylight =
      start < end ? start <= second && second < end : !(end <= second && second < start)
    return isDaylight ? daylight.offset : standard
  }
}

extension ZoneRule.Day {
  /// The day in a year, in days since 1970-01-01; nil outside the years.
  fileprivate func dayNumber(in year: Int) -> Int? {
    switch self {
    case .withoutLeapDay(let day):
      let leap = CalendarDate.isLeap(year) && day >= 60 ? 1 : 0
      return CalendarDate(year: year, month: 1, day: 1).map { $0.dayNumber + day - 1 + leap }
    case .fromZero(let day):
      return CalendarDate(year: year, month: 1, day: 1).map { $0.dayNumber + day }
    case .weekday(let month, let week, let day):
      guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
      let place = (day - first.weekday % 7 + 7) % 7 + (week - 1) * 7
      return first.dayNumber + (place < first.lengthOfMonth ? place : place - 7)
    }
  }
}
