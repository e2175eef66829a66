import FEEL

/// The numbers for which a condition can be true, as far as it speaks of one value.
///
/// `score >= 70 and score < 90` is the stretch from 70 to below 90, exactly; with a further condition
/// the row reaches at most that stretch.
struct Stretch {
  /// A bound; a missing number is infinity.
  struct End {
    let number: Number?
    let isClosed: Bool
  }

  /// The member of the record that the condition is about.
  let member: Int
  private(set) var lower = End(number: nil, isClosed: false)
  private(set) var upper = End(number: nil, isClosed: false)
  /// Whether the condition says nothing else.
  private(set) var isExact = true

  /// The stretch of a condition, or `nil` where it is not about one number of its own record.
  init?(_ node: Node, constant: (Node) -> Number?) {
    guard let member = Stretch.member(node, constant) else { return nil }
    self.member = member
    narrow(node, constant)
  }

  private static func member(_ node: Node, _ constant: (Node) -> Number?) -> Int? {
    switch node.kind {
    case .and(let left, let right): member(left, constant) ?? member(right, constant)
    case .comparison(_, let left, let right):
      constant(right) != nil ? own(left) : constant(left) != nil ? own(right) : nil
    default: nil
    }
  }

  private static func own(_ node: Node) -> Int? {
    guard case .member(let base, let member) = node.kind, case .selfRecord = base.kind else {
      return nil
    }
    return member
  }

  private mutating func narrow(_ node: Node, _ constant: (Node) -> Number?) {
    switch node.kind {
    case .and(let left, let right):
      narrow(left, constant)
      narrow(right, constant)
    case .comparison(let comparison, let left, let right):
      if Stretch.own(left) == member, let number = constant(right) {
        narrow(comparison, number)
      } else if Stretch.own(right) == member, let number = constant(left) {
        narrow(comparison.turned, number)
      } else {
        isExact = false
      }
    default: isExact = false
    }
  }

  private mutating func narrow(_ comparison: ComparisonOperator, _ number: Number) {
    switch comparison {
    case .less: cut(above: End(number: number, isClosed: false))
    case .lessOrEqual: cut(above: End(number: number, isClosed: true))
    case .greater: cut(below: End(number: number, isClosed: false))
    case .greaterOrEqual: cut(below: End(number: number, isClosed: true))
    case .equal:
      cut(above: End(number: number, isClosed: true))
      cut(below: End(number: number, isClosed: true))
    case .notEqual: isExact = false
    }
  }

  private mutating func cut(above end: End) {
    guard let new = end.number, let old = upper.number else { return upper = end }
    if new < old || new == old && !end.isClosed { upper = end }
  }

  private mutating func cut(below end: End) {
    guard let new = end.number, let old = lower.number else { return lower = end }
    if new > old || new == old && !end.isClosed { lower = end }
  }

  /// Whether no number lies in the stretch.
  var isEmpty: Bool {
    guard let low = lower.number, let high = upper.number else { return false }
    return low > high || low == high && !(lower.isClosed && upper.isClosed)
  }

  /// What is left of this stretch without the numbers of `other`: nothing, or up to two stretches.
  func without(_ other: Stretch) -> [Stretch] {
    var below = self
    var above = self
    if other.lower.number != nil {
      below.cut(above: End(number: other.lower.number, isClosed: !other.lower.isClosed))
    }
    if other.upper.number != nil {
      above.cut(below: End(number: other.upper.number, isClosed: !other.upper.isClosed))
    }
    return [other.lower.number == nil ? nil : below, other.upper.number == nil ? nil : above]
      .compactMap(\.self).filter { !$0.isEmpty }
  }
}

extension ComparisonOperator {
  /// The comparison with its sides exchanged.
  fileprivate var turned: ComparisonOperator {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    case .equal, .notEqual: self
    }
  }
}
