extension CalendarDate {
  /// The day of the week, from 1 for Monday to 7 for Sunday.
  public var weekday: Int {
    // 1970-01-01 was a Thursday.
    let rest = (dayNumber + 3) % 7
    return (rest < 0 ? rest + 7 : rest) + 1
  }

  /// The day of the year, from 1 to 366.
  public var dayOfYear: Int {
    (1..<month).reduce(day) { $0 + CalendarDate.length(ofMonth: $1, in: year) }
  }

  /// The week of the year by ISO 8601, from 1 to 53; the first week is the one with 4 January.
  public var weekOfYear: Int {
    let week = (dayOfYear - weekday + 10) / 7
    if week < 1 { return CalendarDate.weeks(in: year - 1) }
    return week > CalendarDate.weeks(in: year) ? 1 : week
  }

  /// A year has 53 weeks if it begins or ends on a Thursday.
  private static func weeks(in year: Int) -> Int {
    let newYear = CalendarDate(
      year: min(max(year, years.lowerBound), years.upperBound), month: 1, day: 1)
    let first = newYear?.weekday
    return first == 4 || (first == 3 && isLeap(year)) ? 53 : 52
  }

  /// The number of days in this day's month.
  public var lengthOfMonth: Int { CalendarDate.length(ofMonth: month, in: year) }

  /// The last day of this day's month.
  public var endOfMonth: CalendarDate {
    CalendarDate(year: year, month: month, day: lengthOfMonth) ?? self
  }

  /// The day `count` days later, or earlier if negative; nil outside the years.
  public func adding(days count: Int) -> CalendarDate? {
    let (sum, overflow) = dayNumber.addingReportingOverflow(count)
    return overflow ? nil : CalendarDate(dayNumber: sum)
  }

  /// The same day `count` months later, or earlier if negative; nil outside the years.
  ///
  /// A day that the month does not have becomes its last day: a month after 31 January is 28 or 29
  /// February.
  ///
  /// Source: XML Schema 1.1 part 2, appendix E.3.3.
  public func adding(months count: Int) -> CalendarDate? {
    let (sum, overflow) = (year * 12 + month - 1).addingReportingOverflow(count)
    guard !overflow else { return nil }
    let year = sum >= 0 ? sum / 12 : (sum - 11) / 12
    let month = sum - year * 12 + 1
    let length = CalendarDate.length(ofMonth: month, in: year)
    return CalendarDate(year: year, month: month, day: min(day, length))
  }

  /// The number of days from this day until `other`; negative if `other` is earlier.
  public func days(until other: CalendarDate) -> Int {
    other.dayNumber - dayNumber
  }
}
