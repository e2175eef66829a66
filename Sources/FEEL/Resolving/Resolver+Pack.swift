extension Resolver {
  /// The most functions and readings put in place inside one another.
  private static let greatestUses = 40

  /// A call of a function of the pack: its body is resolved with the types of the arguments, in a
  /// scope of its own.
  mutating func call(
    _ function: Schema.FunctionDefinition, _ arguments: [Syntax.Argument], _ span: SourceSpan
  ) -> Node {
    guard let values = values(function, arguments, span) else {
      return make(.literal(.null(reason: "the arguments do not fit")), span, .any)
    }
    guard begin(.function, function.name, span) else { return make(.literal(.null), span, .any) }
    let places = values.map { _ in slot() }
    let types = values.map(\.type.inWords).joined(separator: ", ")
    let use = Use(
      kind: .function, name: function.name, words: "in the function '\(function.name)'",
      types: ", called with (\(types))")
    let locals = zip(zip(function.parameters, values), places).map { pair, slot in
      Scope.local(pair.0, slot: slot, type: pair.1.type)
    }
    for (value, slot) in zip(values, places) { remember(value, in: slot) }
    let body = body(function.body, use, locals)
    return make(
      .bind(name: function.name, slots: places, values: values, body: body), span, body.type)
  }

  private mutating func values(
    _ function: Schema.FunctionDefinition, _ arguments: [Syntax.Argument], _ span: SourceSpan
  ) -> [Node]? {
    let name: Wording = "'\(function.name)'"
    if arguments.contains(where: { $0.name != nil }) {
      return sort(arguments, function.parameters.map { ($0, false) }, name, span)
    }
    guard arguments.count == function.parameters.count else {
      complain(
        "\(name) takes \(Resolver.count(function.parameters)), found \(arguments.count)", span)
      return nil
    }
    return arguments.map { resolve($0.value) }
  }

  /// The chosen answer to an open question; all answers are resolved, so that all are checked.
  mutating func reading(_ arguments: [Syntax.Argument], _ span: SourceSpan) -> Node {
    guard arguments.count == 1, case .string(let name) = arguments[0].value.kind else {
      return fail("'reading' takes the name of a reading in quotation marks", span)
    }
    guard let reading = schema.readings[name] else {
      return fail(
        "there is no reading '\(name)'", arguments[0].value.span,
        remedy: nearestName(to: name, among: schema.readings.keys).map { "write \"\($0)\"" })
    }
    guard begin(.reading, name, span) else { return make(.literal(.null), span, .any) }
    var chosen: Node?
    for option in reading.options {
      let words: Wording = "in the answer '\(option.name)' to the reading '\(name)'"
      let body = body(option.text, Use(kind: .reading, name: name, words: words), nil)
      if option.name == reading.chosen { chosen = body }
    }
    guard let chosen else {
      return fail(
        "the reading '\(name)' has no answer '\(reading.chosen)'", span,
        remedy: nearestName(to: reading.chosen, among: reading.options.map(\.name))
          .map { "choose '\($0)'" })
    }
    return make(.reading(name: name, option: reading.chosen, chosen), span, chosen.type)
  }

  mutating func known(_ arguments: [Syntax.Argument], _ span: SourceSpan) -> Node {
    guard arguments.count == 1, arguments[0].name ?? "value" == "value" else {
      return fail("'known' takes one value, found \(arguments.count)", span)
    }
    return make(.known(resolve(arguments[0].value)), span, .boolean)
  }

  /// Whether a function or reading may be put in place here: not inside itself, and not too deep.
  private mutating func begin(_ kind: Use.Kind, _ name: String, _ span: SourceSpan) -> Bool {
    if uses.contains(where: { $0.kind == kind && $0.name == name }) {
      complain(
        kind == .function
          ? "the function '\(name)' is used inside itself"
          : "the reading '\(name)' is used inside itself", span,
        remedy: "go through a list with 'for' instead")
      return false
    }
    guard uses.count < Resolver.greatestUses else {
      complain("functions and readings use one another too deep", span)
      return false
    }
    return true
  }

  /// The node of another text, in the present scope or in one of its own.
  private mutating func body(_ other: Text, _ use: Use, _ locals: [Scope]?) -> Node {
    let (outerText, outerScopes, outerPartials) = (text, scopes, partials)
    defer { (text, scopes, partials) = (outerText, outerScopes, outerPartials) }
    if let locals { (scopes, partials) = (locals, []) }
    uses.append(use)
    defer { uses.removeLast() }
    guard let expression = parse(other) else {
      return make(.literal(.null), SourceSpan(0, 0), .any)
    }
    text = other.id
    return resolve(expression.syntax)
  }
}
