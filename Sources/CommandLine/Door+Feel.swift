import FEEL
import Merit

extension Door {
  /// `merit feel`: computes an expression, or many of them typed one after the other.
  static func feel(_ arguments: Arguments) throws -> Status {
    var scope = FeelScope(
      semantics: arguments.has(.exact) ? .strict : .standard, zones: .machine(),
      now: DateTime(universalSecond: Number(Terminal.second)))
    if let path = arguments.value(.context) {
      guard path != "-" || !arguments.operands.contains("-") else {
        throw UsageError("standard input can be the expression or the context, not both")
      }
      let given = try FeelContext(path, into: scope, arguments.language().language)
      scope.define(given.context, from: given.source)
    }
    if let tests = arguments.value(.tests) { return try test(tests, arguments, scope) }
    if arguments.has(.value) { throw UsageError("--value is what --tests are about; give both") }
    guard let operand = arguments.operands.first else { return try session(arguments, scope) }
    let isInput = operand == "-"
    let text = isInput ? String(decoding: try FeelContext.bytes("-"), as: UTF8.self) : operand
    let source = SourceText(text, name: isInput ? "standard input" : "expression")
    return try reply(source, arguments) { () throws(Problems) in try scope.answer(source) }
  }

  /// Unary tests of a value: `--tests '< 5, [10..20]' --value 12`.
  private static func test(
    _ tests: String, _ arguments: Arguments, _ scope: FeelScope
  ) throws -> Status {
    guard arguments.operands.isEmpty else { throw UsageError("give an EXPRESSION or --tests") }
    guard let text = arguments.value(.value) else {
      throw UsageError("--value is missing: what the tests are about")
    }
    let source = SourceText(text, name: "value")
    let value: Value
    do throws(Problems) {
      value = try scope.answer(source).value
    } catch {
      try FeelReply(error, source, arguments.style()).print()
      return .failed
    }
    let asked = SourceText(tests, name: "tests")
    return try reply(asked, arguments) { () throws(Problems) in
      try scope.answer(tests: asked, of: value)
    }
  }

  private static func reply(
    _ source: SourceText, _ arguments: Arguments, _ answer: () throws(Problems) -> FeelAnswer
  ) throws -> Status {
    let style = try arguments.style()
    let reply: FeelReply
    do throws(Problems) {
      reply = FeelReply(try answer(), source, style)
    } catch {
      reply = FeelReply(error, source, style)
    }
    try reply.print()
    return reply.status
  }
}

extension Arguments {
  fileprivate func style() throws(UsageError) -> FeelStyle {
    FeelStyle(form: has(.json) ? .json : .plain, try language().language)
  }
}
