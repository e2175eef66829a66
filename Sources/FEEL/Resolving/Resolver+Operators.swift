extension Resolver {
  /// Literals, names, operators and logic; the rest is in ``resolveStructures(_:)``.
  mutating func resolveOperators(_ syntax: Syntax) -> Node {
    let span = syntax.span
    switch syntax.kind {
    case .null: return make(.literal(.null), span, .null)
    case .boolean(let truth): return make(.literal(.boolean(truth)), span, .boolean)
    case .number(let text): return number(text, span)
    case .string(let text): return make(.literal(.string(text)), span, .string)
    case .temporal(let text): return temporal(text, span)
    case .name(let text): return name(text, span)
    case .negate(let operand): return negate(operand, span)
    case .arithmetic(let kind, let left, let right):
      return arithmetic(kind, resolve(left), resolve(right), span)
    case .comparison(let kind, let left, let right):
      return comparison(kind, resolve(left), resolve(right), span)
    case .and(let left, let right):
      return make(.and(condition(left), condition(right)), span, .boolean)
    case .or(let left, let right):
      return make(.or(condition(left), condition(right)), span, .boolean)
    case .not(let operand): return make(.not(condition(operand)), span, .boolean)
    case .conditional(let test, let yes, let no): return conditional(test, yes, no, span)
    case .between(let value, let low, let high): return between(value, low, high, span)
    case .instanceOf(let operand, let type): return instance(operand, type, span)
    default: return resolveStructures(syntax)
    }
  }

  private mutating func number(_ text: String, _ span: SourceSpan) -> Node {
    guard let number = Number(text), case .number = semantics.number(number) else {
      return fail("this number is too large", span)
    }
    return make(.literal(semantics.number(number)), span, .number)
  }

  private mutating func temporal(_ text: String, _ span: SourceSpan) -> Node {
    guard let value = Value(temporal: text, zones: schema.zones) else {
      if let name = schema.zones.missingName(in: text) {
        return fail("there is no time zone \(Value.quoted(name))", span)
      }
      return fail(
        "'\(text)' is no date, time or duration", span,
        remedy: "write it as in @\"2026-01-31\", @\"08:30:00\" or @\"P3D\"")
    }
    return make(.literal(value), span, value.type)
  }

  private mutating func negate(_ operand: Syntax, _ span: SourceSpan) -> Node {
    let operand = resolve(operand)
    if !operand.type.isNumber && !operand.type.isDuration && !operand.type.isOpen {
      complain("\(operand.type.inWords) has no opposite", operand.span)
    }
    return make(.negate(operand), span, operand.type)
  }

  /// A piece that must be true or false.
  mutating func condition(_ syntax: Syntax) -> Node { condition(resolve(syntax)) }

  mutating func condition(_ node: Node) -> Node {
    if node.type != .boolean && node.type != .any && !node.isUnknownCall {
      complain("a condition is needed here, and this is \(node.type.inWords)", node.span)
    }
    return node
  }

  private mutating func conditional(
    _ test: Syntax, _ yes: Syntax, _ no: Syntax, _ span: SourceSpan
  ) -> Node {
    let test = condition(test)
    let (yes, no) = symbols(resolve(yes), resolve(no))
    return make(.conditional(test, yes, no), span, yes.type.joined(with: no.type))
  }

  private mutating func between(
    _ value: Syntax, _ low: Syntax, _ high: Syntax, _ span: SourceSpan
  ) -> Node {
    let value = resolve(value)
    let low = symbol(resolve(low), like: value.type)
    let high = symbol(resolve(high), like: value.type)
    for end in [low, high] { compare(value, end, ordered: true, end.span) }
    return make(.between(value, low, high), span, .boolean)
  }

  private mutating func instance(
    _ operand: Syntax, _ type: TypeName, _ span: SourceSpan
  ) -> Node {
    let operand = resolve(operand)
    guard let type = self.type(type) else {
      return make(.literal(.null(reason: "there is no such type")), span, .null)
    }
    return make(.instanceOf(operand, type), span, .boolean)
  }

  // MARK: Comparison

  mutating func comparison(
    _ kind: ComparisonOperator, _ left: Node, _ right: Node, _ span: SourceSpan
  ) -> Node {
    let (left, right) = symbols(left, right)
    compare(left, right, ordered: kind != .equal && kind != .notEqual, span)
    return make(.comparison(kind, left, right), span, .boolean)
  }

  /// Reports two values that cannot be compared.
  mutating func compare(_ left: Node, _ right: Node, ordered: Bool, _ span: SourceSpan) {
    if ordered, left.isNullLiteral || right.isNullLiteral {
      complain("nothing comes before or after null", span, remedy: "compare with '=' or '!='")
      return
    }
    guard ordered ? left.type.orders(with: right.type) : left.type.equates(with: right.type) else {
      let verb: Wording =
        ordered && left.type.equates(with: right.type) ? "put in an order" : "compared"
      complain(
        "\(left.type.inWords) and \(right.type.inWords) cannot be \(verb)", span,
        remedy: Resolver.remedy(comparing: left, right) ?? Resolver.remedy(comparing: right, left))
      return
    }
    units(left.type, right.type, "be compared", span)
  }

  /// Reports two numbers of different units.
  mutating func units(_ left: Type, _ right: Type, _ verb: Wording, _ span: SourceSpan) {
    guard let a = left.unit, let b = right.unit, a != b else { return }
    complain("\(a.inWords) and \(b.inWords) cannot \(verb)", span)
  }

  private static func remedy(comparing known: Node, _ wrong: Node) -> Wording? {
    guard case .literal(.string(let text)) = wrong.kind else {
      return known.type.isNumber && wrong.type == .daysDuration ? "write '.days' behind it" : nil
    }
    switch known.type {
    case .number: return Number(text) == nil ? nil : "write \(text) without quotation marks"
    case .date: return CalendarDate(text) == nil ? nil : "write @\"\(text)\""
    case .boolean: return text == "true" || text == "false" ? "write \(text)" : nil
    default: return nil
    }
  }
}

extension UnitOfMeasure {
  /// What numbers of the unit are called in messages.
  var inWords: Wording { self == .ratio ? "a ratio" : Wording(verbatim: description) }
}

extension Node {
  /// Whether the author wrote `null` here.
  var isNullLiteral: Bool {
    if case .literal(.null) = kind { return type == .null }
    return false
  }

  /// Whether this is `unknown(…)` or `needs decision(…)`, which fits everywhere.
  var isUnknownCall: Bool {
    switch kind {
    case .call(.unknown, _), .call(.needsDecision, _): true
    case .reading(_, _, let body), .bind(_, _, _, let body): body.isUnknownCall
    case .conditional(_, let yes, let no):
      yes.type == .null && no.type == .null && (yes.isUnknownCall || no.isUnknownCall)
    default: false
    }
  }

  /// Whether the number is made of numbers written in the expression alone, without a unit.
  var isPlainNumber: Bool {
    switch kind {
    case .literal(.number): true
    case .negate(let operand): operand.isPlainNumber
    case .arithmetic(_, let left, let right): left.isPlainNumber && right.isPlainNumber
    default: false
    }
  }
}
