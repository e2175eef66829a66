/// A day of the proleptic Gregorian calendar, from the year -999,999,999 to 999,999,999.
///
/// The year 0 is the year before the year 1, as in ISO 8601. A value that exists is a valid day.
///
/// Source: DMN 1.5, section 10.3.2.3.5.
public struct CalendarDate: Hashable, Sendable {
  /// The years in which days exist.
  public static let years = -999_999_999...999_999_999

  private let storedYear: Int32
  private let storedMonth: Int8
  private let storedDay: Int8

  /// The year, which may be zero or negative.
  public var year: Int { Int(storedYear) }
  /// The month, from 1 to 12.
  public var month: Int { Int(storedMonth) }
  /// The day of the month, from 1.
  public var day: Int { Int(storedDay) }

  /// Creates a day, or nil if the calendar has no such day, as with 30 February.
  public init?(year: Int, month: Int, day: Int) {
    guard CalendarDate.years.contains(year), 1...12 ~= month,
      1...CalendarDate.length(ofMonth: month, in: year) ~= day
    else { return nil }
    (storedYear, storedMonth, storedDay) = (Int32(year), Int8(month), Int8(day))
  }

  /// Creates the day that is `dayNumber` days after 1970-01-01, or nil outside the years.
  ///
  /// - Complexity: O(1).
  public init?(dayNumber: Int) {
    guard CalendarDate.dayNumbers.contains(dayNumber) else { return nil }
    // Years begin in March here, so that the leap day is the last day of its year, and 400 years
    // have always 146,097 days.
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    storedDay = Int8(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    storedMonth = Int8(month)
    storedYear = Int32(yearOfEra + era * 400 + (month <= 2 ? 1 : 0))
  }

  /// The number of days since 1970-01-01, negative before it.
  public var dayNumber: Int {
    CalendarDate.dayNumber(year, month, day)
  }

  private static let dayNumbers =
    dayNumber(years.lowerBound, 1, 1)...dayNumber(years.upperBound, 12, 31)

  private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// Whether a year has 366 days.
  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The number of days of a month from 1 to 12.
  public static func length(ofMonth month: Int, in year: Int) -> Int {
    month == 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}

extension CalendarDate: Comparable {
  /// Whether the left day comes before the right one.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.storedYear, left.storedMonth, left.storedDay)
      < (right.storedYear, right.storedMonth, right.storedDay)
  }
}
