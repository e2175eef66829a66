import FEEL

/// What is told of decision tables, each with one mistake or one contradiction.
enum ToldTables {
  private static let one = [DecisionTable.Output("x")]
  private static let two = [DecisionTable.Output("x"), DecisionTable.Output("y")]
  private static let ranked = [DecisionTable.Output("x", allowed: Text("\"b\", \"a\"", id: 1))]
  private static let barred = [DecisionTable.Output("x", allowed: Text("not(\"b\")", id: 1))]

  private static func table(
    _ policy: HitPolicy, _ outputs: [DecisionTable.Output], _ rows: String...,
    allowed: [String?] = []
  ) -> DecisionTable {
    TableText.table(policy, ["a"], outputs, rows, allowed: allowed)
  }

  private static let cases: [(name: String, table: DecisionTable, semantics: Semantics)] = [
    ("two rows of a unique table", table(.unique, one, "> 1 -> 1 @ low", "> 2 -> 2"), .strict),
    ("two answers of an any table", table(.any, one, "> 1 -> 1", "> 2 -> 2"), .standard),
    ("no row", table(.unique, one, "> 5 -> 1"), .strict),
    ("no row in the standard", table(.unique, one, "> 5 -> 1"), .standard),
    ("an output without a rank", table(.priority, ranked, "> 1 -> \"c\""), .strict),
    ("an order of what is not allowed", table(.priority, barred, "> 1 -> \"c\""), .strict),
    ("a sum of two outputs", table(.collect(.sum), two, "> 1 -> 1 | 2"), .strict),
    (
      "a sum of two outputs in the standard", table(.collect(.sum), two, "> 1 -> 1 | 2"), .standard
    ),
    ("a sum of texts", table(.collect(.sum), one, "> 1 -> \"x\""), .strict),
    (
      "an input that is not allowed", table(.first, one, "- -> 1", allowed: ["> 10"]), .strict
    ),
    ("no output", table(.first, [], "- -> 1"), .strict),
    ("two tests for one input", table(.first, one, "- | - -> 1"), .strict),
    ("two values for one output", table(.first, one, "- -> 1 | 2"), .strict),
    ("a test that is no condition", table(.first, one, "a + -> 1"), .strict),
    ("too many cells", wide, .strict),
    (
      "rows that hide and contradict", table(.unique, one, "> 1 -> 1", "> 2 -> 2", "[5..1) -> 3"),
      .strict
    ),
    ("rows that differ", table(.any, one, "> 1 -> 1 @ low", "> 2 -> 2"), .strict),
    (
      "a row behind another", table(.first, one, "> 1 -> 1", "> 2 -> 2", "> 3 -> 3"),
      .strict
    ),
    ("an output that is not allowed", table(.first, ranked, "- -> \"c\""), .strict),
    (
      "what cannot be proven",
      table(.first, one, "a * ? > 3 -> a", "> 1 -> 1", "? * ? > 9 -> 2", allowed: ["? * ? < 50"]),
      .strict
    ),
    ("an answer that is no constant", table(.any, one, "> 1 -> a", "> 2 -> 2"), .strict),
    ("a table with too many combinations", crowded, .strict),
  ]

  /// A table of more cells than a table may have.
  private static var wide: DecisionTable {
    let output = DecisionTable.Output("x")
    let cell = Text("1", id: 1)
    let row = DecisionTable.Rule([], Array(repeating: cell, count: 1024))
    return DecisionTable(
      .first, inputs: [], outputs: Array(repeating: output, count: 1024),
      rules: Array(repeating: row, count: 1025))
  }

  /// A table with more inputs than the analysis goes through.
  private static var crowded: DecisionTable {
    let tests = Array(repeating: "> 1", count: 65).joined(separator: " | ")
    return TableText.table(.first, Array(repeating: "a", count: 65), one, ["\(tests) -> 1"])
  }

  /// What the analysis says of the tables of a program.
  private static func analyzed(_ program: Program) -> [Wording] {
    var said: [Wording] = []
    var analyses = program.analyses()[...]
    program.root.forEach { node in
      guard case .decide(let table) = node.kind, let analysis = analyses.popFirst() else { return }
      said += analysis.findings.map { analysis.words($0, in: table) }
      said += analysis.unproven.map { analysis.words($0, in: table) }
    }
    return said
  }

  /// What is told of each case.
  private static let told: [(name: String, wordings: [Wording])] = cases.map { one in
    do throws(Problems) {
      let program = try Program(
        one.table, semantics: one.semantics, locals: [("a", .number)])
      let value = program.evaluate(
        self: nil, locals: [.number(3)], host: EmptyHost(), trace: nil)
      let found = analyzed(program)
      if case .null(let why?) = value { return (one.name, [why] + found) }
      return (one.name, (value.unknown.map { [$0.inWords] } ?? []) + found)
    } catch {
      return (
        one.name,
        error.all.flatMap { [$0.diagnostic.message, $0.diagnostic.remedy] }.compactMap(\.self)
      )
    }
  }

  static var templates: [String] { told.flatMap(\.wordings).flatMap(\.templates) }

  static var text: String {
    told.map { name, wordings in
      let lines = Language.allCases.flatMap { language in
        wordings.map { "\(language.rawValue): \($0.text(in: language))" }
      }
      return (["# \(name)"] + lines).joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }
}
