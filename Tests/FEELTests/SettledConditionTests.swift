import FEEL
import Testing

/// Conditions that depend on nothing are told, with their places.
@Suite struct SettledConditionTests {
  @Test(arguments: [
    ("if 1 < 2 then a else 0", ["1 < 2: this condition is always true"]),
    ("if a > 0 and 1 = 2 then 1 else 0", ["1 = 2: this condition is always false"]),
    ("[a][2 in (1, 2)]", ["2 in (1, 2): this condition is always true"]),
    (
      "[a][every x in [1, 2] satisfies x > 0]",
      [
        "every x in [1, 2] satisfies x > 0: this condition is always true"
      ]
    ),
    ("if a > 0 then 1 else 2", []), ("[1, 2][item > 1]", []),
    ("some x in [1, 2] satisfies x = a", []), ("if unknown(\"u\") then 1 else 2", []),
  ])
  func told(expression: String, expected: [String]) throws {
    let program = try Program(
      Expression(parsing: expression, semantics: .strict), self: nil, locals: [("a", .number)],
      schema: Schema())
    let found = program.settledConditions().map { problem in
      let (lower, upper) = (problem.diagnostic.span.lower, problem.diagnostic.span.upper)
      let place = String(decoding: Array(expression.utf8)[lower..<upper], as: UTF8.self)
      return "\(place): \(problem.diagnostic.message)"
    }
    #expect(found == expected)
    #expect(program.settledConditions().allSatisfy { $0.diagnostic.severity == .warning })
  }
}
