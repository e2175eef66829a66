extension Node {
  /// The nodes directly inside this one, in the order in which they are written.
  public var children: [Node] { kind.children }

  /// This tree with nodes exchanged: `transform` gives another node, or nil to go on inside.
  ///
  /// Where nothing is exchanged the very same nodes come back.
  ///
  /// - Complexity: O(nodes).
  public func replacing(_ transform: (Node) -> Node?) -> Node {
    if let other = transform(self) { return other }
    let old = children
    guard !old.isEmpty else { return self }
    let new = old.map { $0.replacing(transform) }
    guard zip(old, new).contains(where: { $0 !== $1 }) else { return self }
    return Node(kind.with(new), span: span, textID: textID, type: type, pattern: pattern)
  }

  /// Calls `visit` for this node and all inside it, parents first.
  public func forEach(_ visit: (Node) -> Void) {
    visit(self)
    for child in children { child.forEach(visit) }
  }
}

extension Node.Kind {
  var children: [Node] {
    switch self {
    case .literal, .local, .selfRecord, .global, .slot: []
    case .entry(_, _, let otherwise): [otherwise].compactMap(\.self)
    case .member(let a, _), .path(let a, _), .negate(let a), .not(let a), .known(let a): [a]
    case .instanceOf(let a, _), .reading(_, _, let a), .function(_, _, let a): [a]
    case .arithmetic(_, let a, let b), .comparison(_, let a, let b): [a, b]
    case .and(let a, let b), .or(let a, let b), .filter(let a, let b, _): [a, b]
    case .element(let a, let b), .includes(let a, let b): [a, b]
    case .between(let a, let b, let c), .conditional(let a, let b, let c): [a, b, c]
    case .forEach(let iterators, let body, _), .quantified(_, let iterators, let body):
      iterators.flatMap { [$0.from] + ($0.to.map { [$0] } ?? []) } + [body]
    case .list(let items), .call(_, let items): items
    case .context(let entries): entries.map(\.value)
    case .range(let a, _, let b, _): [a, b].compactMap(\.self)
    case .membership(let a, _, let tests): [a] + tests
    case .invoke(let a, let arguments, _): [a] + arguments
    case .bind(_, _, let values, let body): values + [body]
    case .decide(let table): table.children
    case .converted(let a, _, _, let test): [a] + [test].compactMap(\.self)
    }
  }

  /// The same with other children, as many as there are.
  func with(_ new: [Node]) -> Node.Kind {
    switch self {
    case .literal, .local, .selfRecord, .global, .slot: self
    case .entry(let slot, let name, _): .entry(slot: slot, name: name, otherwise: new.first)
    case .member(_, let member): .member(new[0], member: member)
    case .path(_, let name): .path(new[0], name)
    case .negate: .negate(new[0])
    case .not: .not(new[0])
    case .known: .known(new[0])
    case .instanceOf(_, let type): .instanceOf(new[0], type)
    case .reading(let name, let option, _): .reading(name: name, option: option, new[0])
    case .function(let parameters, let own, _):
      .function(parameters: parameters, own: own, body: new[0])
    case .arithmetic(let kind, _, _): .arithmetic(kind, new[0], new[1])
    case .comparison(let kind, _, _): .comparison(kind, new[0], new[1])
    case .and: .and(new[0], new[1])
    case .or: .or(new[0], new[1])
    case .filter(_, _, let slot): .filter(new[0], condition: new[1], itemSlot: slot)
    case .element: .element(new[0], index: new[1])
    case .includes: .includes(test: new[0], value: new[1])
    case .between: .between(new[0], new[1], new[2])
    case .conditional: .conditional(new[0], new[1], new[2])
    case .list: .list(new)
    case .call(let builtin, _): .call(builtin, new)
    case .membership(_, let slot, _): .membership(new[0], slot: slot, tests: Array(new.dropFirst()))
    case .invoke(_, _, let names): .invoke(new[0], Array(new.dropFirst()), names: names)
    case .decide(let table): .decide(table.with(new))
    case .converted(_, let type, let slot, let test):
      .converted(new[0], to: type, slot: slot, test: test == nil ? nil : new[1])
    case .forEach, .quantified, .context, .range, .bind: withGrouped(new)
    }
  }

  private func withGrouped(_ new: [Node]) -> Node.Kind {
    switch self {
    case .forEach(let iterators, _, let partial):
      .forEach(Node.Kind.with(new, iterators), body: new[new.count - 1], partial: partial)
    case .quantified(let quantifier, let iterators, _):
      .quantified(quantifier, Node.Kind.with(new, iterators), condition: new[new.count - 1])
    case .context(let entries):
      .context(zip(entries, new).map { .init(name: $0.name, slot: $0.slot, value: $1) })
    case .range(let lower, let lowerClosed, let upper, let upperClosed):
      .range(
        lower == nil ? nil : new.first, closed: lowerClosed,
        upper == nil ? nil : new.last, upperClosed: upperClosed)
    case .bind(let name, let slots, _, _):
      .bind(name: name, slots: slots, values: Array(new.dropLast()), body: new[new.count - 1])
    default: self
    }
  }

  private static func with(_ new: [Node], _ iterators: [Node.Iterator]) -> [Node.Iterator] {
    var index = 0
    return iterators.map { iterator in
      defer { index += iterator.to == nil ? 1 : 2 }
      return .init(
        name: iterator.name, slot: iterator.slot, from: new[index],
        to: iterator.to == nil ? nil : new[index + 1])
    }
  }
}
