import FEEL
import Testing

/// A table with an index gives what testing row by row gives: a trace makes it do that.
@Suite struct TableIndexTests {
  /// Numbers that look random and are the same in every run.
  struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  private static let numbers: [Value] =
    (-1...6).map { .number(Number($0)) } + [.number(Number(numerator: 5, denominator: 2) ?? 0)]
  private static let texts = ["", "a", "b", "bc", "z"].map { Value.string($0) }
  private static let others: [Value] = [
    .null, .boolean(true), .list([.number(1)]), .unknown(Unknown("missing")),
  ]

  private func numberCell(_ random: inout Seeded) -> String {
    let (a, b) = (Int.random(in: 0...5, using: &random), Int.random(in: 0...5, using: &random))
    let cells = [
      "-", "\(a)", "< \(a)", "<= \(a)", "> \(a)", ">= \(a)", "[\(a)..\(b)]", "(\(a)..\(b)]",
      "[\(a)..\(b))", "]\(a)..\(b)[", "\(a), \(b)", "not(\(a))", "not(< \(a), \(b))", "null",
      "< \(a), > \(b)", "? > \(a) and ? < \(b)", "? in (\(a), \(b))", "between \(a) and \(b)",
      "[\(a)..k]", "k", "!= \(a)", "\"text\"", "? + k > \(a)", "? between \(a) and \(b)",
    ]
    return cells.filter { !$0.hasPrefix("between") }.randomElement(using: &random) ?? "-"
  }

  private func textCell(_ random: inout Seeded) -> String {
    let names = ["\"\"", "\"a\"", "\"b\"", "\"c\""]
    let (a, b) = (
      names.randomElement(using: &random) ?? "", names.randomElement(using: &random) ?? ""
    )
    let cells = ["-", a, "\(a), \(b)", "not(\(a))", "< \(a)", "[\(a)..\(b)]", ">= \(a)", "null"]
    return cells.randomElement(using: &random) ?? "-"
  }

  @Test(arguments: 0..<60)
  func indexAndTestingAgree(seed: Int) throws {
    var random = Seeded(state: UInt64(seed))
    let semantics: Semantics = seed % 2 == 0 ? .strict : .standard
    let rows = (0..<Int.random(in: 8...30, using: &random)).map { row in
      "\(numberCell(&random)) | \(textCell(&random)) -> \(row / 2)"
    }
    let output = DecisionTable.Output("x", allowed: Text("3, 1, >= 0", id: 1))
    for policy in [HitPolicy.first, .ruleOrder, .unique, .priority] {
      let program = try Program(
        TableText.table(policy, ["a", "b"], [output], rows), semantics: semantics,
        locals: [("a", .any), ("b", .any), ("k", .any)])
      for a in TableIndexTests.numbers + TableIndexTests.others {
        for b in TableIndexTests.texts + TableIndexTests.others {
          let locals = [a, b, .number(3)]
          let indexed = program.evaluate(
            self: nil, locals: locals, host: EmptyHost(), trace: nil)
          let tested = program.evaluate(
            self: nil, locals: locals, host: EmptyHost(), trace: TraceRecorder())
          #expect(indexed == tested, "\(a) and \(b) in \(rows)")
        }
      }
    }
  }

  @Test func blocksOfRowsAreGoneThroughInOrder() throws {
    let rows = (0..<2500).map { "[\($0)..\($0 + 1)] -> \($0)" }
    let program = try Program(
      TableText.table(.first, ["a"], [.init("x")], rows), semantics: .strict,
      locals: [("a", .number)])
    for number in [0, 1, 1023, 1024, 1025, 2047, 2048, 2499, 2500, 2501] {
      let value = program.evaluate(
        self: nil, locals: [.number(Number(number))], host: EmptyHost(), trace: nil)
      #expect(
        number > 2500
          ? value.unknown != nil : value == .number(Number(max(0, number - 1))), "\(number)")
    }
  }

  @Test func traceTellsTheFirstTestThatFails() throws {
    let rows = ["1 | 2 -> 1", "- | 3 -> 2", "- | - -> 3", "- | - -> 4"]
    let table = TableText.table(.first, ["a", "b"], [.init("x")], rows)
    let trace = TraceRecorder()
    let value = try TableText.value(
      table, .strict, [("a", .number(1)), ("b", .number(9))], trace: trace)
    #expect(value == .number(3))
    let told = trace.root?.decidedRows?.map { "\($0.outcome)" }
    #expect(told == ["fails(test: 1)", "fails(test: 1)", "holds", "notReached"])
  }
}
