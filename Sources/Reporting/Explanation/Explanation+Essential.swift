import Criteria
import FEEL
import Scoring

extension Explanation {
  /// Whether a node is a value that orders or quotas go by: what a reader asks for first.
  func isMain(_ node: ExplainedNode) -> Bool {
    guard node.record == subject.record(in: world.pack), case .value = node.kind else {
      return false
    }
    let pack = world.pack
    return pack.rankings.contains { $0.rule.by == node.name }
      || pack.quotas.contains { $0.rule.by.contains(node.name) }
  }

  /// The ids of the nodes that the levels, the orders, the seats and the lists rest on.
  var essentialNodes: Set<String> {
    let index = Dictionary(
      nodes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var essential: Set<String> = []
    var waiting = nodes.filter {
      !$0.isValue && $0.record == subject.record(in: world.pack) || isMain($0)
    }
    .map(\.id)
    let lists = lists.filter { $0.outcome != .notListed }
    let trees =
      quotas.flatMap(\.trees)
      + lists.flatMap { $0.guards.map(\.tree) + [$0.who].compactMap(\.self) }
    waiting += trees.flatMap(\.allReferences).map { $0.id(name) }
    while let next = waiting.popLast() {
      guard let place = index[next], essential.insert(next).inserted else { continue }
      waiting += nodes[place].trees.flatMap(\.allReferences).map { $0.id(name) }
    }
    return essential
  }
}
