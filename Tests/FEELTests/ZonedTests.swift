import FEEL
import Testing

/// Zones and the clock come from outside.
@Suite struct ZonedTests {
  private let world: World = {
    var world = World()
    let rules = [
      "Europe/Paris": "CET-1CEST,M3.5.0,M10.5.0/3", "Asia/Ho_Chi_Minh": "<+07>-7",
      "Australia/Sydney": "AEST-10AEDT,M10.1.0,M4.1.0/3",
      "Australia/Melbourne": "AEST-10AEDT,M10.1.0,M4.1.0/3",
    ]
    world.zones = ZoneTable(
      rules.map { NamedZone($0.key, ZoneHistory(first: 0, rule: ZoneRule($0.value))) })
    world.now = DateTime("2026-01-31T08:30:00+07:00")
    return world
  }()

  @Test(arguments: [
    (#"@"2026-07-01T12:00:00@Europe/Paris" = @"2026-07-01T10:00:00Z""#, "true"),
    (#"@"2026-07-01T12:00:00@Europe/Paris" < @"2026-07-01T12:00:00@Asia/Ho_Chi_Minh""#, "false"),
    (
      #"@"2026-01-01T12:00:00@Australia/Sydney" = @"2026-01-01T12:00:00@Australia/Melbourne""#,
      "true"
    ),
    (
      #"is(@"2026-01-01T12:00:00@Australia/Sydney", @"2026-01-01T12:00:00@Australia/Melbourne")"#,
      "false"
    ),
    (
      #"@"2026-07-01T12:00:00@Europe/Paris" - @"2026-01-01T12:00:00@Europe/Paris""#,
      #"@"P180DT23H""#
    ),
    (#"@"2026-03-28T12:00:00@Europe/Paris" + @"P1D""#, #"@"2026-03-29T13:00:00@Europe/Paris""#),
    (#"@"2026-03-28T12:00:00@Europe/Paris" + @"P1M""#, #"@"2026-04-28T12:00:00@Europe/Paris""#),
    (#"@"2026-10-25T02:30:00@Europe/Paris" - @"2026-10-25T00:00:00Z""#, #"@"PT30M""#),
    (#"@"2026-03-29T02:30:00@Europe/Paris" - @"2026-03-29T00:00:00Z""#, #"@"PT1H30M""#),
    (#"@"2026-01-02T00:00:00@Asia/Ho_Chi_Minh" - @"2026-01-01""#, #"@"PT17H""#),
    (#"@"2026-07-01T12:00:00@Europe/Paris".time offset"#, #"@"PT2H""#),
    (#"@"2026-01-01T12:00:00@Europe/Paris".time offset"#, #"@"PT1H""#),
    (#"@"2026-07-01T12:00:00@Europe/Paris".timezone"#, #""Europe/Paris""#),
    (#"@"12:00:00@Europe/Paris".time offset"#, "null"),
    (#"@"12:00:00@Asia/Ho_Chi_Minh".time offset"#, #"@"PT7H""#),
    (#"@"12:00:00@Asia/Ho_Chi_Minh" = @"05:00:00Z""#, "true"),
    (#"@"12:00:00+01:00" = @"12:00:00@Europe/Paris""#, "false"),
    (#"date and time(@"2026-07-01", @"12:00:00@Europe/Paris") = @"2026-07-01T10:00:00Z""#, "true"),
    (#"time("12:00:00@Europe/Paris").timezone"#, #""Europe/Paris""#),
    (#"string(@"2026-07-01T12:00:00@Europe/Paris")"#, #""2026-07-01T12:00:00@Europe/Paris""#),
    (
      #"@"2026-07-01T10:00:00Z" in [@"2026-07-01T12:00:00@Europe/Paris"..@"2026-07-01T12:00:01@Europe/Paris"]"#,
      "true"
    ),
  ])
  func zones(expression: String, expected: String) {
    #expect(result(expression, .standard, world) == expected)
    #expect(result(expression, .strict, world) == expected)
  }

  @Test(arguments: [
    (#"@"10:00:00.25" = @"10:00:00.5""#, "false", "true"),
    (#"@"10:00:00.999" < @"10:00:01""#, "true", "true"),
    (#"@"10:00:00.25" < @"10:00:00.5""#, "true", "false"),
    (#"@"2026-01-31T10:00:00.25" = @"2026-01-31T10:00:00.5""#, "false", "true"),
    (#"@"2026-01-31T10:00:00.5Z" > @"2026-01-31T11:00:00.25+01:00""#, "true", "false"),
    (#"@"10:00:00.5" - @"10:00:00.25""#, #"@"PT0.25S""#, #"@"PT0.25S""#),
  ])
  func fractionsOfSeconds(expression: String, strict: String, standard: String) {
    #expect(result(expression, .strict) == strict)
    #expect(result(expression, .standard) == standard)
  }

  @Test(arguments: [
    #"@"2026-07-01T12:00:00@xyz/abc""#, #"date and time("2026-07-01T12:00:00@xyz/abc")"#,
    #"time("12:00:00@xyz/abc")"#,
  ])
  func missingZones(expression: String) throws {
    #expect(result(expression, .standard, world) == "null")
    #expect(result(expression, .strict, world) == #"error: there is no time zone "xyz/abc""#)
    let program = try Program(
      Expression(parsing: expression, semantics: .standard), self: nil, schema: Schema())
    let value = program.evaluate(self: nil, host: EmptyHost(), trace: nil)
    #expect(reason(value) == #"there is no time zone "xyz/abc""#)
  }

  /// Texts that are read while a program runs name the zones of its schema.
  @Test func zonesAtRunTime() {
    let texts: [(name: String, type: Type, value: Value)] = [
      ("t", .string, .string("2026-07-01T12:00:00@Europe/Paris"))
    ]
    #expect(
      result("date and time(t) = @\"2026-07-01T10:00:00Z\"", .strict, world, locals: texts)
        == "true")
    #expect(
      result("date and time(t)", .strict, locals: texts)
        == #"unknown (there is no time zone "Europe/Paris")"#)
  }

  @Test func theClockIsGiven() throws {
    #expect(result("now()", .standard, world) == #"@"2026-01-31T08:30:00+07:00""#)
    #expect(result("today()", .standard, world) == #"@"2026-01-31""#)
    #expect(result("[now(), today()][1] = now()", .standard, world) == "true")
    let program = try Program(
      Expression(parsing: "now()", semantics: .standard), self: nil, schema: Schema())
    let value = program.evaluate(self: nil, host: EmptyHost(), trace: nil)
    #expect(reason(value) == "no clock is given")
  }
}
