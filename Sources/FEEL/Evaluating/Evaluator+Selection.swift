/// A condition of a filter that is a member of the element, or compares one with what is the same for
/// all.
struct Selection: Equatable {
  /// Nil where the member is the condition.
  let comparison: ComparisonOperator?
  let member: Int
  /// Whether the member stands on the right.
  let isTurned: Bool
}

/// What a filter chose last in one evaluation.
///
/// `if count(rows[id = x]) = 0 then … else rows[id = x][1].points` chooses the same twice. The work is
/// counted as if it had been done again.
struct LastSelection {
  let selection: Selection
  let items: [Value]
  let other: Value
  let cost: Int
  let result: Value
  let steps: Int

  func isOf(_ selection: Selection, _ items: [Value], _ other: Value, _ cost: Int) -> Bool {
    self.selection == selection && self.cost == cost && self.other == other && self.items == items
  }
}

extension Evaluator {
  /// The elements for which a member is as a filter wants it, with the other side computed once.
  ///
  /// Nil, with nothing changed, where the condition is another one, where an element is no record
  /// that is surely in the list, where the condition is neither true nor false of one, and where each
  /// step is observed.
  mutating func selection(from items: [Value], _ condition: Node, _ slot: Int) -> Value? {
    guard trace == nil, failures == nil, let last = items.last,
      let (selection, side) = condition.selection(slot)
    else { return nil }
    let other = side.map { value($0) } ?? .null
    guard let found = selected(items, selection, other, cost: condition.size / 8) else {
      return nil
    }
    frame[slot] = last
    return found
  }

  private mutating func selected(
    _ items: [Value], _ selection: Selection, _ other: Value, cost: Int
  ) -> Value? {
    if let lastSelection, lastSelection.steps <= steps,
      lastSelection.isOf(selection, items, other, cost)
    {
      steps -= lastSelection.steps
      return lastSelection.result
    }
    let before = steps
    guard let chosen = chosen(items, selection, other, cost) else {
      steps = before
      return nil
    }
    lastSelection = LastSelection(
      selection: selection, items: items, other: other, cost: cost, result: .list(chosen),
      steps: before - steps)
    return .list(chosen)
  }

  private mutating func chosen(
    _ items: [Value], _ selection: Selection, _ other: Value, _ cost: Int
  ) -> [Value]? {
    var result: [Value] = []
    for item in items {
      guard case .record(let record) = item, take(cost) else { return nil }
      let value = host.value(of: selection.member, in: record)
      guard case .boolean(let holds) = test(value, selection, other) else { return nil }
      if holds { result.append(item) }
    }
    return result
  }

  private mutating func test(_ value: Value, _ selection: Selection, _ other: Value) -> Value {
    guard let comparison = selection.comparison else { return value }
    guard take(value, other) else { return exhausted }
    return selection.isTurned
      ? semantics.compare(comparison, other, value) : semantics.compare(comparison, value, other)
  }
}

extension Node {
  /// What the condition of a filter compares with what, if it selects by a member of the element in
  /// a slot.
  fileprivate func selection(_ slot: Int) -> (Selection, other: Node?)? {
    if let member = member(ofSlot: slot) {
      return (Selection(comparison: nil, member: member, isTurned: false), nil)
    }
    guard case .comparison(let comparison, let left, let right) = kind else { return nil }
    if let member = left.member(ofSlot: slot), right.staysSame(without: slot) {
      return (Selection(comparison: comparison, member: member, isTurned: false), right)
    }
    guard let member = right.member(ofSlot: slot), left.staysSame(without: slot) else {
      return nil
    }
    return (Selection(comparison: comparison, member: member, isTurned: true), left)
  }

  /// The member, if this is one of the record in a slot.
  private func member(ofSlot slot: Int) -> Int? {
    guard case .member(let base, let member) = kind, case .local(slot) = base.kind else {
      return nil
    }
    return member
  }

  /// Whether this is the same for every value in a slot, and takes no steps.
  private func staysSame(without slot: Int) -> Bool {
    switch kind {
    case .literal, .selfRecord, .global: true
    case .local(let other): other != slot
    case .member(let base, _):
      if case .record = base.type { base.staysSame(without: slot) } else { false }
    default: false
    }
  }
}
