/// What must hold for a text in one of the semantics.
struct Fuzzing {
  let semantics: Semantics
  let world = World()
  private static let locals: [(name: String, value: Value)] = [
    ("n", .number(7)), ("third", Number("0.3").map(Value.number) ?? .null), ("s", .string("điểm")),
    ("b", .boolean(true)), ("none", .null), ("open", .unknown(Unknown("missing"))),
    ("list", .list([.number(1), .number(2), .number(3)])),
    ("rows", .list([row("a", 1), row("b", 2), row("b", 3)])),
    ("day", CalendarDate(year: 2026, month: 1, day: 31).map(Value.date) ?? .null),
    ("?", .number(5)),
  ]

  private static func row(_ name: String, _ number: Int) -> Value {
    .context(Context([("name", .string(name)), ("x", .number(Number(number)))]))
  }

  init(_ semantics: Semantics) { self.semantics = semantics }

  /// A whole text as an expression: a value or problems, the same with and without a trace.
  func expression(_ text: String) {
    _ = Expression.isUnfinished(text, semantics: semantics, names: names)
    _ = StrictName(text)
    do throws(Problems) {
      let program = try program(Expression(parsing: text, semantics: semantics, names: names))
      _ = program.settledConditions()
      let value = evaluate(program, nil)
      readsBack(value)
      let recorder = TraceRecorder(limit: 10_000)
      let traced = evaluate(program, recorder)
      if !hasFunction(value), traced != value { stop("traced: \(traced), else \(value)") }
      _ = recorder.root?.origin
      _ = Type(of: value).name
    } catch {
      check(error, text)
    }
  }

  /// A whole text as the tests of an input of a table.
  func tests(_ text: String) {
    do throws(Problems) {
      let tests = try Expression(parsingTests: text, semantics: semantics, names: names)
      let value = evaluate(try program(tests), nil)
      switch value {
      case .boolean, .null, .unknown: break
      default: stop("the tests give \(value)")
      }
    } catch {
      check(error, text)
    }
  }

  // MARK: Evaluating

  private var names: Set<String> { Set(Fuzzing.locals.map(\.name)) }

  var types: [(name: String, type: Type)] {
    Fuzzing.locals.map { ($0.name, Type(of: $0.value)) }
  }

  private func program(_ expression: Expression) throws(Problems) -> Program {
    try Program(expression, self: 0, locals: types, schema: world.schema)
  }

  func evaluate(_ program: Program, _ trace: TraceRecorder?) -> Value {
    program.evaluate(
      self: World.lan, locals: Fuzzing.locals.map(\.value), host: world, trace: trace,
      steps: 1 << 18)
  }

  // MARK: What must hold

  /// A value that an expression can write is read back as the same value.
  func readsBack(_ value: Value) {
    guard isWritable(value, depth: 0) else { return }
    let text = value.description
    guard text.utf8.count < 50_000 else { return }
    do throws(Problems) {
      let expression = try Expression(parsing: text, semantics: semantics)
      let program = try Program(expression, self: nil, schema: Schema())
      let again = program.evaluate(self: nil, host: EmptyHost(), trace: nil)
      if plain(again) != plain(value) { stop("'\(text)' is read back as '\(again)'") }
    } catch {
      stop("'\(text)' is not read back: \(error.all.map(\.diagnostic.message))")
    }
  }

  private func isWritable(_ value: Value, depth: Int) -> Bool {
    guard depth < 40 else { return false }
    return switch value {
    case .unknown, .perhaps, .function, .record, .symbol: false
    case .null: semantics == .standard
    case .list(let items): items.allSatisfy { isWritable($0, depth: depth + 1) }
    case .context(let context): context.values.allSatisfy { isWritable($0, depth: depth + 1) }
    case .range(let range):
      [range.lower, range.upper].allSatisfy { $0.map { isWritable($0, depth: depth + 1) } ?? true }
    default: true
    }
  }

  /// The value without the reasons of its nulls.
  private func plain(_ value: Value) -> Value {
    switch value {
    case .null: .null
    case .list(let items): .list(items.map(plain))
    case .context(let context):
      .context(Context(zip(context.names, context.values).map { ($0, plain($1)) }))
    case .range(let range):
      .range(
        ValueRange(
          range.lower.map(plain), closed: range.lowerClosed, range.upper.map(plain),
          closed: range.upperClosed))
    default: value
    }
  }

  private func hasFunction(_ value: Value) -> Bool {
    switch value {
    case .function: true
    case .perhaps(let inner, _): hasFunction(inner)
    case .list(let items): items.contains(where: hasFunction)
    case .context(let context): context.values.contains(where: hasFunction)
    case .range(let range): [range.lower, range.upper].contains { $0.map(hasFunction) ?? false }
    default: false
    }
  }

  private func check(_ problems: Problems, _ text: String) {
    if problems.all.isEmpty { stop("refused without a problem") }
    for problem in problems.all { check(problem.diagnostic, text, isOwn: problem.textID == 0) }
  }

  /// Places lie in the text, and begin and end with a character of it.
  func check(_ diagnostic: Diagnostic, _ text: String, isOwn: Bool) {
    guard isOwn else { return }
    for span in [diagnostic.span] + diagnostic.notes.compactMap(\.span) {
      for offset in [span.lower, span.upper] {
        guard offset <= text.utf8.count else { stop("\(span) lies beyond the text") }
        let index = text.utf8.index(text.startIndex, offsetBy: offset)
        if index.samePosition(in: text.unicodeScalars) == nil { stop("\(span) cuts a letter") }
      }
    }
    let rendered = SourceText(text, name: "text").render(diagnostic)
    if rendered.isEmpty { stop("nothing is told") }
  }

  private func stop(_ message: String) -> Never {
    fatalError("\(semantics): \(message.prefix(2000))")
  }
}
