import FEEL
import JSON

/// Resolves the formulas of a pack in one schema, with every problem it meets.
struct Resolver {
  let pack: Pack
  var schema: Schema
  var problems = PackProblems()
  /// Formulas that were parsed, by id; a formula that cannot be parsed is `nil`.
  private var parsed: [Int: Expression?] = [:]

  init(_ pack: Pack, _ schema: Schema) {
    self.pack = pack
    self.schema = schema
  }

  /// The formula with its names turned to places, or `nil` when it is wrong.
  mutating func program(
    _ formula: FormulaText, on table: Int?, locals: [(name: String, type: Type)] = [],
    expecting: Type? = nil
  ) -> Program? {
    guard let expression = expression(formula) else { return nil }
    do throws(Problems) {
      let program = try Program(expression, self: table, locals: locals, schema: schema)
      return checked(program, formula, expecting)
    } catch {
      report(error.all)
      return nil
    }
  }

  /// The decision table with its names turned to places, or `nil` when it is wrong.
  mutating func program(
    _ decision: DecisionRule, on table: Int?, expecting: Type? = nil
  ) -> Program? {
    do throws(Problems) {
      let program = try Program(
        decision.table, semantics: .strict, self: table, schema: schema)
      return checked(program, decision.formula, expecting)
    } catch {
      report(error.all)
      return nil
    }
  }

  private mutating func checked(
    _ program: Program, _ formula: FormulaText, _ expecting: Type?
  ) -> Program {
    if let expecting, !program.type.mayBe(expecting) {
      problems.add(
        Diagnostic(
          "expected \(expecting.inWords) here, found \(program.type.inWords)",
          at: formula.string.span), in: formula.document)
    }
    report(program.settledConditions())
    return program
  }

  private mutating func expression(_ formula: FormulaText) -> Expression? {
    if let known = parsed[formula.id] { return known }
    do throws(Problems) {
      let expression = try Expression(
        parsing: formula.text, textID: formula.id, semantics: .strict)
      parsed[formula.id] = .some(expression)
      return expression
    } catch {
      report(error.all)
      parsed[formula.id] = .some(nil)
      return nil
    }
  }

  /// Moves problems of formulas to their places in the files, through the escapes of the JSON.
  private mutating func report(_ found: [Problem]) {
    for problem in found {
      guard pack.formulas.indices.contains(problem.textID) else { continue }
      let formula = pack.formulas[problem.textID]
      let inner = problem.diagnostic
      problems.add(
        Diagnostic(
          inner.message, at: formula.fileSpan(inner.span), remedy: inner.remedy,
          severity: inner.severity,
          notes: inner.notes.map {
            .init($0.message, at: $0.span.map { formula.fileSpan($0) })
          }),
        in: formula.document)
    }
  }
}
