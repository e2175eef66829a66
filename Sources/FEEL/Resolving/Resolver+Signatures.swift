extension Resolver {
  /// The form of a function that the arguments fit; what fits none is reported.
  mutating func signature(_ builtin: Builtin, _ nodes: [Node], _ span: SourceSpan) -> Signature? {
    let forms = builtin.signatures.filter { $0.accepts(nodes.count) }
    guard isStrict else { return forms.first }
    for form in forms where nodes.indices.allSatisfy({ form.fits($0, nodes[$0]) }) { return form }
    guard let form = forms.first else { return nil }
    for index in nodes.indices where !form.fits(index, nodes[index]) {
      let node = nodes[index]
      let parameter = form.parameters[min(index, form.parameters.count - 1)]
      complain(
        """
        '\(parameter.name)' of '\(builtin.rawValue)' is \(parameter.kind.inWords), and this is \
        \(node.type.inWords)
        """, node.span)
    }
    return nil
  }

  /// The type of a call's value.
  mutating func result(
    _ builtin: Builtin, _ form: Signature, _ nodes: [Node], _ span: SourceSpan
  ) -> Type {
    if builtin == .unknown || builtin == .needsDecision { return .null }
    let first = nodes.first?.type ?? .any
    switch form.result {
    case .any, .context: return .any
    case .number: return .number
    case .string: return .string
    case .boolean: return .boolean
    case .strings: return .list(.string)
    case .numbers: return .list(.number)
    case .range: return .range(.any)
    case .date: return .date
    case .time: return .time
    case .dateTime: return .dateTime
    case .duration: return .any
    case .monthsDuration: return .monthsDuration
    case .first: return first.isNumber || first.isDuration || first.isList ? first : .any
    case .element: return aggregate(builtin, nodes, span)
    case .lists: return builtin == .mode ? first : .list(elements(of: nodes))
    case .list: return list(builtin, nodes)
    }
  }

  private func list(_ builtin: Builtin, _ nodes: [Node]) -> Type {
    guard let first = nodes.first?.type.element else { return .list(.any) }
    switch builtin {
    case .append, .insertBefore, .listReplace:
      let added = builtin == .append ? nodes.dropFirst() : nodes.suffix(1)
      return .list(added.reduce(first) { $0.joined(with: $1.type) })
    case .flatten: return .list(first.innermost)
    default: return .list(.any)
    }
  }

  private func elements(of lists: [Node]) -> Type {
    let types = lists.map { $0.type.element ?? $0.type }
    return types.dropFirst().reduce(types.first ?? .any) { $0.joined(with: $1) }
  }

  /// The type of a sum, mean, minimum and so on; elements that do not go together are reported.
  private mutating func aggregate(
    _ builtin: Builtin, _ nodes: [Node], _ span: SourceSpan
  ) -> Type {
    if nodes.count == 1, let element = nodes[0].type.element {
      guard builtin.aggregates(element) else {
        complain(builtin.refusal(of: element), nodes[0].span, remedy: element.aggregationRemedy)
        return .any
      }
      return builtin == .product ? element.withoutUnit : element
    }
    var type = Type.null
    for node in nodes {
      if !builtin.aggregates(node.type) {
        complain(builtin.refusal(of: node.type), node.span)
        return .any
      }
      if !type.mayBe(node.type) {
        complain("\(type.inWords) and \(node.type.inWords) do not go together", node.span)
        return .any
      }
      if builtin != .product { units(type, node.type, "go together", node.span) }
      type = type.joined(with: node.type)
    }
    return builtin == .product ? type.withoutUnit : type == .null ? .any : type
  }
}

extension Builtin {
  /// Whether elements of a type can be summed up, compared and so on.
  fileprivate func aggregates(_ type: Type) -> Bool {
    switch self {
    case .min, .max: type.orders(with: type)
    case .sum, .mean: type.isNumber || type.isDuration || type.isOpen
    default: type.isNumber || type.isOpen
    }
  }

  fileprivate func refusal(of type: Type) -> Wording {
    "there is no '\(rawValue)' of elements that are each \(type.inWords)"
  }
}

extension Type {
  fileprivate var aggregationRemedy: Wording? {
    isList ? "make one list of it with 'flatten(…)'" : nil
  }

  fileprivate var withoutUnit: Type {
    if let unit, unit != .ratio { return .number }
    return self
  }

  fileprivate var innermost: Type {
    if case .list(let element) = self { return element.innermost }
    return self
  }
}

extension Signature {
  /// Whether an argument can be what the parameter at its place asks for.
  func fits(_ index: Int, _ node: Node) -> Bool {
    guard let parameter = index < parameters.count ? parameters[index] : parameters.last else {
      return false
    }
    if node.isNullLiteral { return parameter.isOptional || parameter.kind.acceptsNull }
    return parameter.kind.accepts(node.type)
  }
}

extension Signature.Kind {
  func accepts(_ type: Type) -> Bool {
    if type.isOpen { return true }
    return switch self {
    case .any: true
    case .point: !type.isRange && !type.isList && type != .boolean
    case .number: type.isNumber
    case .string, .separator: type == .string
    case .boolean: type == .boolean
    case .list: type.isList
    case .numbers: type.mayBe(.list(.number))
    case .strings: type.mayBe(.list(.string))
    case .booleans: type.mayBe(.list(.boolean))
    case .function: type.isFunction
    case .context: type.mayBe(.context([]))
    case .range: type.isRange
    case .date: type == .date
    case .time: type == .time
    case .dateTime: type == .dateTime
    case .duration: type.isDuration
    case .amount: type.isNumber || type.isDuration
    case .day: type == .date || type == .dateTime
    case .moment: [.string, .date, .time, .dateTime].contains(type)
    }
  }

  var inWords: Wording {
    switch self {
    case .any: "any value"
    case .point: "a value that can lie in a range"
    case .number: "a number"
    case .string, .separator: "a text"
    case .boolean: "true or false"
    case .list: "a list"
    case .numbers: "a list of numbers"
    case .strings: "a list of texts"
    case .booleans: "a list of true or false"
    case .function: "a function"
    case .context: "a context"
    case .range: "a range"
    case .date: "a date"
    case .time: "a time"
    case .dateTime: "a date and time"
    case .duration: "a duration"
    case .amount: "a number or a duration"
    case .day: "a date"
    case .moment: "a text, a date or a time"
    }
  }
}
