extension Compiler {
  /// The slot of a text or a symbol.
  mutating func value(_ node: Node) -> UInt16? {
    switch node.kind {
    case .literal(let value): return slot(of: value)
    case .local(let slot):
      if case .value(let place)? = parameters[slot] { return place }
      return given(slot)
    case .reading(_, _, let body): return value(body)
    case .conditional(let test, let yes, let no): return choice(test, yes, no, .value)
    case .bind(_, let slots, let arguments, let body):
      return bind(slots, arguments) { $0.value(body) }
    default: return leaf(node)
    }
  }

  mutating func slot(of value: Value) -> UInt16 {
    code.values.append(value)
    return UInt16(slots + code.values.count - 1)
  }

  /// The slot of what the host or a record says, evaluated here.
  mutating func leaf(_ node: Node) -> UInt16? {
    guard node.isLeaf else { return nil }
    code.leaves.append(Leaf(node))
    let slot = slot(of: .null)
    code.instructions.append(Instruction(.leaf, slot, UInt16(code.leaves.count - 1)))
    return slot
  }

  // MARK: Choices

  enum File { case number, truth, value }

  mutating func choice(
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
}
