import Criteria
import FEEL

extension Folding {
  /// The slot for a piece of a formula about an owner that reads the records and otherwise only what is
  /// known before; `nil` for any other node.
  mutating func whole(_ node: Node, in program: Program) -> Node? {
    guard !isSelfContained(program.with(root: node)), node.type.outlivesRecords, isFree(node) else {
      return nil
    }
    return slot(forWhole: node, in: program)
  }

  /// Whether a piece of a formula reads no names from around it, and no value of an owner.
  private func isFree(_ node: Node) -> Bool {
    var bound: Set<Int> = []
    var (read, isFree) = (Set<Int>(), true)
    node.forEach { piece in
      switch piece.kind {
      case .local(let slot): read.insert(slot)
      case .filter(_, _, let slot), .membership(_, let slot, _): bound.insert(slot)
      case .quantified(_, let iterators, _): bound.formUnion(iterators.map(\.slot))
      case .forEach(let iterators, _, let partial):
        bound.formUnion(iterators.map(\.slot) + [partial].compactMap(\.self))
      case .bind(_, let slots, _, _): bound.formUnion(slots)
      case .member(let base, let member):
        if case .record(owner, _) = base.type,
          case .value = pack.layout.tables[owner].members[member].source
        {
          isFree = false
        }
      default: break
      }
    }
    return isFree && read.isSubset(of: bound)
  }
}

extension Type {
  /// Whether a value is still one when the records that it was made of are gone.
  var outlivesRecords: Bool {
    switch self {
    case .boolean, .number, .string, .date, .time, .dateTime, .daysDuration, .monthsDuration: true
    case .list(let element): element.outlivesRecords
    default: false
    }
  }
}
