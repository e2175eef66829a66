import FEEL
import Testing

/// What an analysis says is what trying all values finds, and nothing else.
@Suite struct TableAnalysisTests {
  private static let numbers: [Value] =
    (-1...7).map { .number(Number(numerator: $0, denominator: 2) ?? 0) }
  private static let texts = ["", "a", "aa", "b", "bb"].map { Value.string($0) }
  private static let truths = [Value.boolean(false), .boolean(true)]
  private static let locals: [(name: String, type: Type)] = [
    ("n", .number), ("t", .string), ("b", .boolean),
  ]

  private static func cells(_ random: inout TableIndexTests.Seeded) -> String {
    let (a, b) = (Int.random(in: 0...3, using: &random), Int.random(in: 0...3, using: &random))
    let numbers = [
      "-", "-", "\(a)", "< \(a)", "<= \(a)", "> \(a)", ">= \(a)", "[\(a)..\(b)]", "(\(a)..\(b))",
      "not(\(a))", "\(a), \(b)", "< \(a), > \(b)",
    ]
    let texts = ["-", "-", "\"a\"", "\"b\"", "\"a\", \"b\"", "not(\"a\")", "< \"b\"", ">= \"a\""]
    let truths = ["-", "-", "true", "false", "not(true)"]
    return [numbers, texts, truths].map { $0.randomElement(using: &random) ?? "-" }
      .joined(separator: " | ")
  }

  private struct Tried {
    var blank = false
    var pairs: Set<[Int]> = []
    var held: Set<Int> = []
    /// The rows that come first in an order.
    var first: Set<Int> = []
  }

  /// The rows that hold for given inputs.
  private func rows(_ program: Program, _ inputs: [Value]) -> [Int] {
    let value = program.evaluate(self: nil, locals: inputs, host: EmptyHost(), trace: nil)
    guard case .list(let items) = value else { return [] }
    return items.compactMap { item in
      if case .number(let number) = item { number.asInt } else { nil }
    }
  }

  private func tried(_ program: Program, _ order: [Int]) -> Tried {
    var tried = Tried()
    for number in TableAnalysisTests.numbers {
      for text in TableAnalysisTests.texts {
        for truth in TableAnalysisTests.truths {
          let held = rows(program, [number, text, truth])
          if held.isEmpty { tried.blank = true }
          tried.held.formUnion(held)
          if let first = order.first(where: held.contains) { tried.first.insert(first) }
          for (place, row) in held.enumerated() {
            for other in held[(place + 1)...] { tried.pairs.insert([other, row]) }
          }
        }
      }
    }
    return tried
  }

  private func analysis(
    _ policy: HitPolicy, _ rows: [String], _ outputs: [Int], otherwise: String? = nil
  ) throws -> (TableAnalysis, Program) {
    let column = DecisionTable.Output(
      "x", allowed: Text("3, 2, 1", id: 1), otherwise: otherwise.map { Text($0, id: 2) })
    let lines = zip(rows, outputs).map { "\($0) -> \($1)" }
    let table = TableText.table(policy, ["n", "t", "b"], [column], lines)
    let program = try Program(table, semantics: .strict, locals: TableAnalysisTests.locals)
    return (try #require(program.analyses().first), program)
  }

  private func checkExamples(
    _ analysis: TableAnalysis, _ program: Program, _ order: [Int]
  ) {
    for finding in analysis.findings where finding.kind != .unreachable {
      let inputs = zip(finding.example, [Value.number(0), .string("a"), .boolean(true)])
        .map { $0 ?? $1 }
      let held = rows(program, inputs)
      switch finding.kind {
      case .gap: #expect(held.isEmpty)
      case .overlap, .conflict: #expect(finding.rows.allSatisfy(held.contains))
      case .masked:
        #expect(held.contains(finding.rows[0]))
        #expect(order.first(where: held.contains) == finding.rows[1])
      case .unreachable, .output: break
      }
    }
  }

  @Test(arguments: 0..<150)
  func nothingIsMissedOrMadeUp(seed: Int) throws {
    var random = TableIndexTests.Seeded(state: UInt64(seed))
    let count = Int.random(in: 1...6, using: &random)
    let rows = (0..<count).map { _ in TableAnalysisTests.cells(&random) }
    let outputs = rows.map { _ in Int.random(in: 1...3, using: &random) }
    let (_, listing) = try analysis(.ruleOrder, rows, Array(rows.indices))
    let byRow = tried(listing, Array(rows.indices))
    for policy in [HitPolicy.unique, .any, .first, .priority] {
      let (found, _) = try analysis(policy, rows, outputs)
      #expect(found.unproven.isEmpty)
      let kinds = Set(found.findings.map(\.kind))
      #expect(kinds.contains(.gap) == byRow.blank, "\(rows)")
      let unreachable = found.findings.filter { $0.kind == .unreachable }.map { $0.rows[0] }
      #expect(Set(unreachable) == Set(rows.indices).subtracting(byRow.held), "\(rows)")
      let pairs = Set(
        found.findings.filter { $0.kind == .overlap || $0.kind == .conflict }.map(\.rows))
      switch policy {
      case .unique: #expect(pairs == byRow.pairs, "\(rows)")
      case .any:
        #expect(pairs == byRow.pairs.filter { outputs[$0[0]] != outputs[$0[1]] }, "\(rows)")
      default: #expect(pairs.isEmpty)
      }
      let order =
        policy == .priority
        ? rows.indices.sorted { (-outputs[$0], $0) < (-outputs[$1], $1) } : Array(rows.indices)
      let masked = Set(found.findings.filter { $0.kind == .masked }.map { $0.rows[0] })
      if policy == .first || policy == .priority {
        #expect(masked == byRow.held.subtracting(tried(listing, order).first), "\(rows)")
      } else {
        #expect(masked.isEmpty)
      }
      checkExamples(found, listing, order)
    }
  }

  @Test func whatIsCollectedMayOverlapAndBeMissing() throws {
    for policy in [HitPolicy.ruleOrder, .outputOrder, .collect(nil), .collect(.sum)] {
      let (found, _) = try analysis(policy, ["1 | - | -", "1 | - | -"], [1, 2])
      #expect(found.findings.isEmpty && found.unproven.isEmpty)
    }
    let (found, _) = try analysis(.collect(.min), ["1 | - | -", "1 | - | -"], [1, 2])
    #expect(found.findings.map(\.kind).contains(.gap))
    let (closed, _) = try analysis(.first, ["1 | - | -"], [1], otherwise: "2")
    #expect(closed.findings.isEmpty)
  }

  @Test func allowedValuesAreTheWholeWorld() throws {
    let table = TableText.table(
      .first, ["n", "t"], [.init("x")], ["< 5 | \"a\" -> 1", "- | \"b\" -> 2", "[5..9] | - -> 3"],
      allowed: ["[0..9]", "\"a\", \"b\""])
    let program = try Program(table, semantics: .strict, locals: TableAnalysisTests.locals)
    let found = try #require(program.analyses().first)
    #expect(found.findings.isEmpty && found.unproven.isEmpty)
  }

  @Test func outputsThatAreNotAllowedAreFound() throws {
    let (found, _) = try analysis(.first, ["- | - | -"], [7])
    #expect(found.findings.map(\.kind) == [.output])
  }

  @Test func symbolsAndDaysAreCounted() throws {
    let schema = Schema(scales: [.init("level", ["low", "middle", "high"])])
    let rows = [
      "\"low\" | < @\"2026-01-01\" -> 1", "\"low\" | >= @\"2026-01-02\" -> 2", "> \"low\" | - -> 3",
    ]
    let program = try Program(
      TableText.table(.unique, ["s", "d"], [.init("x")], rows), semantics: .strict,
      locals: [("s", .symbol(scale: 0)), ("d", .date)], schema: schema)
    let found = try #require(program.analyses(scales: schema.scales).first)
    #expect(found.findings.map(\.kind) == [.gap])
    #expect(
      found.findings.first?.example.map { $0?.description } == ["\"low\"", "@\"2026-01-01\""])
    let closed = try Program(
      TableText.table(
        .unique, ["s", "d"], [.init("x")],
        [rows[0], "\"low\" | > @\"2025-12-31\" -> 2", "in (\"middle\", \"high\") | - -> 3"].map {
          $0.replacing("in (", with: "").replacing("high\")", with: "high\"")
        }), semantics: .strict, locals: [("s", .symbol(scale: 0)), ("d", .date)], schema: schema)
    #expect(closed.analyses(scales: schema.scales).first?.findings.isEmpty == true)
  }

  @Test func whatIsNotSimpleIsToldAndNotGuessed() throws {
    let rows = ["< k | - | -", ">= 2 | - | -", "- | \"a\" | -"]
    let column = DecisionTable.Output("x")
    let lines = rows.enumerated().map { "\($1) -> \($0)" }
    let program = try Program(
      TableText.table(.first, ["n", "t", "b"], [column], lines), semantics: .strict,
      locals: TableAnalysisTests.locals + [("k", .number)])
    let found = try #require(program.analyses().first)
    #expect(found.unproven.contains(.row(0, input: 0)))
    #expect(found.findings.isEmpty)
    #expect(
      found.unproven.contains { unproven in
        if case .gap = unproven { true } else { false }
      })
  }

  @Test func thousandsOfRowsAreLookedAt() throws {
    let side = 40
    let rows = (0..<side * side).map { row in
      "[\(row / side)..\(row / side + 1)) | [\(row % side)..\(row % side + 1)) -> \(row)"
    }
    let missing = rows.enumerated().filter { $0.offset != 777 }.map(\.element)
    for (lines, kinds) in [(rows, []), (missing, [TableAnalysis.Finding.Kind.gap])] {
      let table = TableText.table(
        .unique, ["n", "m"], [.init("x")], lines,
        allowed: ["[0..\(side))", "[0..\(side))"])
      let program = try Program(
        table, semantics: .strict, locals: [("n", .number), ("m", .number)])
      let found = try #require(program.analyses().first)
      #expect(found.findings.map(\.kind) == kinds && found.unproven.isEmpty)
    }
  }
}
