extension Resolver {
  /// The arguments in the order of the parameters; nil, after a report, if they do not fit.
  ///
  /// Optional parameters that are left out before one that is given become null.
  mutating func sort(
    _ arguments: [Syntax.Argument], _ parameters: [(name: String, isOptional: Bool)],
    _ function: Wording, _ span: SourceSpan, types: [[Type]] = []
  ) -> [Node]? {
    let places = parameters.indices.map { index in
      arguments.last { $0.name == parameters[index].name }
    }
    var isComplete = true
    for argument in arguments {
      let name = argument.name ?? ""
      if argument.name == nil {
        complain("arguments are given either all by name or all by place", argument.value.span)
      } else if !parameters.contains(where: { $0.name == name }) {
        complain(
          "\(function) has no parameter '\(name)'", argument.span,
          remedy: nearestName(to: name, among: parameters.map(\.name)).map { "write '\($0)'" }
            ?? "its parameters are \(parameters.map { "'\($0.name)'" }.joined(separator: ", "))")
      } else if arguments.filter({ $0.name == name }).count > 1 {
        complain("'\(name)' is given twice", argument.span)
      } else {
        continue
      }
      isComplete = false
    }
    for (parameter, place) in zip(parameters, places) where place == nil && !parameter.isOptional {
      if isComplete { complain("\(function) needs '\(parameter.name)'", span) }
      isComplete = false
    }
    guard isComplete else { return nil }
    let last = places.lastIndex { $0 != nil } ?? -1
    return places.prefix(last + 1).map { place in
      place.map { resolve($0.value) } ?? make(.literal(.null), span, .null)
    }
  }

  /// A call of a built-in function.
  mutating func call(
    _ builtin: Builtin, _ arguments: [Syntax.Argument], _ span: SourceSpan
  ) -> Node {
    guard var nodes = nodes(builtin, arguments, span) else {
      return make(
        .literal(.null(reason: "the arguments of '\(builtin.rawValue)' do not fit")), span, .any)
    }
    nodes = symbols(builtin, nodes)
    let signature = signature(builtin, nodes, span)
    if let literal = folded(builtin, nodes, span) { return literal }
    let type = signature.map { result(builtin, $0, nodes, span) } ?? .any
    return make(.call(builtin, nodes), span, type, pattern: pattern(builtin, nodes))
  }

  private mutating func nodes(
    _ builtin: Builtin, _ arguments: [Syntax.Argument], _ span: SourceSpan
  ) -> [Node]? {
    let forms = builtin.signatures
    if arguments.contains(where: { $0.name != nil }) {
      let names = Set(arguments.compactMap(\.name))
      let form = forms.first { names.isSubset(of: $0.parameters.map(\.name)) } ?? forms.last
      let mayLack = builtin == .is && !isStrict
      var nodes = form.flatMap { form in
        sort(
          arguments, form.parameters.map { ($0.name, $0.isOptional || mayLack) },
          "'\(builtin.rawValue)'", span)
      }
      if mayLack, nodes?.count == 1 { nodes?.append(make(.literal(.null), span, .null)) }
      return nodes
    }
    guard forms.contains(where: { $0.accepts(arguments.count) }) else {
      let names = forms.map { Wording(verbatim: $0.inWords(builtin.rawValue)) }.joined(
        separator: " or ")
      complain("the arguments do not fit: it is \(names)", span)
      return nil
    }
    var nodes: [Node] = []
    for argument in arguments {
      nodes.append(self.argument(argument.value, of: builtin, after: nodes))
    }
    return nodes
  }

  /// An argument; a function that sorts or matches elements knows the type of its parameters.
  private mutating func argument(
    _ syntax: Syntax, of builtin: Builtin, after nodes: [Node]
  ) -> Node {
    guard builtin == .sort || builtin == .listReplace, nodes.count == 1,
      case .function(let parameters, let body) = syntax.kind
    else { return resolve(syntax) }
    let element = nodes[0].type.element ?? .any
    return function(parameters, body, [element, element], syntax.span)
  }

  /// Texts that stand for symbols become symbols.
  private mutating func symbols(_ builtin: Builtin, _ nodes: [Node]) -> [Node] {
    switch builtin {
    case .min, .max, .listContains, .indexOf, .append, .concatenate, .union, .is:
      let types = nodes.map { $0.type.element.flatMap { $0 == .any ? nil : $0 } ?? $0.type }
      guard let like = types.first(where: { $0.isSymbol }) else { return nodes }
      return nodes.map { symbol($0, like: like) }
    default: return nodes
    }
  }

  /// A date, time or duration that is written with literals only, as a literal.
  private mutating func folded(
    _ builtin: Builtin, _ nodes: [Node], _ span: SourceSpan
  ) -> Node? {
    switch builtin {
    case .date, .time, .dateAndTime, .duration: break
    default: return nil
    }
    let values = nodes.compactMap { node -> Value? in
      if case .literal(let value) = node.kind, !value.isNull { return value }
      return nil
    }
    guard values.count == nodes.count, !values.isEmpty else { return nil }
    let value = semantics.call(builtin, values, zones: schema.zones)
    if let reason = value.unknown?.causes.first?.reason {
      complain(reason, span)
      return nil
    }
    return value.isNull ? nil : make(.literal(value), span, value.type)
  }
}

extension Signature {
  /// The call as it is written, such as `decimal(n, scale)`.
  func inWords(_ name: String) -> String {
    let names = parameters.map { $0.isOptional ? "[\($0.name)]" : $0.name }
    return "\(name)(\(names.joined(separator: ", "))\(isVariadic ? ", …" : ""))"
  }
}
