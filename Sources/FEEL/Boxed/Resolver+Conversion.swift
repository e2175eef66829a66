extension Resolver {
  /// A value as one of a type with a name; a type that is not known is any.
  mutating func converted(_ node: Node, to name: Text) -> Node {
    guard let type = self.type(name) else { return node }
    let constraint = self.constraint(of: name)
    if isStrict {
      if !node.type.mayBe(type) {
        complain("\(type.inWords) is needed here, and this is \(node.type.inWords)", node.span)
      }
      return node
    }
    let slot = self.slot()
    let test = constraint.map { self.test($0, of: make(.local(slot), node.span, type)) }
    if type == .any, test == nil { return node }
    return Node(
      .converted(node, to: type, slot: slot, test: test), span: node.span, textID: node.textID,
      type: type)
  }

  /// The type with a name.
  mutating func type(_ name: Text) -> Type? {
    type(TypeName(name: name.text, span: SourceSpan(0, name.text.utf8.count)))
  }

  func constraint(of name: Text) -> TypeConstraint? {
    schema.types.first { $0.name == name.text }?.constraint
  }

  /// Whether a value, which is in a slot, is null or keeps to a constraint.
  mutating func test(_ constraint: TypeConstraint, of value: Node) -> Node {
    let span = value.span
    let isNull = make(
      .comparison(.equal, value, make(.literal(.null), span, .null)), span, .boolean)
    return make(.or(isNull, holds(constraint, value)), span, .boolean)
  }

  private mutating func holds(_ constraint: TypeConstraint, _ value: Node) -> Node {
    guard case .local(let slot) = value.kind else { return value }
    let span = value.span
    switch constraint {
    case .tests(let text): return cell(text, of: value.type, slot)
    case .all(let parts):
      let tests = parts.map { holds($0, value) }
      return all(tests, span)
    case .entries(let entries):
      let tests = entries.map { entry in
        let inner = self.slot()
        let part = make(.path(value, entry.name), span, .any)
        let test = self.test(entry.constraint, of: make(.local(inner), span, .any))
        return make(
          .bind(name: entry.name, slots: [inner], values: [part], body: test), span, .boolean)
      }
      return all(tests, span)
    case .elements(let element):
      let inner = self.slot()
      let test = self.test(element, of: make(.local(inner), span, value.type.element ?? .any))
      let iterator = Node.Iterator(name: "item", slot: inner, from: value)
      return make(.quantified(.every, [iterator], condition: test), span, .boolean)
    }
  }

  private mutating func all(_ tests: [Node], _ span: SourceSpan) -> Node {
    guard let first = tests.first else { return make(.literal(.boolean(true)), span, .boolean) }
    return tests.dropFirst().reduce(first) { make(.and($0, $1), span, .boolean) }
  }
}
