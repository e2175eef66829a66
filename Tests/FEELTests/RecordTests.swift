import FEEL
import Testing

/// Expressions about a person of the small world.
@Suite struct RecordTests {
  static let aboutLan: [(String, String)] = [
    ("score", "90"), ("name", "\"Lan\""), ("count(tasks)", "3"),
    ("sum(tasks.points)", "60"), ("tasks[points > 10].title", "[\"task 1\", \"task 2\"]"),
    ("tasks[1].points", "10"), ("tasks[-1].title", "\"task 2\""),
    ("tasks[done].points", "[10, 30]"), ("tasks[person.name != name].title", "[]"),
    ("tasks[item.points = 20].days", "[1]"), ("tasks[2].person.name", "\"Lan\""),
    ("every t in tasks satisfies t.points > 0", "true"),
    ("some t in tasks satisfies t.points > score", "false"),
    ("for p in everyone return p.name", "[\"Lan\", \"Bình\"]"),
    ("everyone[score < 80].name", "[\"Bình\"]"), ("score >= threshold", "true"),
    ("grade = \"excellent\"", "true"), ("grade > \"good\"", "true"), ("\"good\" < grade", "true"),
    ("grade in (\"good\", \"excellent\")", "true"), ("grade in [\"poor\"..\"fair\"]", "false"),
    ("grade between \"good\" and \"excellent\"", "true"), ("max(grade, \"good\")", "\"excellent\""),
    ("if score > 80 then grade else \"poor\"", "\"excellent\""), ("grade != null", "true"),
    ("share(score, 90)", "1"), ("share(whole: 45, part: score)", "2"), ("double(score)", "180"),
    ("double(double(1))", "4"), ("credit(10)", "5"), ("hired + @\"P1Y\"", "@\"2021-01-15\""),
    ("working days(hired, as of)", "4"), ("điểm sàn", "5"), ("setting + 1", "4"),
    ("sum(for t in tasks return t.points * 2)", "120"),
    ("sort(tasks, function(a, b) a.points > b.points)[1].title", "\"task 2\""),
  ]

  @Test(arguments: aboutLan)
  func lan(expression: String, expected: String) {
    #expect(result(expression, .strict, self: World.lan) == expected)
  }

  /// A missing value passes through everything that it matters to, and says where it is missing.
  @Test(arguments: [
    ("sum(tasks.points)", "unknown (no points: 4, points)"), ("count(tasks)", "2"),
    ("count(tasks[points > 10])", "unknown (no points: 4, points)"),
    ("some t in tasks satisfies t.points = 40", "true"),
    ("every t in tasks satisfies t.points < 40", "false"),
    ("known(sum(tasks.points))", "false"), ("min(0, 1)", "0"),
    ("if known(tasks[2].points) then 1 else 0", "0"),
  ])
  func binh(expression: String, expected: String) {
    #expect(result(expression, .strict, self: World.binh) == expected)
  }

  /// The relations that a value was reached through.
  @Test(arguments: [
    ("tasks", [7]), ("tasks[done]", [7]), ("tasks[1]", [7]), ("tasks[1].person", [7, 8]),
    ("tasks[1].person.tasks", [7, 8, 7]), ("tasks.person", [7, 8]),
    ("if score > 1 then tasks else tasks[done]", [7]), ("everyone", []),
  ])
  func provenance(expression: String, expected: [Int]) throws {
    let program = try Program(
      Expression(parsing: expression, semantics: .strict), self: 0, schema: World().schema)
    var type = program.type
    if case .list(let element) = type { type = element }
    guard case .record(_, let via) = type else {
      Issue.record("\(expression) is no record")
      return
    }
    #expect(via == expected)
  }

  /// Locals hide members, members hide globals, and what is inside a filter hides both.
  @Test func scopes() {
    let locals: [(name: String, type: Type, value: Value)] = [("score", .number, .number(1))]
    #expect(result("score", .strict, locals: locals, self: World.lan) == "1")
    #expect(
      result("everyone[score > 1].score", .strict, locals: locals, self: World.lan) == "[90, 70]")
    #expect(result("everyone[threshold > 1][1].name", .strict, self: World.lan) == "\"Lan\"")
  }

  @Test(arguments: [
    ("score", "number of points"), ("score / score", "number of 1"),
    ("score * 2", "number of points"),
    ("score / 2", "number of points"), ("sum(tasks.points)", "number of points"),
    ("mean(tasks.points)", "number of points"), ("max(0, score)", "number of points"),
    ("sum(tasks.points) / sum(tasks.days)", "number of points / days"),
    ("sum(tasks.points) * sum(tasks.days)", "number of days * points"),
    ("score * điểm sàn", "number"), ("share(score, threshold)", "number of 1"),
    ("double(score)", "number of points"), ("score ** 2", "number of points^2"),
    ("if score > 1 then score else unknown(\"none\")", "number of points"),
    ("count(tasks)", "number"), ("round half up(score, 1)", "number of points"),
  ])
  func units(expression: String, expected: String) throws {
    let program = try Program(
      Expression(parsing: expression, semantics: .strict), self: 0, schema: World().schema)
    #expect(program.type.inWords.description == "a \(expected)")
  }
}
