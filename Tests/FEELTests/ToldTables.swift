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
    (
      "too many cells",
      DecisionTable(
        .first, inputs: [], outputs: one,
        rules: Array(repeating: .init([], [Text("1", id: 1)]), count: 1_000_001)), .strict
    ),
  ]

  /// What is told of each case.
  private static let told: [(name: String, wordings: [Wording])] = cases.map { one in
    do throws(Problems) {
      let program = try Program(
        one.table, semantics: one.semantics, locals: [("a", .number)])
      let value = program.evaluate(
        self: nil, locals: [.number(3)], host: EmptyHost(), trace: nil)
      if case .null(let why?) = value { return (one.name, [why]) }
      return (one.name, value.unknown.map { [$0.inWords] } ?? [])
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
