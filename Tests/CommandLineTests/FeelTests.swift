import FEEL
import Foundation
import Merit
import Testing

@testable import CommandLine

/// `merit feel`: whole outputs of one expression, and of sessions that are piped in.
@Suite("The place to try expressions")
struct FeelTests {
  /// Words after `merit feel`, the exit status, and all that is printed on both streams.
  static let calls: [(words: [String], status: Int32, output: String, complaint: String)] = [
    (["1 + 2"], 0, "3\n", ""),
    (["1 / 3"], 0, "0.3333333333333333333333333333333333\n", ""),
    (["1 / 3", "--strict"], 0, "1/3\n", ""),
    (["\"Nguyễn\" + \" Ánh\""], 0, "\"Nguyễn Ánh\"\n", ""),
    (["--", "-1"], 0, "-1\n", ""),
    (["null"], 0, "null\n", ""),
    (
      ["1 + 1 / 0"], 1, "null\n",
      """
      expression:1:5: error: division by zero
        1 | 1 + 1 / 0
          |     ^~~~~

      """
    ),
    (
      ["điểm + 1"], 1, "null\n",
      """
      expression:1:1: error: nothing is named 'điểm' here
        1 | điểm + 1
          | ^~~~

      """
    ),
    (
      ["1 / (1 - 1)", "--strict"], 1, "unknown (division by zero)\n",
      """
      expression:1:1: error: unknown (division by zero)
        1 | 1 / (1 - 1)
          | ^~~~~~~~~~~

      """
    ),
    (
      ["1 +"], 2, "",
      """
      expression:1:4: error: the text ends where a value is expected
        1 | 1 +
          |    ^

      """
    ),
    (
      ["1 + \"a\"", "--strict"], 2, "",
      """
      expression:1:1: error: a number and a text cannot be added
        1 | 1 + "a"
          | ^~~~~~~ make it a text with 'string(…)'

      """
    ),
    (["--tests", "< 5, [10..20]", "--value", "12"], 0, "true\n", ""),
    (["--tests", "not(\"a\", \"b\")", "--value", "\"a\""], 0, "false\n", ""),
    (["--tests", "-", "--value", "7"], 0, "true\n", ""),
    (["--value", "7"], 2, "", "merit: --value is what --tests are about; give both\n"),
    (["--tests", "7"], 2, "", "merit: --value is missing: what the tests are about\n"),
    (["1", "--tests", "7", "--value", "7"], 2, "", "merit: give an EXPRESSION or --tests\n"),
    (
      ["--json", "{half: 1 / 2, on: @\"2026-01-31\", all: [null, true]}"], 0,
      #"{"value":{"half":0.5,"on":"2026-01-31","all":[null,true]},"#
        + #""type":"context<half: number, on: date, all: list<boolean>>","#
        + #""feel":"{half: 0.5, on: @\"2026-01-31\", all: [null, true]}"}"# + "\n", ""
    ),
    (
      ["--json", "2 * (1 / 0)"], 1,
      #"{"value":null,"type":"Null","feel":"null","reason":"division by zero","#
        + #""line":1,"column":6}"# + "\n", ""
    ),
    (
      ["--json", "--strict", "abs(scor"], 2,
      #"{"problems":[{"reason":"')' is missing after the arguments; instead the text ends","#
        + #""remedy":"write ')'","line":1,"column":9}]}"# + "\n", ""
    ),
  ]

  @Test("computes one expression, tests, and tells what is wrong", arguments: calls.indices)
  func computes(_ index: Int) throws {
    let (words, status, output, complaint) = FeelTests.calls[index]
    let answer = try DoorTests.call(["feel", "--lang", "en"] + words)
    #expect(answer.output == output)
    #expect(answer.complaints == complaint)
    #expect(answer.status == status)
  }

  /// A file that is taken away with this object.
  final class File {
    let path: String
    init(_ name: String, _ text: String) throws {
      path = NSTemporaryDirectory() + "merit-feel-\(UUID().uuidString)-" + name
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  /// Files with names, an expression over them, and what it gives or is complained about.
  static let contexts: [(name: String, text: String, expression: String, output: String)] = [
    ("c.json", #"{"điểm": 12.50, "first name": "Lan"}"#, "điểm * 2", "25"),
    ("c.json", #"{"first name": "Lan"}"#, "first name + \"!\"", "\"Lan!\""),
    ("c.json", #"{"a": 0.1234567890123456789012345678901234}"#, "a - a", "0"),
    ("c.json", #"{"day": "2026-01-31"}"#, "date(day) + @\"P1M\"", "@\"2026-02-28\""),
    ("c.json", #"{"x": [1, {"y": [true, null]}]}"#, "x[2].y", "[true, null]"),
    ("c.feel", "{d: @\"2026-01-31\", f: function(x) x * 2}", "f(d.day)", "62"),
  ]

  @Test("takes names from JSON and FEEL", arguments: contexts.indices)
  func takesContexts(_ index: Int) throws {
    let (name, text, expression, output) = FeelTests.contexts[index]
    let file = try File(name, text)
    let answer = try DoorTests.call(["feel", expression, "--context", file.path])
    #expect(answer.output == output + "\n" && answer.complaints.isEmpty && answer.status == 0)
    let input = try DoorTests.call(
      ["feel", expression, "--context", "-"], through: "exec \"$@\" < \(file.path)")
    #expect(name.hasSuffix(".feel") || input.output == output + "\n")
  }

  /// Files that give no names, and a part of what is said of them.
  static let wrong: [(name: String, text: String, complaint: String)] = [
    ("c.json", "[1]", "gives no context but a list (a number)"),
    ("c.json", "{\"a\": 1,}", ":1:8: error: a comma stands before '}'"),
    ("c.json", "{\"a\": 1e99999}", ":1:7: error: this number is out of range"),
    ("c.feel", "{a: 1", ":1:6: error: "),
    ("c.feel", "1 / 0", ":1:1: error: division by zero"),
  ]

  @Test("refuses files that give no names", arguments: wrong.indices)
  func refusesContexts(_ index: Int) throws {
    let (name, text, complaint) = FeelTests.wrong[index]
    let file = try File(name, text)
    let answer = try DoorTests.call(["feel", "1", "--context", file.path, "--lang", "en"])
    #expect(answer.complaints.contains(complaint) && answer.output.isEmpty && answer.status == 2)
  }

  /// Calls `merit feel` with lines on standard input.
  static func session(_ lines: String, _ words: [String] = []) throws -> DoorTests.Answer {
    try DoorTests.call(["feel"] + words, through: "exec \"$@\" <<'LINES'\n\(lines)\nLINES\n")
  }

  static let script = """
    1 + 2
    điểm số := 7.5
    đie\u{302}\u{309}m so\u{302}\u{301} * 2
    twice := function(x) x * 2
    twice(điểm số)
    [1,

    [1,
      2 + "]"
    ]
    "a := b"
    :type điểm số + 1
    :names
    :trace if điểm số > 3 then twice(1) else 0
    :quit
    99
    """

  @Test("reads lines, keeps values under names, and goes on while brackets are open")
  func reads() throws {
    let answer = try FeelTests.session(FeelTests.script)
    #expect(
      answer.output == """
        3
        7.5
        15
        function(x)
        15
        [1, null]
        "a := b"
        number
        điểm số = 7.5  // number
        twice   = function(x)  // function
        if điểm số > 3 then twice(1) else 0 = 2
        ├─ điểm số > 3 = true
        │  └─ điểm số = 7.5
        └─ twice(1) = 2
           ├─ twice = function(x)
           └─ x * 2 = 2
              └─ x = 1

        """)
    #expect(answer.complaints.contains("line:1:4: lỗi:"))
    #expect(answer.status == 1)
  }

  @Test("tells the place of a failure in the line that wrote the function")
  func findsEarlierLines() throws {
    let answer = try FeelTests.session("f := function(x) 1 / x\n\n  f(0) + 1", ["--lang", "en"])
    #expect(
      answer.complaints == """
        f:1:18: error: division by zero
          1 |      function(x) 1 / x
            |                  ^~~~~

        """)
    #expect(answer.output == "function(x)\nnull\n" && answer.status == 1)
  }

  @Test("speaks both languages, and finds the nearest command")
  func speaks() throws {
    let script = ":help\n:nmes\n:trace\n1x := 2\n:names"
    let vietnamese = try FeelTests.session(script)
    #expect(vietnamese.output.hasPrefix("Gõ một biểu thức FEEL rồi Enter"))
    #expect(vietnamese.output.hasSuffix("Chưa có tên nào. Đặt tên bằng: tên := biểu thức\n"))
    #expect(
      vietnamese.complaints == """
        không có lệnh :nmes; có phải :names?
        thiếu EXPR: :trace EXPR
        '1x' không dùng làm tên được; viết: tên := biểu thức

        """)
    let english = try FeelTests.session(script, ["--lang", "en"])
    #expect(english.output.hasPrefix("Type a FEEL expression and Enter"))
    #expect(english.output.hasSuffix("There are no names yet. Give one with: name := expression\n"))
    #expect(
      english.complaints == """
        there is no command :nmes; did you mean :names?
        write :trace EXPR
        '1x' cannot be a name; write: name := expression

        """)
    #expect(english.status == 1)
    for command in FeelCommand.allCases {
      #expect(english.output.contains("  \(command.form) "))
      #expect(vietnamese.output.contains("  \(command.form) "))
    }
  }

  @Test("answers lines in JSON, and those without trouble with success")
  func answersInJSON() throws {
    let answer = try FeelTests.session("a := 1\na + 1", ["--json"])
    #expect(
      answer.output == """
        {"value":1,"type":"number","feel":"1"}
        {"value":2,"type":"number","feel":"2"}

        """)
    #expect(answer.status == 0 && answer.complaints.isEmpty)
  }

  @Test("completes names, functions and commands as far as they agree")
  func completes() {
    var scope = FeelScope(semantics: .standard)
    let source = SourceText("", name: "")
    scope.define("điểm số", .number(1), from: source)
    scope.define("điểm sàn", .number(2), from: source)
    let completion = FeelCompletion(scope)
    let composed = completion.step("1 + đi")
    #expect(composed.typed == "đi" && composed.insert == "điểm s")
    let decomposed = completion.step("đie\u{302}\u{309}m số")
    #expect(decomposed.typed.isEmpty && decomposed.insert.isEmpty && decomposed.choices.isEmpty)
    #expect(completion.step("điểm s").choices == ["điểm sàn", "điểm số"])
    #expect(completion.step("string le").insert == "string length(")
    #expect(completion.step(":tr").insert == ":trace ")
    #expect(completion.step("known").insert.isEmpty)
  }

  @Test("shows carets right under a line that was typed at a terminal")
  func underlines() {
    var session = FeelSession(FeelScope(semantics: .strict), .english, .typed)
    #expect(session.reply("điểm := 2").output == "2  // number")
    #expect(
      session.reply("  1 + điem").complaint
        == "        ^~~~ nothing is named 'điem' here; write 'điểm'")
    #expect(
      session.reply("x := điem").complaint
        == "       ^~~~ nothing is named 'điem' here; write 'điểm'")
  }
}
