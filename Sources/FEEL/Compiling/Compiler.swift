/// Turns a tree of nodes into code.
///
/// Every function gives the register of a node, or nil if compiled code does not say what it means.
struct Compiler {
  /// The most instructions; longer expressions are none that anybody writes by hand.
  static let limit = 10_000

  var code: CodeDraft
  /// The number of slots of the program; literals, leaves and choices get the slots behind.
  let slots: Int
  let semantics: Semantics
  /// The number of values given from outside, in the first slots.
  let locals: Int
  /// Where the arguments are of the functions whose bodies are being compiled, by slot.
  var parameters: [Int: Register] = [:]

  /// A register in one of the three files.
  enum Register {
    case number(UInt16)
    case truth(UInt16)
    case value(UInt16)
  }

  /// The code of a program, or nil if it would not be worth it.
  static func code(
    of root: Node, _ semantics: Semantics, locals: Int, slots: Int
  ) -> Code? {
    guard root.isOperation, slots < Compiler.limit else { return nil }
    var compiler = Compiler(semantics, locals: locals, slots: slots)
    guard let result = compiler.result(root), compiler.code.isSmall(limit) else { return nil }
    return Code(compiler.code, result: result)
  }

  private init(_ semantics: Semantics, locals: Int, slots: Int) {
    self.semantics = semantics
    self.locals = locals
    self.slots = slots
    code = CodeDraft()
  }

  private mutating func result(_ root: Node) -> Code.Result? {
    switch root.type {
    case .number: number(root).map(Code.Result.number)
    case .boolean: truth(root).map(Code.Result.truth)
    case .string, .symbol: value(root).map(Code.Result.value)
    default:
      root.isArithmetic ? number(root).map(Code.Result.number) : nil
    }
  }

  // MARK: Numbers

  mutating func number(_ node: Node) -> UInt16? {
    guard code.isSmall(Compiler.limit) else { return nil }
    switch node.kind {
    case .literal(.number(let number)): return constant(number)
    case .local(let slot) where node.type.isNumber || node.type == .any:
      return parameter(slot) ?? local(slot)
    case .negate(let operand):
      return number(operand).map { emitNumber(.negate, $0) }
    case .arithmetic(let kind, let left, let right): return arithmetic(kind, left, right)
    case .reading(_, _, let body): return number(body)
    case .conditional(let test, let yes, let no): return choice(test, yes, no, .number)
    case .call(let builtin, let arguments): return call(builtin, arguments)
    case .bind(_, let slots, let arguments, let body):
      return bind(slots, arguments) { $0.number(body) }
    default:
      guard node.type.isNumber || node.type == .any else { return nil }
      return leaf(node).map { emitNumber(.numberOfValue, $0) }
    }
  }

  private mutating func constant(_ number: Number) -> UInt16? {
    let isHeld =
      semantics == .strict ? !MachineFraction(number).isOpen : !MachineDecimal(number).isOpen
    guard isHeld else { return nil }
    return code.number(number)
  }

  private mutating func parameter(_ slot: Int) -> UInt16? {
    switch parameters[slot] {
    case .number(let register): register
    case .value(let place) where place < locals: code.number(ofLocal: place)
    case .value(let place): emitNumber(.numberOfValue, place)
    default: nil
    }
  }

  private mutating func local(_ slot: Int) -> UInt16? {
    given(slot).map { code.number(ofLocal: $0) }
  }

  /// The slot of a local name, nil if its value is made by a part that is not compiled.
  func given(_ slot: Int) -> UInt16? { slot < locals ? UInt16(slot) : nil }

  private mutating func arithmetic(
    _ kind: ArithmeticOperator, _ left: Node, _ right: Node
  ) -> UInt16? {
    let operation: Instruction.Operation
    switch kind {
    case .add: operation = .add
    case .subtract: operation = .subtract
    case .multiply: operation = .multiply
    case .divide: operation = .divide
    case .power: return nil
    }
    guard let first = number(left), let second = number(right) else { return nil }
    return emitNumber(operation, first, second)
  }

  // MARK: Instructions

  mutating func emitNumber(
    _ operation: Instruction.Operation, _ left: UInt16, _ right: UInt16 = 0
  ) -> UInt16 {
    let result = code.number()
    code.instructions.append(Instruction(operation, result, left, right))
    return result
  }

  mutating func emitTruth(
    _ operation: Instruction.Operation, _ left: UInt16, _ right: UInt16 = 0
  ) -> UInt16 {
    let result = code.truth()
    code.instructions.append(Instruction(operation, result, left, right))
    return result
  }

  /// A place for a jump whose end is not known yet.
  mutating func reserve() -> Int {
    code.instructions.append(Instruction(.jump, 0))
    return code.instructions.count - 1
  }
}
