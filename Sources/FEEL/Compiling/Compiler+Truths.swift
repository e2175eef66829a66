extension Compiler {
  mutating func truth(_ node: Node) -> UInt16? {
    guard code.isSmall(Compiler.limit) else { return nil }
    switch node.kind {
    case .literal(.boolean(let truth)):
      return code.truth(MachineTruth(truth))
    case .local(let slot) where node.type == .boolean || node.type == .any:
      return parameterTruth(slot) ?? localTruth(slot)
    case .comparison(let kind, let left, let right): return comparison(kind, left, right)
    case .between(let value, let low, let high): return between(value, low, high)
    case .and(let left, let right): return both(.and, .skipIfNo, left, right)
    case .or(let left, let right): return both(.or, .skipIfYes, left, right)
    case .not(let operand): return truth(operand).map { emitTruth(.not, $0) }
    case .reading(_, _, let body): return truth(body)
    case .conditional(let test, let yes, let no): return choice(test, yes, no, .truth)
    case .call(let builtin, _) where builtin.leavesOpen: return copy(code.truth())
    case .bind(_, let slots, let arguments, let body):
      return bind(slots, arguments) { $0.truth(body) }
    default:
      guard node.type == .boolean || node.type == .any else { return nil }
      return leaf(node).map { emitTruth(.truthOfValue, $0) }
    }
  }

  private mutating func parameterTruth(_ slot: Int) -> UInt16? {
    switch parameters[slot] {
    case .truth(let register): copy(register)
    case .value(let place):
      emitTruth(place < locals ? .truthOfLocal : .truthOfValue, place)
    default: nil
    }
  }

  /// A register of its own for a truth that others read too: `and` and `or` write into their first.
  private mutating func copy(_ truth: UInt16) -> UInt16 { emitTruth(.moveTruth, truth) }

  private mutating func localTruth(_ slot: Int) -> UInt16? {
    given(slot).map { emitTruth(.truthOfLocal, $0) }
  }

  private mutating func comparison(
    _ kind: ComparisonOperator, _ left: Node, _ right: Node
  ) -> UInt16? {
    if left.isNamed || right.isNamed {
      return equality(kind, .sameValues, value(left), value(right))
    }
    if left.type == .boolean || right.type == .boolean {
      return equality(kind, .sameTruths, truth(left), truth(right))
    }
    guard let first = number(left), let second = number(right) else { return nil }
    switch kind {
    case .equal: return emitTruth(.equal, first, second)
    case .notEqual: return emitTruth(.not, emitTruth(.equal, first, second))
    case .less: return emitTruth(.less, first, second)
    case .lessOrEqual: return emitTruth(.lessOrEqual, first, second)
    case .greater: return emitTruth(.less, second, first)
    case .greaterOrEqual: return emitTruth(.lessOrEqual, second, first)
    }
  }

  private mutating func between(_ value: Node, _ low: Node, _ high: Node) -> UInt16? {
    guard let middle = number(value), let low = number(low), let high = number(high) else {
      return nil
    }
    return emitTruth(
      .and, emitTruth(.lessOrEqual, low, middle), emitTruth(.lessOrEqual, middle, high))
  }

  private mutating func equality(
    _ kind: ComparisonOperator, _ operation: Instruction.Operation, _ left: UInt16?,
    _ right: UInt16?
  ) -> UInt16? {
    guard kind == .equal || kind == .notEqual, let left, let right else { return nil }
    let same = emitTruth(operation, left, right)
    return kind == .equal ? same : emitTruth(.not, same)
  }

  /// The second operand is left out where the first one settles the result.
  private mutating func both(
    _ operation: Instruction.Operation, _ skip: Instruction.Operation, _ left: Node, _ right: Node
  ) -> UInt16? {
    guard let first = truth(left) else { return nil }
    // What the expression says itself stays for the next evaluation.
    let result = code.truths[Int(first)] == .open ? first : copy(first)
    let place = reserve()
    guard let second = truth(right) else { return nil }
    code.instructions.append(Instruction(operation, result, first, second))
    code.instructions[place] = Instruction(skip, 0, first, code.end)
    return result
  }
}
