/// Turns a tree of nodes into code.
///
/// Every function gives the register of a node, or nil if compiled code does not say what it means.
struct Compiler {
  /// The most instructions; longer expressions are none that anybody writes by hand.
  private static let limit = 10_000

  private var code: CodeDraft
  /// The number of slots of the program; literals, leaves and choices get the slots behind.
  private let slots: Int
  private let semantics: Semantics

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
    self.slots = slots
    code = CodeDraft(uses: Array(repeating: Code.Use(), count: locals))
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
    case .local(let slot) where node.type.isNumber || node.type == .any: return local(slot)
    case .negate(let operand):
      return number(operand).map { emitNumber(.negate, $0) }
    case .arithmetic(let kind, let left, let right): return arithmetic(kind, left, right)
    case .reading(_, _, let body): return number(body)
    case .conditional(let test, let yes, let no): return choice(test, yes, no, .number)
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

  private mutating func local(_ slot: Int) -> UInt16? {
    guard code.uses.indices.contains(slot) else { return nil }
    if let register = code.uses[slot].number { return register }
    let register = code.number()
    code.uses[slot].number = register
    return register
  }

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

  // MARK: Truths

  mutating func truth(_ node: Node) -> UInt16? {
    guard code.isSmall(Compiler.limit) else { return nil }
    switch node.kind {
    case .literal(.boolean(let truth)):
      return code.truth(MachineTruth(truth))
    case .local(let slot) where node.type == .boolean || node.type == .any:
      return localTruth(slot)
    case .comparison(let kind, let left, let right): return comparison(kind, left, right)
    case .between(let value, let low, let high): return between(value, low, high)
    case .and(let left, let right): return both(.and, .skipIfNo, left, right)
    case .or(let left, let right): return both(.or, .skipIfYes, left, right)
    case .not(let operand): return truth(operand).map { emitTruth(.not, $0) }
    case .reading(_, _, let body): return truth(body)
    case .conditional(let test, let yes, let no): return choice(test, yes, no, .truth)
    default:
      guard node.type == .boolean || node.type == .any else { return nil }
      return leaf(node).map { emitTruth(.truthOfValue, $0) }
    }
  }

  private mutating func localTruth(_ slot: Int) -> UInt16? {
    guard code.uses.indices.contains(slot) else { return nil }
    if let register = code.uses[slot].truth { return register }
    let register = code.truth()
    code.uses[slot].truth = register
    return register
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
    let result = emitTruth(.moveTruth, first)
    let place = reserve()
    guard let second = truth(right) else { return nil }
    code.instructions.append(Instruction(operation, result, first, second))
    code.instructions[place] = Instruction(skip, 0, first, code.end)
    return result
  }

  // MARK: Values

  /// The slot of a text or a symbol.
  mutating func value(_ node: Node) -> UInt16? {
    switch node.kind {
    case .literal(let value): return slot(of: value)
    case .local(let slot): return code.uses.indices.contains(slot) ? UInt16(slot) : nil
    case .reading(_, _, let body): return value(body)
    case .conditional(let test, let yes, let no): return choice(test, yes, no, .value)
    default: return leaf(node)
    }
  }

  private mutating func slot(of value: Value) -> UInt16 {
    code.values.append(value)
    return UInt16(slots + code.values.count - 1)
  }

  /// The slot of what the host or a record says, evaluated here.
  private mutating func leaf(_ node: Node) -> UInt16? {
    guard node.isLeaf else { return nil }
    code.leaves.append(node)
    let slot = slot(of: .null)
    code.instructions.append(Instruction(.leaf, slot, UInt16(code.leaves.count - 1)))
    return slot
  }

  // MARK: Choices

  private enum File { case number, truth, value }

  private mutating func choice(
    _ test: Node, _ yes: Node, _ no: Node, _ file: File
  ) -> UInt16? {
    guard let test = truth(test) else { return nil }
    let result = register(file)
    let branch = reserve()
    guard move(yes, to: result, file) else { return nil }
    let jump = reserve()
    code.instructions[branch] = Instruction(.branch, 0, test, code.end)
    guard move(no, to: result, file) else { return nil }
    code.instructions[jump] = Instruction(.jump, 0, 0, code.end)
    return result
  }

  private mutating func register(_ file: File) -> UInt16 {
    switch file {
    case .number: code.number()
    case .truth: code.truth()
    case .value: slot(of: .null)
    }
  }

  private mutating func move(_ node: Node, to result: UInt16, _ file: File) -> Bool {
    let source: UInt16?
    let operation: Instruction.Operation
    switch file {
    case .number: (source, operation) = (number(node), .moveNumber)
    case .truth: (source, operation) = (truth(node), .moveTruth)
    case .value: (source, operation) = (value(node), .moveValue)
    }
    guard let source else { return false }
    code.instructions.append(Instruction(operation, result, source))
    return true
  }

  // MARK: Instructions

  private mutating func emitNumber(
    _ operation: Instruction.Operation, _ left: UInt16, _ right: UInt16 = 0
  ) -> UInt16 {
    let result = code.number()
    code.instructions.append(Instruction(operation, result, left, right))
    return result
  }

  private mutating func emitTruth(
    _ operation: Instruction.Operation, _ left: UInt16, _ right: UInt16 = 0
  ) -> UInt16 {
    let result = code.truth()
    code.instructions.append(Instruction(operation, result, left, right))
    return result
  }

  /// A place for a jump whose end is not known yet.
  private mutating func reserve() -> Int {
    code.instructions.append(Instruction(.jump, 0))
    return code.instructions.count - 1
  }
}
