import Criteria
package import FEEL

extension DependencyGraph {
  /// The strongly connected parts, each after those it needs.
  ///
  /// - Complexity: O(nodes + edges). Source: Tarjan, "Depth-first search and linear graph
  ///   algorithms", 1972.
  package var knots: [[PlanNode]] {
    var search = KnotSearch(self)
    for node in nodes { search.visit(node) }
    return search.knots
  }

  /// `knot` in an order in which each node comes after those it needs, or `nil` for a circle.
  package static func order(_ knot: [PlanNode], _ edges: [PlanEdge]) -> [PlanNode]? {
    var left = knot
    var done: Set<PlanNode> = []
    var order: [PlanNode] = []
    while !left.isEmpty {
      let ready = left.filter { node in
        edges.allSatisfy { $0.from != node || done.contains($0.to) }
      }
      guard !ready.isEmpty else { return nil }
      order += ready
      done.formUnion(ready)
      left.removeAll(where: done.contains)
    }
    return order
  }

  /// Tells that a knot has a circle that nothing in the data ends.
  func report(_ knot: [PlanNode], _ problems: inout PackProblems) {
    let names = knot.map { name($0) }.joined(separator: " → ")
    let first: Wording = knot.first.map { name($0) } ?? ""
    let head = knot.compactMap { node -> EntryHead? in self.head(node) }.first
    problems.add(
      "these depend on each other in a circle: \(names) → \(first)",
      at: head?.span ?? SourceSpan(0, 1), in: head?.document ?? 0,
      remedy: "a circle may only pass through 'led people' or 'sub units'")
  }

  private func head(_ node: PlanNode) -> EntryHead? {
    switch node {
    case .value(let index): pack.values[index].rule.head
    case .level(let table, _): pack.levels.first { $0.table == table }?.rule.head
    case .membership: pack.pack.membership?.head
    case .counting(let table): pack.layout.tables[table].rule?.head
    }
  }

  /// A node as an author knows it, such as `people.score`.
  package func name(_ node: PlanNode) -> Wording {
    switch node {
    case .value(let index):
      "\(pack.layout.tables[pack.values[index].table].name).\(pack.values[index].rule.head.id)"
    case .level(let table, let stage): "\(pack.layout.tables[table].name).\(stage.name)"
    case .membership: "the person's posting"
    case .counting(let table): "which \(pack.layout.tables[table].name) count"
    }
  }
}

/// One depth-first search for strongly connected parts.
private struct KnotSearch {
  let graph: DependencyGraph
  var knots: [[PlanNode]] = []
  private var number: [PlanNode: Int] = [:]
  private var low: [PlanNode: Int] = [:]
  private var stack: [PlanNode] = []
  private var open: Set<PlanNode> = []

  init(_ graph: DependencyGraph) { self.graph = graph }

  mutating func visit(_ node: PlanNode) {
    guard number[node] == nil else { return }
    let mine = number.count
    number[node] = mine
    var lowest = mine
    stack.append(node)
    open.insert(node)
    for edge in graph.edges(from: node) {
      visit(edge.to)
      if open.contains(edge.to) { lowest = min(lowest, low[edge.to] ?? number[edge.to] ?? mine) }
    }
    low[node] = lowest
    if lowest == mine { close(node) }
  }

  private mutating func close(_ node: PlanNode) {
    var knot: [PlanNode] = []
    while let last = stack.popLast() {
      open.remove(last)
      knot.append(last)
      if last == node { break }
    }
    knots.append(knot.reversed())
  }
}
