extension Resolver {
  /// A call of a function value in scope, of a function of the pack, or of a built-in one.
  mutating func call(
    _ callee: Syntax, _ arguments: [Syntax.Argument], _ span: SourceSpan
  ) -> Node {
    guard case .name(let name) = callee.kind else {
      return invoke(resolve(callee), arguments, span)
    }
    if let local = functionInScope(name, callee.span) {
      let invoked = invoke(local, arguments, span)
      guard !isStrict, local.type == .any, let builtin = Builtin(rawValue: name),
        !builtin.isExtension
      else { return invoked }
      let isFunction = make(.instanceOf(local, .function), callee.span, .boolean)
      return make(
        .conditional(isFunction, invoked, call(builtin, arguments, span)), span, .any)
    }
    if let function = schema.functions.first(where: { $0.name == name }) {
      return call(function, arguments, span)
    }
    guard let builtin = Builtin(rawValue: name), isStrict || !builtin.isExtension else {
      return noFunction(name, callee.span)
    }
    switch builtin {
    case .reading: return reading(arguments, span)
    case .known: return known(arguments, span)
    default:
      guard isUsable(builtin, callee.span) else {
        return make(.literal(.null), span, .any)
      }
      return call(builtin, arguments, span)
    }
  }

  /// A name that may hold a function, which goes before all other functions of that name.
  private mutating func functionInScope(_ name: String, _ span: SourceSpan) -> Node? {
    for scope in scopes.reversed() {
      switch scope {
      case .local(name, let slot, let type) where type.isFunction || type == .any:
        return make(.local(slot), span, type)
      case .entries(let entries, _)
      where entries.contains { $0.name == name && $0.type.isFunction }:
        return find(name, span, below: scopes.count)
      default: continue
      }
    }
    return nil
  }

  private mutating func noFunction(_ name: String, _ span: SourceSpan) -> Node {
    if isStrict, let value = find(name, span, below: scopes.count) {
      return fail(
        "'\(name)' is \(value.type.inWords) and cannot be called", span,
        remedy: value.type.isNumber ? "put '*' before the bracket" : nil)
    }
    let names =
      schema.functions.map(\.name)
      + Builtin.allCases.filter { isStrict || !$0.isExtension }.map(\.rawValue)
    return fail(
      "there is no function '\(name)'", span,
      remedy: isStrict ? nearestName(to: name, among: names).map { "write '\($0)'" } : nil)
  }

  /// Reports a built-in function that may not stand in a pack.
  mutating func isUsable(_ builtin: Builtin, _ span: SourceSpan) -> Bool {
    guard isStrict, let refusal = builtin.refusal else { return true }
    complain("'\(builtin.rawValue)' \(refusal.reason)", span, remedy: refusal.remedy)
    return false
  }

  // MARK: Function values

  /// A function being written; `expected` are the types of parameters that have none of their own.
  mutating func function(
    _ parameters: [Syntax.Parameter], _ body: Syntax, _ expected: [Type], _ span: SourceSpan,
    own: Int? = nil
  ) -> Node {
    var made: [Node.Parameter] = []
    for (index, parameter) in parameters.enumerated() {
      let type =
        parameter.type.flatMap { self.type($0) }
        ?? (index < expected.count ? expected[index] : .any)
      made.append(.init(parameter.name, slot: slot(), type: type))
    }
    let locals = made.map { Scope.local($0.name, slot: $0.slot, type: $0.type) }
    let body = inside(locals) { $0.resolve(body) }
    let type = FunctionType(made.map(\.type), gives: body.type)
    return make(
      .function(parameters: made, own: own, body: body), span, Type.function(of: type).ofLimitedSize
    )
  }

  private mutating func invoke(
    _ function: Node, _ arguments: [Syntax.Argument], _ span: SourceSpan
  ) -> Node {
    if !function.type.isFunction && !function.type.isOpen {
      complain("\(function.type.inWords) cannot be called", function.span)
    }
    let names = names(of: function)
    guard arguments.contains(where: { $0.name != nil }) else {
      if let names, names.count != arguments.count {
        complain(
          "the function takes \(Resolver.count(names)), found \(arguments.count)", span)
      }
      return make(.invoke(function, arguments.map { resolve($0.value) }, names: nil), span, .any)
    }
    guard let names else { return invokeByName(function, arguments, span) }
    guard let sorted = sort(arguments, names.map { ($0, false) }, "the function", span) else {
      return make(.literal(.null(reason: "the arguments do not fit")), span, .any)
    }
    return make(.invoke(function, sorted, names: nil), span, .any)
  }

  /// A call by name of a function whose parameters only the evaluation will tell.
  private mutating func invokeByName(
    _ function: Node, _ arguments: [Syntax.Argument], _ span: SourceSpan
  ) -> Node {
    guard !isStrict else { return fail("the names of the parameters are not known here", span) }
    let names = arguments.map { $0.name ?? "" }
    return make(.invoke(function, arguments.map { resolve($0.value) }, names: names), span, .any)
  }

  /// The parameters of a function value, as far as they are known.
  private func names(of function: Node) -> [String]? {
    switch function.kind {
    case .function(let parameters, _, _): return parameters.map(\.name)
    case .literal(.function(let value)): return isStrict ? value.parameters : nil
    case .local(let slot): return parameters[slot]
    case .path(let base, let name):
      guard case .context(let entries) = base.kind else { return nil }
      return entries.last { $0.name == name }.flatMap { names(of: $0.value) }
    default: return nil
    }
  }

  /// Remembers the parameters of a function that is put in a slot.
  mutating func remember(_ value: Node, in slot: Int) {
    if case .function = value.kind { parameters[slot] = names(of: value) }
  }

  static func count(_ names: [String]) -> Wording {
    let list: Wording = names.isEmpty ? "" : " (\(names.joined(separator: ", ")))"
    return names.count == 1 ? "1 argument\(list)" : "\(names.count) arguments\(list)"
  }
}

extension Builtin {
  /// Why the function may not stand in a pack, and what to do instead; nil if it may.
  var refusal: (reason: Wording, remedy: Wording?)? {
    switch self {
    case .sqrt, .exp, .log, .stddev: ("may not reach a score, as its result is not exact", nil)
    case .now, .today: ("would give another result every day", "use 'as of'")
    case .range, .before, .after, .meets, .metBy, .overlaps, .overlapsBefore, .overlapsAfter,
      .finishes, .finishedBy, .includes, .during, .starts, .startedBy, .coincides:
      ("is not there yet", "compare with '<', '<=' or 'in'")
    default: nil
    }
  }
}
