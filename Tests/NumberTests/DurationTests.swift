import FEEL
import Testing

@Suite struct DurationTests {
  @Test(arguments: [
    ("P1D", "P1D"), ("PT2H", "PT2H"), ("P1DT2H3M4.123456789S", "P1DT2H3M4.123456789S"),
    ("PT0S", "PT0S"), ("PT0.000S", "PT0S"), ("PT0.S", "PT0S"), ("P0D", "PT0S"), ("-P0D", "PT0S"),
    ("-PT1H2M", "-PT1H2M"), ("PT1000M", "PT16H40M"), ("PT24H", "P1D"), ("P2DT274M", "P2DT4H34M"),
    ("PT1000M0.999999999S", "PT16H40M0.999999999S"), ("-PT0.1S", "-PT0.1S"),
    ("P99999999999999999999D", "P99999999999999999999D"), ("P1DT", nil), ("P", nil), ("P0", nil),
    ("1D", nil), ("P1H", nil), ("P1S", nil), ("PT1D", nil), ("PT1M1H", nil), ("PT1.5H", nil),
    ("P1Y", nil),
    ("P1Y1D", nil), ("PT.5S", nil), ("+P1D", nil), ("P-1D", nil), ("PT", nil), ("", nil),
    ("p1d", nil),
  ])
  func readsAndWritesDays(text: String, expected: String?) {
    #expect(DaysDuration(text)?.description == expected)
  }

  @Test(arguments: [
    ("P1Y2M", "P1Y2M"), ("P0Y", "P0M"), ("P26M", "P2Y2M"), ("P1Y27M", "P3Y3M"),
    ("-P100M", "-P8Y4M"),
    ("P999999999M", "P83333333Y3M"), ("P12M", "P1Y"), ("-P0M", "P0M"), ("P1M1Y", nil),
    ("P1Y1D", nil),
    ("P1D", nil), ("P", nil), ("P1", nil), ("P99999999999999999999Y", nil), ("", nil),
    ("P1.5Y", nil),
  ])
  func readsAndWritesMonths(text: String, expected: String?) {
    #expect(MonthsDuration(text)?.description == expected)
  }

  @Test func thirdsOfADay() throws {
    let day = try #require(DaysDuration("P1D"))
    let part = try #require(day.divided(by: 7))
    #expect(part * 7 == day)
    #expect(day.divided(by: part) == 7)
    #expect(part.description == "PT3H25M42.857142857S")
    #expect(day.divided(by: Number.zero) == nil)
    #expect(day.divided(by: day - day) == nil)
    let half = try #require(Number("1.5"))
    #expect(DaysDuration("P4DT1H").map { $0 * half } == DaysDuration("P6DT1H30M"))
    #expect(-day < day)
    let parts = try #require(DaysDuration("-P1DT2H3M4.5S")).parts
    #expect(parts.days == -1 && parts.hours == -2 && parts.minutes == -3)
    #expect(parts.seconds == Number("-4.5"))
  }

  @Test(arguments: [
    ("P1Y11M", "-2.5", "-P4Y9M"), ("P2M", "1.5", "P3M"), ("-P1M", "1.9", "-P1M"),
    ("P1M", "1e30", nil),
  ])
  func multipliesMonths(months: String, factor: String, expected: String?) throws {
    let duration = try #require(MonthsDuration(months))
    #expect(try duration.multiplied(by: Number(fraction: factor))?.description == expected)
  }

  @Test func dividesMonths() throws {
    let duration = try #require(MonthsDuration("P10Y11M"))
    #expect(try duration.divided(by: #require(Number("2.5")))?.description == "P4Y4M")
    #expect(duration.divided(by: Number.zero) == nil)
    #expect(duration.divided(by: MonthsDuration(months: 2)) == Number("65.5"))
    #expect(MonthsDuration(months: Int.max).adding(MonthsDuration(months: 1)) == nil)
    #expect(MonthsDuration(months: -14).parts == (-1, -2))
  }

  @Test(arguments: [
    ("2011-12-22", "2013-08-24", "P1Y8M"), ("2013-08-24", "2011-12-22", "-P1Y8M"),
    ("2016-01-21", "2015-01-21", "-P1Y"), ("2016-09-30", "2017-12-28", "P1Y2M"),
    ("-2016-01-30", "-2017-02-28", "-P11M"), ("2014-12-31", "-2019-10-01", "-P4033Y2M"),
    ("2016-01-01", "2016-01-01", "P0M"),
  ])
  func monthsBetween(start: String, end: String, expected: String) throws {
    let (start, end) = (try #require(CalendarDate(start)), try #require(CalendarDate(end)))
    #expect(MonthsDuration(from: start, to: end).description == expected)
  }

  @Test(arguments: [
    ("2021-01-02", "PT1H", "2021-01-02"), ("2021-01-02", "-PT1H", "2021-01-01"),
    ("2021-01-02", "-PT25H", "2020-12-31"), ("2021-01-01", "PT36H", "2021-01-02"),
    ("2020-03-01", "-PT24H", "2020-02-29"),
  ])
  func daysTakeHours(date: String, duration: String, expected: String) throws {
    let (date, step) = (try #require(CalendarDate(date)), try #require(DaysDuration(duration)))
    #expect(date.adding(step)?.description == expected)
    let end = try #require(CalendarDate(expected))
    #expect(date.adding(end.since(date)) == end)
  }
}
