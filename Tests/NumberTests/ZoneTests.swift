import FEEL
import Testing

@Suite struct ZoneTests {
  /// The seconds since 1970 of a moment in universal time.
  private func second(_ text: String) throws -> Int {
    let moment = try #require(DateTime(text + "Z"))
    return try #require(moment.universalSecond?.asInt)
  }

  @Test(arguments: [
    ("<+07>-7", "2026-07-01T00:00:00", 25_200), ("UTC0", "2026-07-01T00:00:00", 0),
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-03-29T00:59:59", 3600),
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-03-29T01:00:00", 7200),
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-10-25T00:59:59", 7200),
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-10-25T01:00:00", 3600),
    ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2026-01-01T00:00:00", 39_600),
    ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2026-06-01T00:00:00", 36_000),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-12-01T00:00:00", 0),
    ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29T00:59:59", -7200),
    ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29T01:00:00", -3600),
    // The leap day counts in the first form and not in the second.
    ("AAA0BBB,59/0,J61/0", "2024-02-29T00:00:00", 3600),
    ("AAA0BBB,J60/0,J61/0", "2024-02-29T12:00:00", 0),
    ("AAA0BBB,J60/0,J61/0", "2024-03-01T00:00:00", 3600),
    // Always daylight time.
    ("XXX3EDT4,0/0,J365/23", "2026-01-01T12:00:00", -14_400),
    ("XXX3EDT4,0/0,J365/23", "2026-12-31T12:00:00", -14_400),
    ("CET-1CEST,M3.5.0,M10.5.0/3", "999999999-07-01T00:00:00", 7200),
  ])
  func rules(text: String, moment: String, offset: Int) throws {
    let rule = ZoneRule(text)
    #expect(rule != nil)
    let zone = ZoneHistory(first: 0, rule: rule)
    #expect(zone.offset(at: try second(moment)) == offset)
  }

  @Test(arguments: [
    "", "CET", "CE-1", "-1", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M3.5.0,M10.6.0",
    "CET-1CEST,M13.5.0,M10.5.0", "CET-1CEST,M3.5.7,M10.5.0", "CET-25", "CET-1:60", "<CET-1",
    "CET-1CEST,J0,J5", "CET-1CEST,366,5", "CET-1CEST,M3.5.0/168,M10.5.0", "CET-1 ", "CET--1",
    "CET-1CEST,M3.5.0,M10.5.0,", "C3T-1", "CET-99999999999999999999",
  ])
  func noRules(text: String) {
    #expect(ZoneRule(text) == nil)
  }

  @Test func zonesAreEqualByName() {
    let one = NamedZone("A", ZoneHistory(first: 0))
    #expect(one == NamedZone("A", ZoneHistory(first: 1)) && one != NamedZone("B", one.history))
    #expect(Set([one, NamedZone("A", one.history)]).count == 1)
  }

  @Test func tablesKeepWhatTheyHaveFound() {
    let table = ZoneTable { $0.hasPrefix("A") ? NamedZone($0, ZoneHistory(first: 0)) : nil }
    #expect(table["A/B"] === table["A/B"] && table["A/B"] != nil)
    #expect(table["B"] == nil && table["Etc/GMT"]?.history.fixedOffset == 0)
    #expect(table[String(repeating: "A", count: 300)] == nil)
  }
}
