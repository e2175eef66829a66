extension Resolver {
  /// A filter with a condition, or the element at a position if the condition is a number.
  mutating func filter(_ list: Syntax, _ condition: Syntax, _ span: SourceSpan) -> Node {
    let list = resolve(list)
    if isStrict, !list.type.isList, list.type != .any {
      complain(
        "a filter needs a list, and this is \(list.type.inWords)", list.span,
        remedy: list.type.isNumber ? "put an operator before '['" : nil)
    }
    let element = list.type.element ?? list.type
    let slot = slot()
    let test = inside(scopes(of: element, slot)) { $0.resolve(condition) }
    guard !test.type.isNumber else { return self.element(list, test, element, slot, span) }
    return make(
      .filter(list, condition: self.condition(test), itemSlot: slot), span,
      list.type.isList || isStrict ? list.type : .list(element))
  }

  private mutating func element(
    _ list: Node, _ index: Node, _ element: Type, _ slot: Int, _ span: SourceSpan
  ) -> Node {
    guard index.uses(slot) else { return make(.element(list, index: index), span, element) }
    if isStrict {
      complain(
        "a position may not depend on the elements", index.span,
        remedy: "write a condition, such as a comparison")
    }
    return make(.filter(list, condition: index, itemSlot: slot), span, .any)
  }

  /// What is in scope inside a filter: `item`, and before it what the item consists of.
  private func scopes(of element: Type, _ slot: Int) -> [Scope] {
    let item = Scope.local("item", slot: slot, type: element)
    switch element {
    case .record(let type, let via): return [item, .record(type, slot: slot, via: via)]
    case .context(let entries) where isStrict: return [item, .entries(entries, slot: slot)]
    case .any, .context, .null: return isStrict ? [item] : [item, .dynamic(slot: slot)]
    default: return [item]
    }
  }

  // MARK: Loops

  mutating func forEach(
    _ iterators: [Syntax.Iterator], _ body: Syntax, _ span: SourceSpan
  ) -> Node {
    let outer = scopes
    defer { scopes = outer }
    let iterators = self.iterators(iterators)
    let partial = slot()
    if isStrict {
      partials.append((partial, .list(.any)))
    } else {
      scopes.append(.local("partial", slot: partial, type: .list(.any)))
    }
    let body = resolve(body)
    if isStrict { partials.removeLast() }
    return make(
      .forEach(iterators, body: body, partial: body.uses(partial) ? partial : nil), span,
      .list(body.type))
  }

  mutating func quantified(
    _ quantifier: Quantifier, _ iterators: [Syntax.Iterator], _ test: Syntax, _ span: SourceSpan
  ) -> Node {
    let outer = scopes
    defer { scopes = outer }
    let iterators = self.iterators(iterators)
    return make(
      .quantified(quantifier, iterators, condition: condition(test)), span, .boolean)
  }

  /// The iterators of a loop; each sees those before it, and they stay in scope.
  private mutating func iterators(_ iterators: [Syntax.Iterator]) -> [Node.Iterator] {
    iterators.map { iterator in
      let from = resolve(iterator.from)
      let to = iterator.to.map { resolve($0) }
      let slot = slot()
      scopes.append(.local(iterator.name, slot: slot, type: elements(from, to)))
      return .init(name: iterator.name, slot: slot, from: from, to: to)
    }
  }

  private mutating func elements(_ from: Node, _ to: Node?) -> Type {
    guard let to else { return elements(from) }
    for end in [from, to] where !end.type.isNumber && end.type != .date && !end.type.isOpen {
      complain("only whole numbers and dates can be counted through", end.span)
    }
    if !from.type.mayBe(to.type) { compare(from, to, ordered: true, from.span.union(to.span)) }
    return from.type.joined(with: to.type)
  }

  private mutating func elements(_ list: Node) -> Type {
    switch list.type {
    case .list(let element): return element
    case .range(let end): return end
    case .any: return .any
    default:
      complain(
        "there is nothing to go through: this is \(list.type.inWords)", list.span,
        remedy: "give a list, or a range such as 1..10")
      return list.type
    }
  }
}

extension Node {
  /// Whether the value of a slot is read in here.
  func uses(_ slot: Int) -> Bool {
    var found = false
    forEach { node in
      switch node.kind {
      case .local(slot), .entry(slot, _, _): found = true
      default: break
      }
    }
    return found
  }
}
