import FEEL
import Testing

@Suite struct CalendarTests {
  /// Every day of the years 1 to 9999 as Python's `datetime` counts them, at a stride and at all
  /// ends of months.
  @Test(.enabled(if: Oracle.isAvailable)) func agreesWithDatetime() throws {
    let oracle = try Oracle(
      """
      import datetime, sys
      last = datetime.date(9999, 12, 31).toordinal()
      days = set(range(1, last, 97)) | set(range(730000, 740000)) | {last}
      for y in range(1, 10000):
        for m in (1, 2, 3, 12):
          days.add(datetime.date(y, m, 1).toordinal())
          days.add(max(1, datetime.date(y, m, 1).toordinal() - 1))
      for o in sorted(days):
        d = datetime.date.fromordinal(o)
        y, w, k = d.isocalendar()
        print(o - 719163, d.isoformat(), k, d.timetuple().tm_yday, w, sep="\\t")
      """)
    #expect(oracle.lines.count > 80_000)
    for line in oracle.lines {
      let date = try #require(CalendarDate(line[1]))
      let facts = [date.dayNumber, date.weekday, date.dayOfYear, date.weekOfYear].map(String.init)
      if facts != [line[0], line[2], line[3], line[4]] { Issue.record("\(line) gives \(facts)") }
      let back = try CalendarDate(dayNumber: #require(Int(line[0])))
      if back != date || back?.description != line[1] { Issue.record("\(line) comes back") }
    }
  }

  @Test func fourHundredYearsRepeat() throws {
    for year in [-999_999_999, -401, -400, -5, -4, -1, 0, 1, 999_999_599] {
      for (month, day) in [(1, 1), (2, 28), (3, 1), (12, 31)] {
        let date = try #require(CalendarDate(year: year, month: month, day: day))
        let later = try #require(CalendarDate(year: year + 400, month: month, day: day))
        #expect(date.days(until: later) == 146_097)
        #expect(CalendarDate(dayNumber: date.dayNumber) == date)
        #expect(CalendarDate(date.description) == date)
      }
    }
  }

  @Test(arguments: [
    "2026-02-30", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-1-01",
    "2026-01-1", "998-12-31", "01211-12-31", "+2012-12-02", "2012/12/25", "2012-12-25T", "",
    "9999999999-12-25", "2012-12-25Z", " 2012-12-25", "1000000000-01-01", "2026-01-00",
  ])
  func refuses(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test(arguments: [
    "2000-02-29", "2024-02-29", "0000-02-29", "-0004-02-29", "-2017-12-31", "999999999-12-31",
    "-999999999-01-01", "12026-07-01",
  ])
  func readsAndWrites(text: String) throws {
    #expect(CalendarDate(text)?.description == text)
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
    ("2026-03-31", -1, "2026-02-28"),
    ("2026-12-15", 1, "2027-01-15"), ("2026-01-15", -1, "2025-12-15"),
    ("2024-02-29", 12, "2025-02-28"),
    ("2024-02-29", -48, "2020-02-29"), ("0000-01-31", -11, "-0001-02-28"),
    ("2026-05-31", 0, "2026-05-31"),
    ("999999999-12-31", 1, nil), ("-999999999-01-01", -1, nil), ("2026-01-01", Int.max, nil),
  ])
  func addsMonths(start: String, months: Int, expected: String?) throws {
    let date = try #require(CalendarDate(start))
    #expect(date.adding(months: months)?.description == expected)
  }

  @Test func endsOfTheCalendar() throws {
    let last = try #require(CalendarDate("999999999-12-31"))
    let first = try #require(CalendarDate("-999999999-01-01"))
    #expect(last.adding(days: 1) == nil)
    #expect(first.adding(days: -1) == nil)
    #expect(last.adding(days: Int.max) == nil)
    #expect(first < last)
    #expect(last.endOfMonth == last)
    #expect(MemoryLayout<CalendarDate>.size <= 8)
  }
}
