/// What a simple cell asks of its input: comparisons with constants, joined by and, or and not.
///
/// Only such cells can be put on an axis; of all others nothing can be said before they are computed.
indirect enum CellTest: Sendable {
  case always
  case compare(ComparisonOperator, Value)
  /// To be equal to the constant, or in it if it is a range or a list.
  case isIn(Value)
  case anyOf([CellTest])
  case allOf([CellTest])
  case not(CellTest)

  /// The test of a cell, or nil if it is not simple.
  ///
  /// - Parameters:
  ///   - node: The condition.
  ///   - isInput: Whether a node is the value that is asked about.
  ///   - constants: What is the same for all records.
  init?(_ node: Node, _ constants: Constants, isInput: (Node) -> Bool) {
    switch node.kind {
    case .literal(.boolean(true)): self = .always
    case .literal(.boolean(false)): self = .not(.always)
    case .comparison(let comparison, let left, let right):
      if isInput(left), let value = constants.value(of: right) {
        self = .compare(comparison, value)
      } else if isInput(right), let value = constants.value(of: left) {
        self = .compare(comparison.turned, value)
      } else {
        return nil
      }
    case .includes(let test, let value):
      guard isInput(value), let value = constants.value(of: test) else { return nil }
      self = .isIn(value)
    case .between(let value, let low, let high):
      guard isInput(value), let low = constants.value(of: low),
        let high = constants.value(of: high)
      else { return nil }
      self = .allOf([.compare(.greaterOrEqual, low), .compare(.lessOrEqual, high)])
    default:
      guard let joined = CellTest.joined(node, constants, isInput) else { return nil }
      self = joined
    }
  }

  private static func joined(
    _ node: Node, _ constants: Constants, _ isInput: (Node) -> Bool
  ) -> CellTest? {
    switch node.kind {
    case .and(let left, let right):
      return both(left, right, constants, isInput).map { .allOf([$0, $1]) }
    case .or(let left, let right):
      return both(left, right, constants, isInput).map { .anyOf([$0, $1]) }
    case .not(let operand):
      return CellTest(operand, constants, isInput: isInput).map { .not($0) }
    case .membership(let value, let slot, let tests):
      guard isInput(value) else { return nil }
      let inner = tests.map { test in
        CellTest(test, constants) { node in
          if case .local(slot) = node.kind { return true }
          return isInput(node)
        }
      }
      let simple = inner.compactMap(\.self)
      return simple.count == tests.count ? .anyOf(simple) : nil
    default: return nil
    }
  }

  private static func both(
    _ left: Node, _ right: Node, _ constants: Constants, _ isInput: (Node) -> Bool
  ) -> (CellTest, CellTest)? {
    guard let left = CellTest(left, constants, isInput: isInput),
      let right = CellTest(right, constants, isInput: isInput)
    else { return nil }
    return (left, right)
  }

  /// The constants of the test, those of ranges and lists one by one; nulls are left out.
  var constants: [Value] {
    switch self {
    case .always: []
    case .compare(_, let value): value.isNull ? [] : [value]
    case .isIn(let value): CellTest.parts(of: value)
    case .anyOf(let tests), .allOf(let tests): tests.flatMap(\.constants)
    case .not(let test): test.constants
    }
  }

  private static func parts(of value: Value) -> [Value] {
    switch value {
    case .null: []
    case .range(let range): [range.lower, range.upper].compactMap(\.self)
    case .list(let items): items.flatMap { parts(of: $0) }
    default: [value]
    }
  }

  /// Whether this is `-`.
  var isAlways: Bool {
    if case .always = self { return true }
    return false
  }

  /// Whether the test is true of a value, nil if it is neither true nor false of it.
  func truth(of value: Value, _ semantics: Semantics) -> Bool? {
    let result: Value
    switch self {
    case .always: return true
    case .compare(let comparison, let constant):
      result = semantics.compare(comparison, value, constant)
    case .isIn(let constant): result = semantics.includes(constant, value)
    case .not(let test): return test.truth(of: value, semantics).map { !$0 }
    case .anyOf(let tests), .allOf(let tests):
      let truths = tests.compactMap { $0.truth(of: value, semantics) }
      guard truths.count == tests.count else { return nil }
      if case .anyOf = self { return truths.contains(true) }
      return !truths.contains(false)
    }
    guard case .boolean(let truth) = result else { return nil }
    return truth
  }

  /// Whether the test is true or false, and nothing else, of every value of a kind.
  func isDecided(for kind: AxisKind) -> Bool {
    switch self {
    case .always: true
    case .compare(let comparison, let value):
      comparison == .equal || comparison == .notEqual
        ? value.isNull || AxisKind(value) == kind : kind.isOrdered && AxisKind(value) == kind
    case .isIn(let value): CellTest.isDecided(value, for: kind, inList: false)
    case .anyOf(let tests), .allOf(let tests): tests.allSatisfy { $0.isDecided(for: kind) }
    case .not(let test): test.isDecided(for: kind)
    }
  }

  private static func isDecided(_ value: Value, for kind: AxisKind, inList: Bool) -> Bool {
    switch value {
    case .null: true
    case .range(let range):
      kind.isOrdered
        && [range.lower, range.upper].allSatisfy { $0.map { AxisKind($0) == kind } ?? true }
    case .list(let items):
      !inList && items.allSatisfy { isDecided($0, for: kind, inList: true) }
    default: AxisKind(value) == kind
    }
  }
}

extension ComparisonOperator {
  /// The comparison with its sides exchanged.
  var turned: ComparisonOperator {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    case .equal, .notEqual: self
    }
  }
}
