/// What functions of a pack gave for arguments that came before, while nothing in the host changes.
///
/// A function sees only its parameters and what is the same for all records, so that equal arguments
/// give equal values: the median of the peers is the same for everyone in a group. Remembered are
/// calls that go through a list; a list that is a member of a record is known by that record. The
/// work of a call is counted as if it had been done again, so that whether a computation takes too
/// many steps does not depend on what was remembered. A whole program that goes through lists is
/// remembered likewise, by the members of its record: thousands of ratings have the same few marks.
final class CallMemo {
  struct Found {
    let value: Value
    let steps: Int
  }

  /// What a call was given.
  ///
  /// Texts are the same if they are spelled the same: those that only look alike differ in length.
  private struct Arguments: Hashable {
    let values: [Value]

    func hash(into hasher: inout Hasher) { hasher.combine(values) }

    static func == (left: Arguments, right: Arguments) -> Bool {
      left.values == right.values
        && zip(left.values, right.values).allSatisfy { left, right in
          guard case .string(let a) = left, case .string(let b) = right else { return true }
          return a.utf8.elementsEqual(b.utf8)
        }
    }
  }

  /// What is known of one call in the expression.
  private struct Call {
    var isWorthIt: Bool
    var found: [Arguments: Found] = [:]
    var cameAgain = false
  }

  private var calls: [ObjectIdentifier: Call] = [:]
  /// What the whole program gave lately; nil once looking for it was given up.
  fileprivate var recent: RecentValues? = RecentValues()

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

  /// Whether looking for the value of a whole program can still pay.
  func isWorthIt(_ root: Node) -> Bool {
    let call = ObjectIdentifier(root)
    if let known = calls[call] { return known.isWorthIt }
    calls[call] = Call(isWorthIt: true)
    return true
  }

  /// What a call gave for the same arguments before.
  func found(_ node: Node, _ arguments: [Value]) -> Found? {
    let call = ObjectIdentifier(node)
    guard let found = calls[call]?.found[Arguments(values: arguments)] else { return nil }
    calls[call]?.cameAgain = true
    return found
  }

  /// Keeps what a call gave.
  func keep(_ value: Found, of node: Node, _ arguments: [Value]) {
    guard var call = calls.removeValue(forKey: ObjectIdentifier(node)) else { return }
    if call.found.count == CallMemo.patience, !call.cameAgain {
      call = Call(isWorthIt: false)
    } else if call.found.count < CallMemo.most {
      call.found[Arguments(values: arguments)] = value
    }
    calls[ObjectIdentifier(node)] = call
  }
}

extension Evaluator {
  /// The value of a program, or what it gave for a record with the same members before.
  ///
  /// - Parameter members: As ``Node/ownMembers`` of the root.
  mutating func value(_ root: Node, by members: [Leaf]) -> Value {
    guard let memo, memo.recent != nil else { return value(root) }
    memo.recent?.begin()
    for member in members { memo.recent?.ask(value(member)) }
    if let found = memo.recent?.found() { return found }
    guard memo.isWorthIt(root), let keys = memo.recent?.keys else {
      memo.recent = nil
      return value(root)
    }
    let value = value(root, memo, keys)
    memo.recent?.keep(value)
    return value
  }

  private mutating func value(_ root: Node, _ memo: CallMemo, _ keys: [Value]) -> Value {
    if let found = memo.found(root, keys) { return found.value }
    let before = steps
    let new = value(root)
    memo.keep(.init(value: new, steps: before - steps), of: root, keys)
    return new
  }

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

  /// The members of the record of its own that it reads, each once, if it takes loops and reads
  /// nothing else of any record of its own; nil if it reads none, or what would cost much to compare.
  var ownMembers: [Node]? {
    guard goesThroughLists else { return nil }
    var (found, seen): ([Node], Set<Int>) = ([], [])
    var open = 0
    var isPlain = true
    forEach { node in
      switch node.kind {
      case .selfRecord: open += 1
      case .member(let base, let member):
        guard case .selfRecord = base.kind else { break }
        open -= 1
        isPlain = isPlain && node.isCompared
        if seen.insert(member).inserted { found.append(node) }
      case .slot, .entry, .context, .function, .invoke, .decide, .converted: isPlain = false
      default: break
      }
    }
    return isPlain && open == 0 && !found.isEmpty ? found : nil
  }

  /// Whether two of its values are compared at little cost.
  private var isCompared: Bool {
    switch type {
    case .number, .boolean, .string, .symbol, .date: true
    default: false
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
