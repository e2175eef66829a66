extension Resolver {
  /// Two values that are compared or may stand for one another; a text beside a symbol becomes the
  /// symbol of that name.
  mutating func symbols(_ left: Node, _ right: Node) -> (Node, Node) {
    (symbol(left, like: right.type), symbol(right, like: left.type))
  }

  /// The node with the texts written in it turned into symbols, if `type` is one of symbols.
  mutating func symbol(_ node: Node, like type: Type) -> Node {
    switch type {
    case .symbol(let scale) where schema.scales.indices.contains(scale):
      return symbol(node, of: scale)
    case .list(let element), .range(let element): return symbol(node, like: element)
    default: return node
    }
  }

  private mutating func symbol(_ node: Node, of scale: Int) -> Node {
    switch node.kind {
    case .literal(.string(let name)): return symbol(named: name, of: scale, node)
    case .list(let items):
      let items = items.map { symbol($0, of: scale) }
      return remade(.list(items), node, .list(Resolver.joined(items)))
    case .conditional(let test, let yes, let no):
      let (yes, no) = (symbol(yes, of: scale), symbol(no, of: scale))
      return remade(.conditional(test, yes, no), node, yes.type.joined(with: no.type))
    case .range(let low, let lowClosed, let high, let highClosed):
      let ends = (low.map { symbol($0, of: scale) }, high.map { symbol($0, of: scale) })
      let kind = Node.Kind.range(ends.0, closed: lowClosed, ends.1, upperClosed: highClosed)
      return remade(kind, node, .range(Resolver.joined([ends.0, ends.1].compactMap(\.self))))
    case .reading(let name, let option, let body):
      let body = symbol(body, of: scale)
      return remade(.reading(name: name, option: option, body), node, body.type)
    default: return node
    }
  }

  private mutating func symbol(named name: String, of scale: Int, _ node: Node) -> Node {
    if let symbol = schema.scales[scale].symbol(named: name, index: scale) {
      return remade(.literal(.symbol(symbol)), node, .symbol(scale: scale))
    }
    let all = schema.scales[scale].symbols
    let outer = text
    text = node.textID
    defer { text = outer }
    return fail(
      "no \(schema.scales[scale].name) is named '\(name)'", node.span,
      remedy: nearestName(to: name, among: all).map { "write \"\($0)\"" }
        ?? "write one of \(all.prefix(8).map { "\"\($0)\"" }.joined(separator: ", "))")
  }

  /// A node of another kind in the place of one, in the same text.
  private func remade(_ kind: Node.Kind, _ node: Node, _ type: Type) -> Node {
    Node(kind, span: node.span, textID: node.textID, type: type)
  }

  /// The type that covers the values of all nodes; any for none.
  static func joined(_ nodes: [Node]) -> Type {
    nodes.dropFirst().reduce(nodes.first?.type ?? .any) { $0.joined(with: $1.type) }
  }
}
