import FEEL

/// What expressions that are tried out can name, and in which meaning they are computed.
struct FeelScope {
  let semantics: Semantics
  private(set) var locals = Context()
  /// The texts whose functions the names may hold, by the number that their nodes refer to them with.
  private var texts: [SourceText] = []

  /// The time zones that texts may name.
  private let zones: ZoneTable
  /// What `now` gives.
  var now: DateTime?

  init(semantics: Semantics, zones: ZoneTable = .universal, now: DateTime? = nil) {
    self.semantics = semantics
    self.zones = zones
    self.now = now
  }

  /// The names, in the order in which they were given.
  var names: [String] { locals.names }

  /// Gives a name a value that the text gave; a name given before gets the new one.
  mutating func define(_ name: String, _ value: Value, from source: SourceText) {
    texts.append(SourceText(source.text, name: name))
    locals[name] = value
  }

  /// Gives every entry of a context its name.
  mutating func define(_ context: Context, from source: SourceText) {
    texts.append(source)
    for (name, value) in zip(context.names, context.values) { locals[name] = value }
  }

  /// The text that a node stands in, while `source` is the one that is being computed.
  func text(_ node: Node, _ source: SourceText) -> SourceText {
    texts.indices.contains(node.textID) ? texts[node.textID] : source
  }

  /// Whether a typed text asks for another line.
  func isUnfinished(_ text: String) -> Bool {
    Expression.isUnfinished(text, semantics: semantics, names: Set(names))
  }

  /// The value of an expression, with where it came from if there is none.
  ///
  /// - Throws: All problems of a text that is no expression.
  func answer(_ source: SourceText) throws(Problems) -> FeelAnswer {
    try answer(source, nil)
  }

  /// Whether a value passes the unary tests of an input of a decision table.
  func answer(tests source: SourceText, of value: Value) throws(Problems) -> FeelAnswer {
    try answer(source, value)
  }

  /// The evaluations inside an expression.
  func trace(_ source: SourceText, limit: Int) throws(Problems) -> TraceNode? {
    let recorder = TraceRecorder(limit: limit)
    _ = try evaluate(program(source, nil), nil, recorder)
    return recorder.root
  }

  /// What is known of the value of an expression before anything is computed.
  func type(_ source: SourceText) throws(Problems) -> Type { try program(source, nil).type }

  private func answer(_ source: SourceText, _ tested: Value?) throws(Problems) -> FeelAnswer {
    let program = try program(source, tested)
    let value = evaluate(program, tested, nil)
    guard value.isMissing else { return FeelAnswer(value: value, failure: nil) }
    // Only what failed is computed again with all that it came from.
    let recorder = TraceRecorder(limit: FeelScope.traced)
    _ = evaluate(program, tested, recorder)
    guard let origin = recorder.root?.origin, let reason = origin.value.reason else {
      return FeelAnswer(value: value, failure: nil)
    }
    let text = text(origin.node, source)
    return FeelAnswer(value: value, failure: .init(problem(reason, origin.node, text), in: text))
  }

  /// Why there is no value, with the nearest name if a name has no meaning.
  private func problem(_ reason: Wording, _ node: Node, _ source: SourceText) -> Diagnostic {
    guard case .literal = node.kind else { return Diagnostic(reason, at: node.span) }
    let near = nearestName(to: source.excerpt(node.span), among: names)
    return Diagnostic(reason, at: node.span, remedy: near.map { "write '\($0)'" })
  }

  private func program(_ source: SourceText, _ tested: Value?) throws(Problems) -> Program {
    let (all, id) = (Set(names), texts.count)
    let expression =
      tested == nil
      ? try Expression(parsing: source.text, textID: id, semantics: semantics, names: all)
      : try Expression(parsingTests: source.text, textID: id, semantics: semantics, names: all)
    var types = zip(locals.names, locals.values).map { (name: $0, type: Type(of: $1)) }
    if let tested { types.append(("?", Type(of: tested))) }
    return try Program(expression, self: nil, locals: types, schema: Schema(zones: zones))
  }

  private func evaluate(_ program: Program, _ tested: Value?, _ trace: TraceRecorder?) -> Value {
    let values = locals.values + (tested.map { [$0] } ?? [])
    return program.evaluate(self: nil, locals: values, host: EmptyHost(now: now), trace: trace)
  }

  /// The most evaluations that are kept to find where a failure came from.
  private static let traced = 200_000
}
