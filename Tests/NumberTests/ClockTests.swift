import FEEL
import Testing

/// A zone made up for these tests: one hour ahead, two from the second 1,000,000 to 2,000,000.
private let zones = ZoneTable([
  NamedZone(
    "Test/Zone",
    ZoneHistory(
      first: 3600,
      changes: [
        .init(second: 2_000_000, offset: 3600), .init(second: 1_000_000, offset: 7200),
      ])),
  NamedZone("Test/Other", ZoneHistory(first: 0, changes: [.init(second: 0, offset: 3600)])),
])

@Suite struct ClockTests {
  @Test(arguments: [
    ("01:02:03", "01:02:03"), ("11:22:33.444", "11:22:33.444"), ("11:22:33.450", "11:22:33.45"),
    ("11:22:33.123456789012", "11:22:33.123456789012"), ("23:59:00Z", "23:59:00Z"),
    ("11:22:33-00:00", "11:22:33Z"), ("13:20:00+02:00", "13:20:00+02:00"), ("24:00:00", "00:00:00"),
    ("11:59:45-02:45:55", "11:59:45-02:45:55"), ("00:01:00@Etc/UTC", "00:01:00@Etc/UTC"),
    ("00:01:00@Test/Zone", "00:01:00@Test/Zone"),
  ])
  func readsAndWrites(text: String, expected: String) {
    #expect(ClockTime(text, zones: zones)?.description == expected)
  }

  @Test(arguments: [
    "", "23:59:60", "24:00:01", "24:01:00", "25:00:00", "00:60:00", "00:00:61", "7:00:00",
    "07:1:00",
    "07:01:2", "13:20:00+19:00", "13:20:00-14:01", "13:20:00+5:00", "13:20:00+5", "13:20:00@",
    "13:20",
    "13:20:00.", "13:20:00z", "13:20:00+02:60", "13:20:00 ", "13:20:00+02:00@Etc/UTC",
    "13:20:00@xyz/abc", "13:20:00@Test/Zone",
  ])
  func refuses(text: String) {
    #expect(ClockTime(text) == nil)
  }

  @Test(arguments: [
    ("10:15:00", "PT1H", "11:15:00"), ("10:15:00", "P1D", "10:15:00"),
    ("00:30:00", "-PT1H", "23:30:00"),
    ("23:59:59.5", "PT0.5S", "00:00:00"), ("10:15:00+11:00", "-P3DT1S", "10:14:59+11:00"),
  ])
  func addsDurations(time: String, duration: String, expected: String) throws {
    let step = try #require(DaysDuration(duration))
    #expect(ClockTime(time)?.adding(step).description == expected)
  }

  @Test(arguments: [
    ("10:10:10", "09:10:10", "PT1H"), ("10:00:00Z", "11:00:00+01:00", "PT0S"),
    ("10:00:00+01:00", "10:00:00Z", "-PT1H"), ("10:00:00", "10:00:00Z", nil),
    ("10:00:00@Test/Zone", "09:00:00@Test/Zone", "PT1H"),
    ("10:00:00@Test/Zone", "09:00:00@Test/Other", nil), ("10:00:00@Test/Zone", "09:00:00Z", nil),
    ("10:00:00@Etc/UTC", "11:00:00+01:00", "PT0S"),
  ])
  func differs(left: String, right: String, expected: String?) throws {
    let (left, right) = (
      try #require(ClockTime(left, zones: zones)), try #require(ClockTime(right, zones: zones))
    )
    #expect(left.since(right)?.description == expected)
  }
}

@Suite struct MomentTests {
  @Test(arguments: [
    ("2017-12-31T11:22:33.345+01:35", "2017-12-31T11:22:33.345+01:35"),
    ("2012-12-24", "2012-12-24T00:00:00"), ("2021-01-01T24:00:00", "2021-01-02T00:00:00"),
    ("-99999-12-31T11:22:33Z", "-99999-12-31T11:22:33Z"),
    ("2011-12-31T10:15:30.987@Test/Zone", "2011-12-31T10:15:30.987@Test/Zone"),
    ("2011-12-31T10:15:30@xyz/abc", nil),
    ("999999999-12-31T24:00:00", nil), ("2011-12-0310:15:30", nil), ("11:00:00", nil),
    ("2017-12-31T", nil), ("2017-02-29T00:00:00", nil), ("2017-12-31t11:22:33", nil),
  ])
  func readsAndWrites(text: String, expected: String?) {
    #expect(DateTime(text, zones: zones)?.description == expected)
  }

  @Test(arguments: [
    ("2021-01-01T10:10:10", "PT1H", "2021-01-01T11:10:10"),
    ("-2021-01-01T10:10:10+11:00", "-P1D", "-2022-12-31T10:10:10+11:00"),
    ("1970-01-01T00:00:00", "-PT0.25S", "1969-12-31T23:59:59.75"),
    // Clocks go from 14:46:39 to 15:46:40 at the second 1,000,000, and back an hour at 2,000,000.
    ("1970-01-12T14:46:39@Test/Zone", "PT1S", "1970-01-12T15:46:40@Test/Zone"),
    ("1970-01-24T05:33:19@Test/Zone", "PT1S", "1970-01-24T04:33:20@Test/Zone"),
    ("999999999-12-31T23:59:59", "PT1S", nil),
  ])
  func addsDurations(start: String, duration: String, expected: String?) throws {
    let step = try #require(DaysDuration(duration))
    let moment = try #require(DateTime(start, zones: zones))
    #expect(moment.adding(step)?.description == expected)
  }

  @Test(arguments: [
    ("2002-04-02T12:00:00-01:00", "2002-04-02T17:00:00+04:00", "PT0S"),
    ("2021-01-02T10:10:10", "1995-01-01T10:10:10", "P9498D"),
    ("2021-01-02T10:10:10", "2021-01-01T10:10:10Z", nil),
    ("2021-01-02T10:10:10@Etc/UTC", "2021-01-02T10:10:10Z", "PT0S"),
    // A clock that shows a time twice means the first; one that is skipped lies after the gap.
    ("1970-01-24T05:00:00@Test/Zone", "1970-01-24T03:00:00Z", "PT0S"),
    ("1970-01-12T15:00:00@Test/Zone", "1970-01-12T14:00:00Z", "PT0S"),
  ])
  func differs(left: String, right: String, expected: String?) throws {
    let (left, right) = (
      try #require(DateTime(left, zones: zones)), try #require(DateTime(right, zones: zones))
    )
    #expect(left.since(right)?.description == expected)
  }

  @Test func monthsKeepTheTime() throws {
    let moment = try #require(DateTime("2024-01-31T23:59:59Z"))
    #expect(moment.adding(MonthsDuration(months: 1))?.description == "2024-02-29T23:59:59Z")
    #expect(moment.offset == 0)
  }
}
