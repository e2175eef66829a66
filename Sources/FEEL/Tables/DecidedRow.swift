/// How a row of a decision table came out in one evaluation.
public struct DecidedRow: Sendable {
  /// What became of the row.
  public enum Outcome: Sendable {
    /// All its tests are true.
    case holds
    /// It is not known whether it holds.
    case perhaps
    /// The test with this number, from 0, is the first that is not true.
    case fails(test: Int)
    /// A row before it settled the result.
    case notReached
  }

  /// The number of the row, from 0.
  public let row: Int
  /// What became of it.
  public let outcome: Outcome
}

extension TraceNode {
  /// How the rows of a decision table came out; nil if this is no decision table.
  ///
  /// - Complexity: O(cells).
  public var decidedRows: [DecidedRow]? {
    guard case .decide(let table) = node.kind else { return nil }
    var values: [ObjectIdentifier: Value] = [:]
    for child in children { values[ObjectIdentifier(child.node)] = child.value }
    var isSettled = table.inputs.contains { input in
      guard let allowed = input.allowed, values[ObjectIdentifier(input.value)]?.isKnown == true
      else { return false }
      return values[ObjectIdentifier(allowed)] != .boolean(true)
    }
    return table.rules.enumerated().map { row, rule in
      if isSettled { return DecidedRow(row: row, outcome: .notReached) }
      let outcome = TraceNode.outcome(rule, values)
      if case .holds = outcome, table.hitPolicy == .first { isSettled = true }
      return DecidedRow(row: row, outcome: outcome)
    }
  }

  private static func outcome(
    _ rule: ResolvedTable.Rule, _ values: [ObjectIdentifier: Value]
  ) -> DecidedRow.Outcome {
    var isOpen = false
    for (place, test) in rule.tests.enumerated() where !test.isAnything {
      switch values[ObjectIdentifier(test)] {
      case .boolean(true): continue
      case .unknown: isOpen = true
      case .some: return .fails(test: place)
      case nil: return .notReached
      }
    }
    return isOpen ? .perhaps : .holds
  }
}
