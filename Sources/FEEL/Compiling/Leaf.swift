/// What compiled code asks of the host: a node that is not computed.
///
/// The usual ones are named by numbers alone, since threads that count references to one node wait for
/// each other.
enum Leaf: Sendable {
  /// A member of the record that the expression is about.
  case own(Int)
  /// A member of what such a member is.
  case ofOwn(Int, Int)
  case global(Int)
  case slot(Int)
  case other(Node)

  init(_ node: Node) {
    switch node.kind {
    case .global(let index): self = .global(index)
    case .slot(let index): self = .slot(index)
    case .member(let base, let member):
      switch (base.kind, Leaf(base)) {
      case (.selfRecord, _): self = .own(member)
      case (_, .own(let first)): self = .ofOwn(first, member)
      default: self = .other(node)
      }
    default: self = .other(node)
    }
  }
}

extension Evaluator {
  /// The value of a leaf, as that of its node.
  mutating func value(_ leaf: Leaf) -> Value {
    switch leaf {
    case .own(let member): return own(member)
    case .ofOwn(let first, let member): return self.member(member, of: own(first))
    case .global(let index): return host.global(index)
    case .slot(let index): return host.slot(index, of: selfRecord)
    case .other(let node): return value(node)
    }
  }

  private mutating func own(_ member: Int) -> Value {
    if let record = selfRecord { return host.value(of: member, in: record) }
    return self.member(member, of: noRecord)
  }
}
