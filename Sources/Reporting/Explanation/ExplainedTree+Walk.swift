import Criteria
import FEEL

extension ExplainedTree {
  /// Calls `visit` for this operation and all inside it, parents first.
  func forEach(_ visit: (ExplainedTree) -> Void) {
    visit(self)
    for argument in arguments { argument.forEach(visit) }
  }

  /// Everything that the tree reads from records.
  var allReferences: [ExplainedReference] {
    var all: [ExplainedReference] = []
    forEach { all += $0.references }
    return all
  }
}

extension ExplainedNode {
  /// All trees of the node.
  var trees: [ExplainedTree] {
    switch kind {
    case .value(let rule): [rule.when, tree].compactMap(\.self)
    case .counts, .posting, .closing: [tree].compactMap(\.self)
    case .level(let level):
      (level.scopes + level.states + level.rows).map(\.tree)
        + level.caps.flatMap { [$0.when, $0.most] }.compactMap(\.self)
    }
  }
}

extension ExplainedReference {
  /// The id of the node that the reference stands for.
  func id(_ name: (RecordReference) -> String) -> String { "\(name(record)).\(self.name)" }
}

/// Which records a tree used, and which it looked at and left out.
struct RecordUse {
  private(set) var used: Set<RecordReference> = []
  private(set) var leftOut: Set<RecordReference> = []

  /// Notes the use of one tree.
  mutating func note(_ tree: ExplainedTree) { note(tree, leavingOut: [], isListed: false) }

  /// - Parameters:
  ///   - leavingOut: Records whose filter was false; reading them there is no use.
  ///   - isListed: Whether the value only says which records a filter goes through.
  private mutating func note(
    _ tree: ExplainedTree, leavingOut: Set<RecordReference>, isListed: Bool
  ) {
    for reference in tree.references {
      take([reference.record], leavingOut)
      if case .related = reference.kind, !isListed { take(reference.value.allRecords, leavingOut) }
    }
    guard tree.operation == "filter", let list = tree.arguments.first else {
      for argument in tree.arguments {
        note(argument, leavingOut: leavingOut, isListed: false)
      }
      return
    }
    note(list, leavingOut: leavingOut, isListed: true)
    take(tree.value.allRecords, leavingOut)
    var items: [Value] = []
    if case .list(let all) = list.value { items = all }
    for (item, condition) in zip(items, tree.arguments.dropFirst()) {
      let records = condition.value == .boolean(false) ? item.allRecords : []
      leftOut.formUnion(records)
      note(condition, leavingOut: leavingOut.union(records), isListed: false)
    }
  }

  private mutating func take(_ records: [RecordReference], _ leavingOut: Set<RecordReference>) {
    for record in records where !leavingOut.contains(record) { used.insert(record) }
  }
}
