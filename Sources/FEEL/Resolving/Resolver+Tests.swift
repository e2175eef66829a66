extension Resolver {
  /// `value in tests`: whether one of the tests is true of the value.
  mutating func membership(_ value: Syntax, _ tests: [Syntax], _ span: SourceSpan) -> Node {
    let value = resolve(value)
    let slot = slot()
    let input = Scope.local("?", slot: slot, type: value.type)
    let nodes = inside([input]) { resolver in
      tests.map { resolver.test($0, of: value.type, slot) }
    }
    return make(.membership(value, slot: slot, tests: nodes), span, .boolean)
  }

  /// The tests of an input of a decision table, which is the local value `?`.
  mutating func tests(_ tests: [Syntax], negated: Bool, _ span: SourceSpan) -> Node {
    guard !tests.isEmpty else { return make(.literal(.boolean(true)), span, .boolean) }
    let value = input(span)
    let slot = slot()
    let inner = Scope.local("?", slot: slot, type: value.type)
    let nodes = inside([inner]) { resolver in
      tests.map { resolver.unaryTest($0, of: value.type, slot) }
    }
    let result = make(.membership(value, slot: slot, tests: nodes), span, .boolean)
    return negated ? make(.not(result), span, .boolean) : result
  }

  /// The tests of a cell of a decision table, whose input is in the slot already.
  mutating func tests(
    _ tests: [Syntax], negated: Bool, of type: Type, _ slot: Int, _ span: SourceSpan
  ) -> Node {
    let nodes = inside([.local("?", slot: slot, type: type)]) { resolver in
      tests.map { resolver.unaryTest($0, of: type, slot) }
    }
    let value = make(.local(slot), span, type)
    let result =
      nodes.count == 1
      ? nodes[0] : make(.membership(value, slot: slot, tests: nodes), span, .boolean)
    return negated ? make(.not(result), span, .boolean) : result
  }

  /// One test of a decision table: in the standard semantics also a condition that is true without
  /// looking at the value.
  ///
  /// Source: DMN 1.5, 7.3.2 and 10.3.1.2, rule 7.
  mutating func unaryTest(_ syntax: Syntax, of type: Type, _ slot: Int) -> Node {
    let test = test(syntax, of: type, slot)
    guard !isStrict, case .includes(let condition, _) = test.kind, condition.isCondition else {
      return test
    }
    return make(.or(test, condition), syntax.span, .boolean)
  }

  /// The value that a test is about.
  mutating func input(_ span: SourceSpan) -> Node {
    find("?", span, below: scopes.count)
      ?? fail(
        "there is no value that this comparison is about", span,
        remedy: "write a value before the sign")
  }

  /// One test of the value in a slot: a comparison, a condition on `?`, or something to be equal to
  /// or to lie in.
  mutating func test(_ syntax: Syntax, of type: Type, _ slot: Int) -> Node {
    if case .test = syntax.kind { return resolve(syntax) }
    let test = symbol(resolve(syntax), like: type)
    if test.uses(slot) { return condition(test) }
    let value = make(.local(slot), syntax.span, type)
    checkTest(test, value)
    return make(.includes(test: test, value: value), syntax.span, .boolean)
  }

  private mutating func checkTest(_ test: Node, _ value: Node) {
    switch test.type {
    case .range(let end):
      guard !value.type.isRange else { break }
      let end = Node(test.kind, span: test.span, textID: test.textID, type: end)
      return compare(value, end, ordered: true, test.span)
    case .list(let element):
      guard !value.type.isList, !element.isList, !element.isRange else { return }
      let element = Node(test.kind, span: test.span, textID: test.textID, type: element)
      return compare(value, element, ordered: false, test.span)
    default: break
    }
    compare(value, test, ordered: false, test.span)
  }
}

extension Node {
  /// Whether this says something that is true or false, and is not merely a value of that type.
  fileprivate var isCondition: Bool {
    switch kind {
    case .comparison, .between, .and, .or, .not, .quantified, .membership, .instanceOf: true
    case .call(let builtin, _): builtin.signatures.contains { $0.result == .boolean }
    default: false
    }
  }
}

extension Type {
  var isRange: Bool {
    if case .range = self { return true }
    return false
  }
}
