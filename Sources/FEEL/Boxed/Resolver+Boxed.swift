extension Resolver {
  /// The node of a piece of a boxed expression.
  mutating func boxed(_ boxed: Boxed, _ span: SourceSpan) -> Node {
    switch boxed {
    case .text(let text): return inside(text.id) { $0.resolve(text) }
    case .table(let table): return inside(table.id) { $0.table(table) }
    case .typed(let inner, let type): return converted(resolve(inner), to: type)
    case .function(let parameters, let body): return function(parameters, body, span)
    case .failure(let reason): return make(.literal(.null(reason: reason)), span, .any)
    case .within(let id, let inner): return inside(id) { $0.resolve(inner) }
    }
  }

  private mutating func resolve(_ cell: Text) -> Node {
    guard let expression = parseCell(cell, asTests: false) else {
      return make(.literal(.null), SourceSpan(0, 0), .any)
    }
    return resolve(expression.syntax)
  }

  /// Runs `body` while another text is the one that spans point into.
  private mutating func inside(_ id: Int, _ body: (inout Resolver) -> Node) -> Node {
    let outer = text
    text = id
    defer { text = outer }
    return body(&self)
  }

  /// A function; `own` is the slot of the entry that holds it, by whose name it may call itself.
  ///
  /// Where an argument breaks the constraint of its type, the value is null.
  mutating func function(
    _ parameters: [BoxedExpression.Parameter], _ body: Syntax, _ span: SourceSpan, own: Int? = nil
  ) -> Node {
    let made = parameters.map { parameter in
      Node.Parameter(
        parameter.name, slot: slot(), type: parameter.type.flatMap { self.type($0) } ?? .any)
    }
    let locals = made.map { Scope.local($0.name, slot: $0.slot, type: $0.type) }
    var node = inside(locals) { $0.resolve(body) }
    for (parameter, written) in zip(made, parameters).reversed() {
      guard let type = written.type, let constraint = self.constraint(of: type) else { continue }
      let value = make(.local(parameter.slot), span, parameter.type)
      let test = self.test(constraint, of: value)
      let reason: Wording = "'\(parameter.name)' is not among the allowed values"
      let refusal = make(.literal(.null(reason: reason)), span, .null)
      node = make(.conditional(test, node, refusal), span, node.type)
    }
    let type = FunctionType(made.map(\.type), gives: node.type)
    return make(.function(parameters: made, own: own, body: node), span, .function(of: type))
  }
}
