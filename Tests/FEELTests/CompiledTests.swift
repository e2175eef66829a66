import FEEL
import Foundation
import Testing

/// Compiled code says what the evaluator says, or leaves it to the evaluator.
@Suite struct CompiledTests {
  /// A tenth of a million cases, or what `FEEL_CASES` says.
  private static let count =
    ProcessInfo.processInfo.environment["FEEL_CASES"].flatMap { Int($0) } ?? 100_000
  private static let rowsOfOne = 50

  @Test(arguments: [Semantics.strict, .standard], 0..<10)
  func agreesWithTheEvaluator(semantics: Semantics, part: Int) throws {
    var writer = FormulaWriter(seed: UInt64(part))
    var settled = 0
    let programs = max(1, CompiledTests.count / CompiledTests.rowsOfOne / 20)
    for _ in 0..<programs {
      let text = writer.formula()
      guard let program = try program(text, semantics) else { continue }
      var computation = Computation(program)
      for _ in 0..<CompiledTests.rowsOfOne {
        let row = writer.row()
        computation.locals = row
        guard let code = computation.settledValue() else { continue }
        settled += 1
        let general = computation.generalValue()
        if code != general { Issue.record("\(text) with \(row) gives \(code), not \(general)") }
      }
    }
    #expect(settled > programs * CompiledTests.rowsOfOne / 10)
  }

  private func program(_ text: String, _ semantics: Semantics) throws -> Program? {
    let locals = FormulaWriter.locals
    let expression = try Expression(
      parsing: text, semantics: semantics, names: Set(locals.map(\.name)))
    return try? Program(expression, self: nil, locals: locals, schema: FormulaWriter.schema)
  }

  @Test(
    arguments: [Semantics.strict, .standard],
    [
      ("general + 70*(a+b+c)/3 >= 90 and status = \"on time\"", true),
      ("if a > b then a - b else -(c * 2)", true),
      ("not(a between b and c) or status != \"late\"", true),
      ("a ** 2 > 3", false), ("sum([a, b])", false), ("min(a, b) + max(1, c)", true),
      ("chosen(a > b, b, c) >= 0.5", true),
    ])
  func isCompiled(semantics: Semantics, row: (text: String, compiled: Bool)) throws {
    let names = ["general", "a", "b", "c"]
    let locals = names.map { (name: $0, type: Type.number) } + [("status", .string)]
    let expression = try Expression(
      parsing: row.text, semantics: semantics, names: Set(locals.map(\.name)))
    let program = try Program(
      expression, self: nil, locals: locals, schema: FormulaWriter.schema)
    var computation = Computation(program)
    for (local, number) in zip(0..., ["23.5", "0.95", "0.8125", "0.7"]) {
      computation[local] = try .number(#require(Number(number)))
    }
    computation[4] = .string("on time")
    #expect((computation.settledValue() != nil) == row.compiled)
  }

  /// A reason in place of a value is left to the evaluator; the other branch is not.
  @Test(arguments: ["if a > 2 then unknown(\"too much\") else a", "share(a, 1) + share(a, 3)"])
  func branchesWithoutReasonsAreCompiled(text: String) throws {
    let expression = try Expression(parsing: text, semantics: .strict, names: ["a"])
    let program = try Program(
      expression, self: nil, locals: [("a", .number)], schema: FormulaWriter.schema)
    var computation = Computation(program)
    computation[0] = .number(1)
    #expect(computation.settledValue() == computation.generalValue())
  }

  /// Products that binary numbers take for nought, or for no number at all.
  @Test(arguments: [Semantics.strict, .standard], ["> 0", "= 0", "< 1e-300"])
  func tinyProductsAreNotNought(semantics: Semantics, test: String) throws {
    let tiny = Array(repeating: "a", count: 10).joined(separator: " * ")
    let expression = try Expression(
      parsing: "(\(tiny)) * (\(tiny)) \(test)", semantics: semantics, names: ["a"])
    let program = try Program(
      expression, self: nil, locals: [("a", .number)], schema: Schema())
    var computation = Computation(program)
    computation[0] = try .number(#require(Number("0.00000000000000001")))
    #expect(computation.value() == .boolean(test != "= 0"))
    #expect(computation.value() == computation.generalValue())
  }

  @Test func textsAreEqualByTheirCharacters() throws {
    let expression = try Expression(
      parsing: "status = \"Vi\u{1EC7}t\"", semantics: .strict, names: ["status"])
    let program = try Program(
      expression, self: nil, locals: [("status", .string)], schema: Schema())
    var computation = Computation(program)
    for spelling in ["Vi\u{1EC7}t", "Vie\u{323}\u{302}t", "Vi\u{1EB9}\u{302}t"] {
      computation[0] = .string(spelling)
      #expect(computation.settledValue() == .boolean(true))
    }
    computation[0] = .string("Viet")
    #expect(computation.settledValue() == .boolean(false))
  }
}
