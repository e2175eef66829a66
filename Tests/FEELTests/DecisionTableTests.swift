import FEEL
import Testing

/// Decision tables of the standard: what each hit policy makes of the rows that hold.
@Suite struct DecisionTableTests {
  private let one = [DecisionTable.Output("x")]
  private let ranked = [DecisionTable.Output("x", allowed: Text("\"c\", \"b\", \"a\"", id: 1))]

  private func value(
    _ policy: HitPolicy, _ outputs: [DecisionTable.Output], _ rows: [String], _ a: Value,
    allowed: [String?] = [], semantics: Semantics = .standard
  ) throws -> Value {
    let table = TableText.table(policy, ["a"], outputs, rows, allowed: allowed)
    return try TableText.value(table, semantics, [("a", a)])
  }

  @Test(arguments: [
    (HitPolicy.unique, 3, "\"a\""), (.unique, 6, "null"), (.unique, 20, "null"),
    (.any, 3, "\"a\""), (.any, 6, "null"), (.any, 12, "\"b\""), (.any, 20, "null"),
    (.priority, 3, "\"a\""), (.priority, 6, "\"b\""), (.priority, 20, "null"),
    (.first, 3, "\"a\""), (.first, 6, "\"a\""), (.first, 12, "\"b\""), (.first, 20, "null"),
    (.ruleOrder, 6, "[\"a\", \"b\"]"), (.ruleOrder, 12, "[\"b\", \"b\"]"),
    (.outputOrder, 6, "[\"b\", \"a\"]"), (.outputOrder, 3, "[\"a\"]"),
    (.collect(nil), 6, "[\"a\", \"b\"]"), (.collect(.count), 12, "2"),
    (.collect(.count), 20, "0"), (.collect(.max), 6, "\"b\""), (.collect(.min), 6, "\"a\""),
  ])
  func policiesOfTheStandard(policy: HitPolicy, a: Int, expected: String) throws {
    let rows = [
      "<= 8 -> \"a\"", "[5..15] -> \"b\"", "(11..13) -> \"b\"",
    ]
    let allowed = [DecisionTable.Output("x", allowed: Text("\"b\", \"a\"", id: 1))]
    #expect(try value(policy, allowed, rows, .number(Number(a))).description == expected)
  }

  @Test func sumsAddTheOutputsOfAllRows() throws {
    let rows = ["> 1 -> 10", "> 2 -> a * 2", "> 3 -> 1000"]
    #expect(try value(.collect(.sum), one, rows, .number(3)) == .number(16))
    #expect(try value(.collect(.sum), one, rows, .number(0)).isNull)
    #expect(
      try value(.collect(.sum), one, rows, .number(0), semantics: .strict) == .number(0))
  }

  @Test func contradictionsSayWhichRowsHold() throws {
    let rows = ["< 5 -> 1 @ low", "-> 2 @ always"].map { $0.hasPrefix("->") ? "- " + $0 : $0 }
    for policy in [HitPolicy.unique, .any] {
      guard case .null(let reason?) = try value(policy, one, rows, .number(3)) else {
        Issue.record("no reason is given")
        continue
      }
      #expect(reason.arguments.map(\.description).prefix(2) == ["low", "always"])
      let open = try value(policy, one, rows, .number(3), semantics: .strict)
      #expect(open.unknown?.needsDecision == true)
    }
  }

  @Test func severalOutputsMakeAContext() throws {
    let outputs = [DecisionTable.Output("x"), DecisionTable.Output("y")]
    let value = try value(.first, outputs, ["1 -> \"p\" | 2", "- -> \"q\" | a"], .number(5))
    #expect(value.description == "{x: \"q\", y: 5}")
  }

  @Test func defaultsStandInWhereNoRowHolds() throws {
    let outputs = [DecisionTable.Output("x", otherwise: Text("a + 1", id: 9))]
    for semantics in [Semantics.standard, .strict] {
      let value = try value(.unique, outputs, ["1 -> 7"], .number(5), semantics: semantics)
      #expect(value == .number(6))
    }
  }

  @Test func withoutADefaultNoRowIsForAnAuthority() throws {
    let value = try value(.first, one, ["1 -> 7"], .number(5), semantics: .strict)
    #expect(value.unknown?.needsDecision == true)
    #expect(
      try self.value(.ruleOrder, one, ["1 -> 7"], .number(5), semantics: .strict)
        == .list([]))
  }

  @Test func valuesThatAreNotAllowedAreErrors() throws {
    let rows = ["- -> 1"]
    for semantics in [Semantics.standard, .strict] {
      let inside = try value(
        .unique, one, rows, .number(2), allowed: ["1, 2"], semantics: semantics)
      #expect(inside == .number(1))
      let outside = try value(
        .unique, one, rows, .number(3), allowed: ["1, 2"], semantics: semantics)
      #expect(semantics == .strict ? outside.unknown != nil : outside.isNull)
    }
    let open = try value(
      .unique, one, rows, .unknown(Unknown("missing")), allowed: ["1, 2"], semantics: .strict)
    #expect(open == .number(1))
  }

  @Test func prioritiesOfSeveralOutputsCountFromTheLeft() throws {
    let outputs = [
      DecisionTable.Output("x", allowed: Text("\"b\", \"a\"", id: 1)),
      DecisionTable.Output("y", allowed: Text("1, 2, 3", id: 2)),
    ]
    let rows = ["- -> \"a\" | 1", "- -> \"b\" | 3", "- -> \"b\" | 2"]
    #expect(try value(.priority, outputs, rows, .number(0)).description == "{x: \"b\", y: 2}")
    #expect(
      try value(.outputOrder, outputs, rows, .number(0)).description
        == "[{x: \"b\", y: 2}, {x: \"b\", y: 3}, {x: \"a\", y: 1}]")
  }

  @Test func emptyCellsAskNothingInTheStandard() throws {
    let table = DecisionTable(
      .first, inputs: [.init(Text("a", id: 0))], outputs: one,
      rules: [.init([Text("", id: 1)], [Text(" ", id: 2)])])
    #expect(try TableText.value(table, .standard, [("a", .number(1))]).isNull)
    #expect(throws: Problems.self) {
      try TableText.value(table, .strict, [("a", .number(1))])
    }
  }

  @Test func rowsThatDoNotFitAreRefused() throws {
    let short = TableText.table(.first, ["a", "b"], one, ["1 -> 2"])
    #expect(throws: Problems.self) {
      try TableText.value(short, .standard, [("a", .number(1)), ("b", .number(1))])
    }
    let wide = TableText.table(.first, ["a"], one, ["1 -> 2 | 3"])
    #expect(throws: Problems.self) { try TableText.value(wide, .standard, [("a", .number(1))]) }
  }

  @Test func testsOfTheWrongTypeAreRefusedInAPack() throws {
    let table = TableText.table(.first, ["a"], one, ["\"x\" -> 2"])
    let problems = #expect(throws: Problems.self) {
      try Program(table, semantics: .strict, locals: [("a", .number)])
    }
    #expect(problems?.all.map(\.textID) == [1000])
  }

  @Test func textsBesideSymbolsAreSymbols() throws {
    let schema = Schema(scales: [.init("level", ["low", "high"])])
    let outputs = [DecisionTable.Output("x")]
    let rows = ["\"low\" -> a", "- -> \"high\""]
    let program = try Program(
      TableText.table(.first, ["a"], outputs, rows), semantics: .strict,
      locals: [("a", .symbol(scale: 0))], schema: schema)
    #expect(program.type == .symbol(scale: 0))
    #expect(throws: Problems.self) {
      try Program(
        TableText.table(.first, ["a"], outputs, ["\"lov\" -> a"]), semantics: .strict,
        locals: [("a", .symbol(scale: 0))], schema: schema)
    }
  }

  @Test func namesWithSpacesAndSignsAreInScope() throws {
    let table = TableText.table(.first, ["age-of x"], one, ["> min age -> age-of x"])
    let value = try TableText.value(
      table, .standard, [("age-of x", .number(9)), ("min age", .number(8))])
    #expect(value == .number(9))
  }

  @Test func hitPoliciesHaveNames() {
    for policy in HitPolicy.plain { #expect(HitPolicy(policy.name) == policy) }
    #expect(HitPolicy("COLLECT", aggregator: "SUM") == .collect(.sum))
    #expect(HitPolicy("UNIQUE", aggregator: "SUM") == nil)
    #expect(HitPolicy("SOME") == nil)
  }
}
