/// The registers of one evaluation of compiled code.
struct Registers<Element: MachineNumber> {
  private var numbers: [Element]
  private var truths: [MachineTruth]

  init(_ code: Code?) {
    numbers = code?.numbers.map { $0.map { Element($0).asConstant } ?? .open } ?? []
    truths = code?.truths ?? []
  }

  @inline(__always)
  private static func number(_ value: Value) -> Element {
    if case .number(let number) = value, case .small(let numerator, let denominator) = number.form {
      Element(numerator, over: denominator)
    } else {
      large(value)
    }
  }

  /// Kept apart, so that the usual number needs no counting of references.
  @inline(never)
  private static func large(_ value: Value) -> Element {
    if case .number(let number) = value { Element(number) } else { .open }
  }

  @inline(__always)
  private static func truth(_ value: Value) -> MachineTruth {
    if case .boolean(let truth) = value { MachineTruth(truth) } else { .open }
  }

  /// The value that the code gives; nil if the evaluator has to say.
  mutating func run(_ code: Code, _ locals: Span<Value>, _ evaluator: inout Evaluator) -> Value? {
    guard Registers.execute(code, locals, &numbers, &truths, &evaluator) else { return nil }
    switch code.result {
    case .number(let register):
      let number = numbers[Int(register)]
      return number.isOpen ? nil : .number(number.number)
    case .truth(let register):
      let truth = truths[Int(register)]
      return truth == .open ? nil : .boolean(truth == .yes)
    case .value(let slot):
      let slot = Int(slot)
      return slot < locals.count ? locals[slot] : evaluator.frame[slot]
    }
  }

  /// Executes all instructions; false if a choice cannot be made.
  private static func execute(
    _ code: Code, _ locals: Span<Value>, _ numbers: inout [Element], _ truths: inout [MachineTruth],
    _ evaluator: inout Evaluator
  ) -> Bool {
    let steps = code.instructions
    let instructions = steps.span
    var numbers = numbers.mutableSpan
    var truths = truths.mutableSpan
    for place in code.numbersOfLocals {
      numbers[Int(place.register)] = Registers.number(locals[Int(place.local)])
    }
    var next = 0
    while next < instructions.count {
      let step = instructions[next]
      let (result, left, right) = (Int(step.result), Int(step.left), Int(step.right))
      next &+= 1
      switch step.operation {
      case .add: numbers[result] = numbers[left] + numbers[right]
      case .subtract: numbers[result] = numbers[left] - numbers[right]
      case .multiply: numbers[result] = numbers[left] * numbers[right]
      case .divide: numbers[result] = numbers[left] / numbers[right]
      case .negate: numbers[result] = -numbers[left]
      case .least: numbers[result] = Element.first(.before, numbers[left], numbers[right])
      case .greatest: numbers[result] = Element.first(.after, numbers[left], numbers[right])
      case .less:
        truths[result] = MachineTruth(Element.order(numbers[left], numbers[right])) {
          $0 == .before
        }
      case .lessOrEqual:
        truths[result] = MachineTruth(Element.order(numbers[left], numbers[right])) { $0 != .after }
      case .equal:
        truths[result] = MachineTruth(Element.order(numbers[left], numbers[right])) { $0 == .same }
      case .and: truths[result] = truths[left].and(truths[right])
      case .or: truths[result] = truths[left].or(truths[right])
      case .not: truths[result] = truths[left].opposite
      case .sameTruths: truths[result] = truths[left].same(as: truths[right])
      case .skipIfNo: if truths[left] == .no { next = right }
      case .skipIfYes: if truths[left] == .yes { next = right }
      case .branch:
        if truths[left] == .open { return false }
        if truths[left] == .no { next = right }
      case .jump: next = right
      case .moveNumber: numbers[result] = numbers[left]
      case .moveTruth: truths[result] = truths[left]
      case .truthOfLocal: truths[result] = Registers.truth(locals[left])
      case .numberOfValue: numbers[result] = Registers.number(evaluator.frame[left])
      case .truthOfValue: truths[result] = Registers.truth(evaluator.frame[left])
      case .sameValues: truths[result] = Registers.same(locals, evaluator.frame, left, right)
      case .moveValue, .leaf: Registers.put(step, code, locals, &evaluator)
      }
    }
    return true
  }

  /// Puts a whole value into a place of the frame.
  @inline(never)
  private static func put(
    _ step: Instruction, _ code: Code, _ locals: Span<Value>, _ evaluator: inout Evaluator
  ) {
    let (result, left) = (Int(step.result), Int(step.left))
    evaluator.frame[result] =
      switch step.operation {
      case .leaf: evaluator.value(code.leaves[left])
      default: left < locals.count ? locals[left] : evaluator.frame[left]
      }
  }

  /// Whether two texts or symbols are the same.
  @inline(never)
  private static func same(
    _ locals: Span<Value>, _ frame: [Value], _ left: Int, _ right: Int
  ) -> MachineTruth {
    switch (left < locals.count, right < locals.count) {
    case (true, true): same(locals[left], locals[right])
    case (true, false): same(locals[left], frame[right])
    case (false, true): same(frame[left], locals[right])
    case (false, false): same(frame[left], frame[right])
    }
  }

  @inline(__always)
  private static func same(_ left: Value, _ right: Value) -> MachineTruth {
    if case .string(let a) = left, case .string(let b) = right {
      return MachineTruth(a == b)
    }
    if case .symbol(let a) = left, case .symbol(let b) = right, a.scale == b.scale {
      return MachineTruth(a.rank == b.rank)
    }
    return .open
  }
}
