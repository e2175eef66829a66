extension Node {
  /// The same tree in nodes of its own: threads that count references to the same nodes wait for each
  /// other.
  ///
  /// - Complexity: O(nodes); one that stands twice is copied once.
  func copy() -> Node {
    var copies: [ObjectIdentifier: Node] = [:]
    return copy(&copies)
  }

  private func copy(_ copies: inout [ObjectIdentifier: Node]) -> Node {
    if let known = copies[ObjectIdentifier(self)] { return known }
    let parts = children.map { $0.copy(&copies) }
    let copy = Node(kind.with(parts), span: span, textID: textID, type: type, pattern: pattern)
    copies[ObjectIdentifier(self)] = copy
    return copy
  }
}
