import FEEL
import Testing

/// Whole diagnostics as a person reads them.
@Suite struct DiagnosticTests {
  /// All problems of an expression about a person, rendered one after the other.
  private func problems(_ text: String, _ world: World = World()) -> String {
    do throws(Problems) {
      let expression = try Expression(parsing: text, semantics: .strict)
      _ = try Program(expression, self: 0, schema: world.schema)
      return "none"
    } catch {
      let source = SourceText(text, name: "pack")
      return error.all.map { source.render($0.diagnostic) }.joined(separator: "\n")
    }
  }

  @Test func aNameBesideVietnameseLetters() {
    // Composed and decomposed letters take the same room.
    for sàn in ["điểm sàn", "\u{111}i\u{65}\u{302}\u{309}m sa\u{300}n"] {
      #expect(
        problems("\(sàn) + scoer") == """
          pack:1:12: error: nothing is named 'scoer' here
            1 | \(sàn) + scoer
              |            ^~~~~ write 'score'
          """)
    }
  }

  @Test func aVietnameseNameItself() {
    #expect(
      problems("1 + điểm sàm") == """
        pack:1:5: error: nothing is named 'điểm sàm' here
          1 | 1 + điểm sàm
            |     ^~~~~~~~ write 'điểm sàn'
        """)
  }

  @Test func allProblemsAtOnce() {
    #expect(
      problems("if scor > 1 then tasks.pionts else cuont(tasks)") == """
        pack:1:4: error: nothing is named 'scor' here
          1 | if scor > 1 then tasks.pionts else cuont(tasks)
            |    ^~~~ write 'score'
        pack:1:24: error: a record of 'tasks' has nothing named 'pionts'
          1 | if scor > 1 then tasks.pionts else cuont(tasks)
            |                        ^~~~~~ write 'points'
        pack:1:36: error: there is no function 'cuont'
          1 | if scor > 1 then tasks.pionts else cuont(tasks)
            |                                    ^~~~~ write 'count'
        """)
  }

  @Test(arguments: [
    ("score + sum(tasks.days)", "points and days cannot be added", nil),
    ("score > sum(tasks.days)", "points and days cannot be compared", nil),
    ("max(score, sum(tasks.days))", "points and days cannot go together", nil),
    ("score + 1 > share(score, 2 * threshold)", "points and a ratio cannot be compared", nil),
    ("grade = \"god\"", "no grade is named 'god'", "write \"good\""),
    (
      "grade in (\"first\")", "no grade is named 'first'",
      "write one of \"poor\", \"fair\", \"good\", \"excellent\""
    ),
    ("grade > 3", "a level and a number cannot be compared", nil),
    ("name = 3", "a text and a number cannot be compared", nil),
    (
      "score = \"90\"", "a number of points and a text cannot be compared",
      "write 90 without quotation marks"
    ),
    ("hired > \"2026-01-01\"", "a date and a text cannot be compared", "write @\"2026-01-01\""),
    (
      "as of - hired > 3", "a duration in days and a number cannot be compared",
      "write '.days' behind it"
    ),
    ("today()", "'today' would give another result every day", "use 'as of'"),
    (
      "score name", "nothing is named 'score name' here",
      "put an operator between 'score' and 'name'"
    ),
    (
      "score(2)", "'score' is a number of points and cannot be called", "put '*' before the bracket"
    ),
    (
      "tasks.person.tasks.points", "a list (a record) has nothing named 'points'",
      "make one list of it with 'flatten(…)'"
    ),
    ("share(score)", "'share' takes 2 arguments (part, whole), found 1", nil),
    ("share(part: score, hole: 1)", "'share' has no parameter 'hole'", "write 'whole'"),
    ("share", "'share' is a function", "give its arguments in brackets"),
    ("reading(\"lat\")", "there is no reading 'lat'", "write \"late\""),
    ("name[1 > 0]", "a filter needs a list, and this is a text", nil),
    ("score.points", "a number of points has nothing named 'points'", nil),
    (
      "tasks + 1", "a list (a record) and a number cannot be added",
      "take the sum, or go through the list with 'for'"
    ),
    ("(tasks.points)[points > 1]", "nothing is named 'points' here", nil),
  ])
  func words(expression: String, message: String, remedy: String?) throws {
    do throws(Problems) {
      _ = try Program(
        Expression(parsing: expression, semantics: .strict), self: 0, schema: World().schema)
      Issue.record("\(expression) has no problem")
    } catch {
      #expect(error.all.first?.diagnostic.message.description == message)
      #expect(error.all.first?.diagnostic.remedy?.description == remedy)
      #expect(error.all.count == 1)
    }
  }

  @Test(arguments: [
    (
      "share(name, 1)", 10, "a text cannot be divided by a number",
      "in the function 'share', called with (a text, a number)"
    ),
    ("blind(1)", 13, "nothing is named 'score' here", "in the function 'blind'"),
    (
      "endless(1)", 12, "the function 'endless' is used inside itself",
      "in the function 'endless', called with (a number)"
    ),
    (
      "credit(name)", 20, "a text cannot be divided by a number",
      "in the answer 'half' to the reading 'late'"
    ),
    (
      "reading(\"broken\")", 23, "nothing is named 'scoer' here",
      "in the answer 'bad' to the reading 'broken'"
    ),
    (
      "reading(\"own\")", 24, "the reading 'own' is used inside itself",
      "in the answer 'only' to the reading 'own'"
    ),
  ])
  func otherTexts(expression: String, text: Int, message: String, note: String) {
    do throws(Problems) {
      _ = try Program(
        Expression(parsing: expression, semantics: .strict), self: 0, schema: World().schema)
      Issue.record("\(expression) has no problem")
    } catch {
      #expect(error.all.first?.textID == text)
      #expect(error.all.first?.diagnostic.message.description == message)
      #expect(error.all.first?.diagnostic.notes.first?.message.description == note)
    }
  }
}
