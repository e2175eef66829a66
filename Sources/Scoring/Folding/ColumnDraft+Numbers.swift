import FEEL

extension ColumnDraft {
  mutating func number(_ node: Node, _ names: Names) -> Int? {
    if let constant = constant(node) {
      if constant.isNull { return self.constant(nil) }
      return ColumnStep.Decimal(constant).map { self.constant($0) }
    }
    switch node.kind {
    case .local(let slot):
      if case .number(let register)? = names.slots[slot] { return register }
      return nil
    case .member(let base, let member):
      guard isRecord(base, names) else { return lookup(base, member, node.type, names) }
      if case .number(let register)? = self.member(member) { return register }
      return nil
    case .path(let base, "days"): return daysBetween(base, names)
    case .negate(let operand):
      guard let number = number(operand, names) else { return nil }
      return emit(ColumnStep.subtract, constant(.init(significand: 0, places: 0)), number)
    case .arithmetic(let kind, let left, let right): return arithmetic(kind, left, right, names)
    case .conditional(let test, let yes, let no):
      guard let test = truth(test, names),
        let (yes, no) = either({ $0.number(yes, names) }, { $0.number(no, names) })
      else { return nil }
      return emit(
        { .choose($0, test: test, $1, $2) }, yes ?? constant(nil), no ?? constant(nil))
    case .call(.min, let arguments): return joined(arguments, names, ColumnStep.least)
    case .call(.max, let arguments): return joined(arguments, names, ColumnStep.most)
    case .call(let builtin, _) where builtin.leavesOpen: return self.constant(nil)
    case .reading(_, _, let body): return number(body, names)
    case .bind(_, let slots, let values, let body):
      return number(body, bound(slots, values, names))
    default: return nil
    }
  }

  private mutating func arithmetic(
    _ kind: ArithmeticOperator, _ left: Node, _ right: Node, _ names: Names
  ) -> Int? {
    guard left.type.isPlainNumber, right.type.isPlainNumber, let first = number(left, names),
      let second = number(right, names)
    else { return nil }
    switch kind {
    case .add: return emit(ColumnStep.add, first, second)
    case .subtract: return emit(ColumnStep.subtract, first, second)
    case .multiply: return emit(ColumnStep.multiply, first, second)
    case .divide, .power: return nil
    }
  }

  private mutating func joined(
    _ nodes: [Node], _ names: Names, _ step: (Int, Int, Int) -> ColumnStep
  ) -> Int? {
    guard nodes.count > 1, nodes.allSatisfy({ $0.type.isPlainNumber }) else { return nil }
    var result: Int?
    for node in nodes {
      guard let next = number(node, names) else { return nil }
      if let sofar = result { result = emit(step, sofar, next) } else { result = next }
    }
    return result
  }

  /// The days from one day to another.
  private mutating func daysBetween(_ node: Node, _ names: Names) -> Int? {
    guard case .arithmetic(.subtract, let later, let earlier) = node.kind, later.type == .date,
      earlier.type == .date, let first = number(later, names), let second = number(earlier, names)
    else { return nil }
    return emit(ColumnStep.subtract, first, second)
  }
}

extension Type {
  /// Whether values are numbers, of whatever unit.
  var isPlainNumber: Bool {
    if case .number = self { true } else { false }
  }

  /// Whether values are compared as columns compare them.
  var isOrdered: Bool { isPlainNumber || self == .date }
}
