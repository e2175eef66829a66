extension Compiler {
  /// A function of numbers that are each written as an argument.
  ///
  /// Numbers in one list are left to the evaluator, and so are sums in the standard semantics, which
  /// round the first term too.
  mutating func call(_ builtin: Builtin, _ arguments: [Node]) -> UInt16? {
    if builtin.leavesOpen { return code.number() }
    guard arguments.count > 1 else { return nil }
    switch builtin {
    case .min: return joined(.least, arguments)
    case .max: return joined(.greatest, arguments)
    case .sum where semantics == .strict: return joined(.add, arguments)
    case .mean where semantics == .strict:
      return joined(.add, arguments).map {
        emitNumber(.divide, $0, code.number(Number(arguments.count)))
      }
    default: return nil
    }
  }

  private mutating func joined(
    _ operation: Instruction.Operation, _ arguments: [Node]
  ) -> UInt16? {
    var result: UInt16?
    for argument in arguments {
      guard let next = number(argument) else { return nil }
      result = result.map { emitNumber(operation, $0, next) } ?? next
    }
    return result
  }

  // MARK: Functions of the pack

  /// What a body says where its parameters have the registers of their arguments.
  ///
  /// Arguments are computed before the body, wherever it reads them: a register that is written in one
  /// branch only would keep the number of another record.
  mutating func bind(
    _ slots: [Int], _ arguments: [Node], _ body: (inout Compiler) -> UInt16?
  ) -> UInt16? {
    var registers: [Register] = []
    for argument in arguments {
      guard let register = register(argument) else { return nil }
      registers.append(register)
    }
    let outer = parameters
    defer { parameters = outer }
    for (slot, register) in zip(slots, registers) { parameters[slot] = register }
    return body(&self)
  }

  private mutating func register(_ node: Node) -> Register? {
    switch node.type {
    case .number: number(node).map(Register.number)
    case .boolean: truth(node).map(Register.truth)
    default: value(node).map(Register.value)
    }
  }
}

extension Builtin {
  /// Whether a call gives no value but a reason, which is left to the evaluator.
  package var leavesOpen: Bool {
    switch self {
    case .unknown, .needsDecision: true
    default: false
    }
  }
}
