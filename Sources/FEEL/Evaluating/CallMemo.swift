/// What functions of a pack gave for arguments that came before, while nothing in the host changes.
///
/// A function sees only its parameters and what is the same for all records, so that equal arguments
/// give equal values: the median of the peers is the same for everyone in a group. Remembered are
/// calls that go through a list; a list that is a member of a record is known by that record. The
/// work of a call is counted as if it had been done again, so that whether a computation takes too
/// many steps does not depend on what was remembered.
final class CallMemo {
  struct Found {
    let value: Value
    let steps: Int
  }

  /// What is known of one call in the expression.
  private struct Call {
    var isWorthIt: Bool
    var found: [[Value]: Found] = [:]
    var cameAgain = false
  }

  private var calls: [ObjectIdentifier: Call] = [:]

  /// A call for which nothing came twice by then is given up.
  private static let patience = 256
  /// The most values that are kept of a call.
  private static let most = 65_536

  /// Whether looking for a call can pay.
  func isWorthIt(_ node: Node, _ slots: [Int], _ arguments: [Node], _ body: Node) -> Bool {
    let call = ObjectIdentifier(node)
    if let known = calls[call] { return known.isWorthIt }
    let answer =
      arguments.allSatisfy { $0.keyed != nil } && body.goesThroughLists && body.reads(only: slots)
    calls[call] = Call(isWorthIt: answer)
    return answer
  }

  /// What a call gave for the same arguments before.
  func found(_ node: Node, _ arguments: [Value]) -> Found? {
    let call = ObjectIdentifier(node)
    guard let found = calls[call]?.found[arguments] else { return nil }
    calls[call]?.cameAgain = true
    return found
  }

  /// Keeps what a call gave.
  func keep(_ value: Found, of node: Node, _ arguments: [Value]) {
    guard var call = calls.removeValue(forKey: ObjectIdentifier(node)) else { return }
    if call.found.count == CallMemo.patience, !call.cameAgain {
      call = Call(isWorthIt: false)
    } else if call.found.count < CallMemo.most {
      call.found[arguments] = value
    }
    calls[ObjectIdentifier(node)] = call
  }
}

extension Evaluator {
  /// The value of a call of a function of the pack, or what it gave for the same arguments before.
  mutating func call(
    _ node: Node, _ slots: [Int], _ arguments: [Node], _ body: Node
  ) -> Value {
    guard let memo, memo.isWorthIt(node, slots, arguments, body) else {
      return bind(slots, arguments, body)
    }
    let before = steps
    let keys = arguments.compactMap(\.keyed).map { value($0) }
    steps = before
    if let found = memo.found(node, keys), found.steps <= steps {
      steps -= found.steps
      return found.value
    }
    let new = bind(slots, arguments, body)
    memo.keep(.init(value: new, steps: before - steps), of: node, keys)
    return new
  }
}

extension Node {
  /// The node whose value tells this one from others; nil where that would cost much.
  ///
  /// Of a list that is a member of a record it is the record.
  fileprivate var keyed: Node? {
    switch type {
    case .number, .boolean, .string, .symbol, .date, .record: return self
    default:
      guard case .member(let base, _) = kind, case .record = base.type else { return nil }
      return base
    }
  }

  /// Whether evaluating it may take a loop.
  fileprivate var goesThroughLists: Bool {
    var found = false
    forEach { node in
      switch node.kind {
      case .filter, .forEach, .quantified: found = true
      default: break
      }
    }
    return found
  }

  /// Whether it reads no record of its own and no slots but those given and those it fills itself.
  fileprivate func reads(only given: [Int]) -> Bool {
    var (own, read, isPlain) = (Set(given), Set<Int>(), true)
    forEach { node in
      switch node.kind {
      case .local(let slot): read.insert(slot)
      case .filter(_, _, let slot), .membership(_, let slot, _): own.insert(slot)
      case .bind(_, let slots, _, _): own.formUnion(slots)
      case .forEach(let iterators, _, let partial):
        own.formUnion(iterators.map(\.slot) + [partial].compactMap(\.self))
      case .quantified(_, let iterators, _): own.formUnion(iterators.map(\.slot))
      case .selfRecord, .slot, .entry, .context, .function, .invoke, .decide, .converted:
        isPlain = false
      default: break
      }
    }
    return isPlain && read.isSubset(of: own)
  }
}
