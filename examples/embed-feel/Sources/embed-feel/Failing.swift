import FEEL

/// A text that is no expression, or has no meaning, gives all its problems at once.
func problems() {
  let text = "if scor > 90 then \"good\" else poor"
  let source = SourceText(text, name: "rule")
  do throws(Problems) {
    let expression = try Expression(parsing: text, semantics: .strict)
    _ = try Program(expression, self: nil, locals: [("score", .number)], schema: Schema())
  } catch {
    for problem in error.all { print(source.render(problem.diagnostic, in: .english)) }
  }
}

/// In the standard semantics an error is null; its reason and place are there for who asks.
func nulls() throws {
  let text = "10 + 1 / count([])"
  let expression = try Expression(parsing: text, semantics: .standard)
  let program = try Program(expression, self: nil, schema: Schema())
  let recorder = FailureRecorder()
  let value = program.evaluate(
    self: nil, host: EmptyHost(), trace: nil, failures: recorder)
  print(value)
  if let first = recorder.failures.first {
    print(SourceText(text, name: "rule").render(Diagnostic(first.reason, at: first.span)))
  }
}

/// In the strict semantics a missing value stays unknown, and tells which record to chase, unless
/// what is known settles the result.
func unknowns() throws {
  let missing = Value.unknown(Unknown(.init("not reported", record: "T-17", field: "hours")))
  for text in ["hours + 1", "hours > 8 or true"] {
    let expression = try Expression(parsing: text, semantics: .strict)
    let program = try Program(
      expression, self: nil, locals: [("hours", .number)], schema: Schema())
    let value = program.evaluate(self: nil, locals: [missing], host: EmptyHost(), trace: nil)
    print(value)
  }
}

/// Every value inside, with its place in the text.
func tracing() throws {
  let text = "2 * (3 + 4)"
  let expression = try Expression(parsing: text, semantics: .standard)
  let program = try Program(expression, self: nil, schema: Schema())
  let recorder = TraceRecorder(limit: 1000)
  _ = program.evaluate(self: nil, host: EmptyHost(), trace: recorder)
  func show(_ trace: TraceNode, _ indent: String) {
    let piece = SourceText(text, name: "").excerpt(trace.node.span)
    print("\(indent)\(piece) = \(trace.value)")
    for child in trace.children { show(child, indent + "  ") }
  }
  if let root = recorder.root { show(root, "") }
}
