import FEEL
import Testing

/// Why a value is null, in English.
func reason(_ value: Value) -> String? {
  guard case .null(let reason) = value else { return nil }
  return reason?.description
}

@Suite struct PatternTests {
  static let cases = TableCase.table("patterns")

  @Test(arguments: cases)
  func strict(row: TableCase) {
    #expect(result(row.expression, .strict) == row.strict)
  }

  @Test(arguments: cases)
  func standard(row: TableCase) {
    #expect(result(row.expression, .standard) == row.standard)
  }

  /// A pattern from outside says what is wrong with it, too.
  @Test func nullHasAReason() throws {
    let expression = try Expression(parsing: "matches(\"a\", p)", semantics: .standard)
    let program = try Program(expression, self: nil, locals: [("p", .any)], schema: Schema())
    let value = program.evaluate(
      self: nil, locals: [.string("a{")], host: EmptyHost(), trace: nil)
    #expect(
      reason(value) == "the pattern is wrong at character 3: here stands a number of repetitions")
  }
}

/// Patterns that other engines need for ever for.
@Suite struct HostilePatternTests {
  private func value(_ pattern: String, on text: String, _ semantics: Semantics = .strict) -> String
  {
    let locals: [(name: String, type: Type, value: Value)] = [
      ("t", .string, .string(text)), ("p", .string, .string(pattern)),
    ]
    return result("matches(t, p)", semantics, locals: locals)
  }

  @Test(arguments: [
    "(a*)*b", "(a|a)*b", "(a|aa)+b", "(a*a*)*b", "^(([a-z])+.)+[A-Z]([a-z])+$", "(?:a?){200}b",
    "(((a*)*)*)*b", "a*a*a*a*a*a*a*a*b", "(a+?)+?b", "(|a|a*)*b", "(?:a*)*(?:a*)*b",
  ])
  func remembered(pattern: String) {
    #expect(value(pattern, on: String(repeating: "a", count: 5000)) == "false")
  }

  @Test func bounded() {
    let text = String(repeating: "a", count: 60)
    let steps = "unknown (the pattern needs too many steps)"
    #expect(value("(a*)*(b?)\\2c", on: text) == steps)
    #expect(value("^(a+)+\\1c", on: text) == steps)
    let long = "unknown (the repetitions make the pattern too long)"
    #expect(value("((a{1000}){1000}){1000}", on: text) == long)
    #expect(value("(?:(?:(?:){9999}){9999}){9999}", on: text) == long)
    #expect(value("(a{0,9999}){0,9999}", on: text) == long)
    #expect(value("a{0,9999}", on: text) == "true")
    #expect(value("a{9999}", on: text) == "false")
  }

  @Test(arguments: [
    ("(", ")", "at character 101: it is nested more than 100 levels deep"),
    ("(?:", ")", "at character 301: it is nested more than 100 levels deep"),
    ("[a-", "]", "at character 301: it is nested more than 100 levels deep"),
  ])
  func deep(before: String, after: String, message: String) {
    let pattern =
      String(repeating: before, count: 1000) + "x" + String(repeating: after, count: 1000)
    #expect(value(pattern, on: "a").contains(message))
  }

  @Test func long() {
    let pattern = String(repeating: "a", count: 10_001)
    #expect(value(pattern, on: "a") == "unknown (the pattern has more than 10000 characters)")
    let text = String(repeating: "ab", count: 200_000)
    let locals: [(name: String, type: Type, value: Value)] = [("t", .string, .string(text))]
    #expect(result("string length(replace(t, \"a\", \"\"))", .strict, locals: locals) == "200000")
    #expect(
      result("replace(t, \"a\", \"$0$0$0$0$0$0$0\")", .strict, locals: locals)
        == "unknown (the result would be too long)")
  }
}
