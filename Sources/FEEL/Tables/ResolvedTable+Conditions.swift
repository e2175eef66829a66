extension ResolvedTable {
  /// Conditions of which the first that is true counts, as a table of the policy FIRST.
  ///
  /// What the conditions compare with constants, such as `score` in `score >= 90 and score < 95`,
  /// become its inputs, and the conditions its rows, so that they can be looked at as a table.
  ///
  /// - Parameters:
  ///   - conditions: The conditions, with names and citations.
  ///   - global: The value of a global, if it is known before any record is read.
  ///   - name: What a member of the record is called.
  public init(
    firstOf conditions: [(id: String, citation: String?, condition: Node)],
    global: @escaping @Sendable (Int) -> Value?, name: (Node) -> String
  ) {
    let constants = Constants(.strict, global: global)
    let parts = conditions.map { $0.condition.conjuncts }
    var subjects: [(key: String, node: Node)] = []
    for part in parts.joined() {
      guard let subject = part.subject(constants), let key = subject.placeKey,
        !subjects.contains(where: { $0.key == key })
      else { continue }
      subjects.append((key, subject))
    }
    // Slots of the table must be none of those that the conditions use.
    let slots = conditions.reduce(0) { max($0, $1.condition.slotCount) }
    // Conditions about nothing of that kind still are conditions: of an input without a name.
    if let other = parts.joined().first, subjects.isEmpty { subjects.append(("", other)) }
    let inputs = subjects.enumerated().map { place, subject in
      Input(text: name(subject.node), value: subject.node, slot: slots + place, allowed: nil)
    }
    let rules = zip(conditions, parts).map { condition, parts in
      let tests = subjects.enumerated().map { place, subject in
        parts.test(of: subject.key, slots + place, constants, like: condition.condition)
      }
      let others = parts.filter { $0.subject(constants)?.placeKey == nil }
      return Rule(
        id: condition.id, citation: condition.citation,
        tests: Rule.with(others, tests, like: condition.condition), outputs: [])
    }
    self.init(.first, inputs, [], rules, index: nil)
  }
}

extension ResolvedTable.Rule {
  /// The tests with what is about no single value added to the first, which then is not simple.
  fileprivate static func with(_ others: [Node], _ tests: [Node], like node: Node) -> [Node] {
    guard let first = tests.first else { return tests }
    let joined = others.reduce(first) { Node.both($0, $1, like: node) }
    return [joined] + tests.dropFirst()
  }
}

extension [Node] {
  /// The conditions about one value, put to the value in a slot; `-` if there are none.
  fileprivate func test(
    of key: String, _ slot: Int, _ constants: Constants, like node: Node
  ) -> Node {
    let about = filter { $0.subject(constants)?.placeKey == key }.map { condition in
      let replaced = condition.replacing { inner in
        inner.placeKey == key
          ? Node(.local(slot), span: inner.span, textID: inner.textID, type: inner.type) : nil
      }
      guard case .local = replaced.kind else { return replaced }
      let truth = Node(
        .literal(.boolean(true)), span: replaced.span, textID: replaced.textID, type: .boolean)
      return Node(
        .comparison(.equal, replaced, truth), span: replaced.span, textID: replaced.textID,
        type: .boolean)
    }
    guard let first = about.first else {
      return Node(
        .literal(.boolean(true)), span: node.span, textID: node.textID, type: .boolean)
    }
    return about.dropFirst().reduce(first) { Node.both($0, $1, like: node) }
  }
}

extension Node {
  /// The conditions that must all be true.
  fileprivate var conjuncts: [Node] {
    if case .and(let left, let right) = kind { return left.conjuncts + right.conjuncts }
    return isAnything ? [] : [self]
  }

  fileprivate static func both(_ one: Node, _ other: Node, like node: Node) -> Node {
    Node(.and(one, other), span: node.span, textID: node.textID, type: .boolean)
  }

  /// The one value that a condition compares with constants; nil if there is none or several.
  fileprivate func subject(_ constants: Constants) -> Node? {
    var subjects: [Node] = []
    collect(&subjects, constants)
    guard let first = subjects.first, let key = first.placeKey,
      subjects.allSatisfy({ $0.placeKey == key })
    else { return nil }
    return first
  }

  private func collect(_ subjects: inout [Node], _ constants: Constants) {
    if constants.value(of: self) != nil { return }
    switch kind {
    case .comparison, .between, .includes, .and, .or, .not:
      for child in children { child.collect(&subjects, constants) }
    case .membership(let value, let slot, let tests):
      value.collect(&subjects, constants)
      for test in tests {
        var inner: [Node] = []
        test.collect(&inner, constants)
        subjects += inner.filter { node in
          if case .local(slot) = node.kind { return false }
          return true
        }
      }
    default: subjects.append(self)
    }
  }

  /// A name for a value that the record has: the members that lead to it; nil for anything else.
  fileprivate var placeKey: String? {
    switch kind {
    case .selfRecord: "self"
    case .member(let base, let member): base.placeKey.map { "\($0).\(member)" }
    default: nil
    }
  }

  /// A number above all slots that are read or filled in here.
  fileprivate var slotCount: Int {
    var count = 0
    forEach { node in
      let slots: [Int]
      switch node.kind {
      case .local(let slot), .entry(let slot, _, _): slots = [slot]
      default: slots = node.filledSlots
      }
      for slot in slots { count = max(count, slot + 1) }
    }
    return count
  }
}
