import FEEL
import Testing

/// Whatever the text is, there is a value or a diagnostic, and soon.
@Suite struct HostileTests {
  @Test(arguments: [
    ("(", "1", ")"), ("[", "1", "]"), ("-", "1", ""), ("not(", "true", ")"), ("{a:", "1", "}"),
    ("if true then ", "1", " else 2"), ("1+(", "1", ")"), ("function(x) ", "x", ""),
    ("abs(", "1", ")"), ("", "1", "[1]"), ("", "1", "+1"), ("", "1", ".a"), ("1 in (", "1", ")"),
    ("for x in [1] return ", "x", ""), ("some x in [1] satisfies ", "true", ""),
    ("(function(x) ", "x", ")(1)"), ("1 instance of list<", "number", ">"), ("1 ** ", "1", ""),
    ("[1][", "1", "]"), ("\"", "", ""), ("/*", "", ""), ("unknown(", "\"a\"", ")"),
  ])
  func deep(before: String, middle: String, after: String) {
    for count in [1, 50, 150, 198, 200, 1000, 3000] {
      let text =
        String(repeating: before, count: count) + middle + String(repeating: after, count: count)
      for semantics in [Semantics.strict, .standard] {
        #expect(!result(text, semantics).isEmpty)
      }
    }
  }

  @Test func deepCallsEnd() {
    for depth in [1, 50, 150] {
      let body =
        String(repeating: "[", count: depth) + "f(f)" + String(repeating: "]", count: depth)
      #expect(!result("(function(f) \(body))(function(f) \(body))", .standard).isEmpty)
    }
  }

  @Test(arguments: [
    "count(for x in 1..100000 return [partial[-1]])", "for x in 1..60 return partial",
    "count(for x in 1..100000 return function() partial[-1])",
  ])
  func loopsOverTheirOwnResultsEnd(expression: String) {
    #expect(["null", "100000"].contains(result(expression, .standard)))
  }

  /// Loops in loops, long lists and long numbers again and again.
  @Test(arguments: [
    "for x in 1..9999 return sum(for y in 1..9999 return y)",
    "for x in 1..9999, y in 1..9999, z in [] return 1",
    "some x in 1..9999 satisfies (every y in 1..9999 satisfies y > 0) and x < 0",
    "(for x in 1..9999 return x)[count((for y in 1..9999 return y)[item > 1]) < 0]",
    "{l: for x in 1..9999 return x, r: for y in l return l = reverse(l)}.r",
    "{l: for x in 1..9999 return x, r: for y in l return distinct values(l)}.r",
    "{l: for x in 1..9999 return x, r: for y in l return count(l[item > y])}.r",
    "for x in 1..9999 return if x = 1 then 1 else partial[-1] + 1 / x",
    "{f: function(n) if n = 0 then 1 else f(n - 1) + f(n - 1), r: f(40)}.r",
    "{s: string join(for x in 1..9999 return \"abcdefgh\"), r: for x in 1..9999 return s = s}.r",
  ])
  func manyStepsEnd(expression: String) {
    for semantics in [Semantics.strict, .standard] {
      let result = result(expression, semantics, steps: 1 << 14)
      #expect(
        ["null", "[]", "unknown (the computation takes too many steps)"].contains(result)
          || result.hasPrefix("error: "), "\(result.prefix(100))")
    }
  }

  /// Short texts for values that hold themselves again and again.
  @Test func valuesThatShareTheirPartsStaySmall() {
    let names = (0..<60).map { "a\($0)" }
    let lists = names.enumerated().dropFirst().map { "\($1): [\(names[$0 - 1]), \(names[$0 - 1])]" }
    let contexts = names.enumerated().dropFirst()
      .map { "\($1): {x: \(names[$0 - 1]), y: \(names[$0 - 1])}" }
    for entries in [lists, contexts] {
      let text = "{a0: [1], \(entries.joined(separator: ", "))}"
      for expression in [text, "\(text).a59 = 1", "[\(text), \(text)]", "string(\(text))"] {
        for semantics in [Semantics.strict, .standard] {
          #expect(!result(expression, semantics, steps: 1 << 14).isEmpty)
        }
      }
    }
  }

  @Test func contextsOfManyEntriesAreQuick() {
    let entries = (0..<20_000).map { "e\($0): 1" }.joined(separator: ", ")
    #expect(result("{\(entries)}.e19999", .standard) == "1")
    let made = "context(for x in 1..20000 return {key: string(x), value: x})"
    #expect(result("get value(\(made), \"20000\")", .standard) == "20000")
  }

  /// A sum of fractions is exact and quick, whatever the denominators.
  @Test func sumsOfManyDenominators() {
    let sum = "sum(for x in 1..5000 return 1 / (x * (x + 1)))"
    #expect(result(sum, .strict) == "5000/5001")
  }

  @Test(arguments: [
    "2 ** 100000000", "9 ** 9 ** 9 ** 9", "for x in 1..100000000000 return x",
    "count(for x in 1..5000, y in 1..5000 return 1)", "1e6144 * 1e6144 * 1e6144",
    "[1][9223372036854775808]", "[1][-9223372036854775808]",
    "@\"999999999-12-31\" + @\"P999999999Y\"", "@\"P999999999999999999D\" * 1e300",
    "substring(\"a\", -9223372036854775808)", "decimal(1, 1e30)", "duration(\"P1D\") / 0",
    "date(2026, 1e30, 1)", "1 / 3 ** 100000",
  ])
  func largeOnes(expression: String) {
    for semantics in [Semantics.strict, .standard] {
      #expect(!result(expression, semantics).isEmpty)
    }
  }

  /// Work that multiplies ends in an error, not in waiting.
  @Test(arguments: [
    "{big: for i in 1..20000 return i, f: function(n) count(big) + f(n - 1) + f(n - 1), r: f(90)}.r",
    "{big: for i in 1..20000 return i, r: for i in 1..20000 return count(big)}.r",
    "{big: for i in 1..20000 return i, r: for i in 1..20000 return i in big}.r",
  ])
  func workThatMultipliesEnds(expression: String) {
    #expect(result(expression, .standard) == "null")
  }

  /// Functions that call functions twice would grow without a bound.
  @Test func functionsThatGrow() {
    var world = World()
    for index in 0..<30 {
      world.functions.append(
        .init(
          "f\(index)", parameters: ["x"],
          body: Text("f\(index + 1)(x) + f\(index + 1)(x)", id: 100 + index)))
    }
    world.functions.append(.init("f30", parameters: ["x"], body: Text("x", id: 130)))
    #expect(
      result("f0(1)", .strict, world)
        == "error: the expression has more than 200000 parts, bodies of functions included")
  }

  private static let pieces = [
    "1", "0", "2.5", "\"a\"", "@\"2026-01-31\"", "@\"P1D\"", "true", "null", "x", "item", "partial",
    "?", "(", ")", "[", "]", "{", "}", ",", ":", ".", "..", "+", "-", "*", "/", "**", "=", "!=",
    "<",
    ">=", "and", "or", "not(", "if", "then", "else", "for", "in", "return", "some", "every",
    "satisfies", "between", "instance of", "function(", "number", "list<", "sum(", "min(", "sort(",
    "date(", "known(", "unknown(", "reading(", "flatten(", "a:", "x in [1,2]", "tasks", "score",
    "grade", "\"good\"", "everyone", "share(", "\u{0}", "đ", "e\u{302}\u{301}", "😀", "1e99",
  ]

  @Test func tokenSoup() {
    var random = Seeded(seed: 20_260_131)
    for _ in 0..<4000 {
      let count = Int.random(in: 1...20, using: &random)
      let words = (0..<count).map { _ in HostileTests.pieces.randomElement(using: &random) ?? "" }
      let text = words.joined(separator: count % 3 == 0 ? "" : " ")
      #expect(!result(text, .strict, self: World.lan).isEmpty)
      #expect(!result(text, .standard, self: World.lan).isEmpty)
    }
  }

  /// A sequence that is the same in every run.
  private struct Seeded: RandomNumberGenerator {
    var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 33
    }
  }
}
