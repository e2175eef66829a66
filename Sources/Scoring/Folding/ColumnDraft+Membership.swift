import FEEL

extension ColumnDraft {
  /// Whether a value is one of those after `in`: equal to one, or in a range.
  mutating func membership(
    _ operand: Node, _ slot: Int, _ tests: [Node], _ names: Names
  ) -> Int? {
    var result: Int?
    for test in tests {
      guard let holds = holds(test, operand, slot, names) else { return nil }
      result = result.map { emitTruth(ColumnStep.or, $0, holds) } ?? holds
    }
    return result
  }

  private mutating func holds(
    _ test: Node, _ operand: Node, _ slot: Int, _ names: Names
  ) -> Int? {
    guard case .includes(let test, let value) = test.kind, case .local(slot) = value.kind else {
      return truth(test, bound([slot], [operand], names))
    }
    switch test.kind {
    case .range(let lower, let lowerClosed, let upper, let upperClosed):
      return isIn(lower, lowerClosed, upper, upperClosed, operand, names)
    case .list(let items): return membership(operand, items, names)
    default: return comparison(.equal, operand, test, names)
    }
  }

  private mutating func membership(_ operand: Node, _ items: [Node], _ names: Names) -> Int? {
    var result: Int?
    for item in items {
      guard let same = comparison(.equal, operand, item, names) else { return nil }
      result = result.map { emitTruth(ColumnStep.or, $0, same) } ?? same
    }
    return result
  }

  /// Whether a number or day lies in a range; nil for a range without ends.
  private mutating func isIn(
    _ lower: Node?, _ lowerClosed: Bool, _ upper: Node?, _ upperClosed: Bool, _ operand: Node,
    _ names: Names
  ) -> Int? {
    var result: Int?
    if let lower {
      let kind: ComparisonOperator = lowerClosed ? .greaterOrEqual : .greater
      guard let holds = comparison(kind, operand, lower, names) else { return nil }
      result = holds
    }
    if let upper {
      let kind: ComparisonOperator = upperClosed ? .lessOrEqual : .less
      guard let holds = comparison(kind, operand, upper, names) else { return nil }
      result = result.map { emitTruth(ColumnStep.and, $0, holds) } ?? holds
    }
    return result
  }
}
