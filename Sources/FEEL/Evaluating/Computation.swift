/// A program that is evaluated again and again with other values.
///
/// It keeps its places, so that small expressions with numbers, texts and conditions are evaluated
/// without looking up a name or allocating memory. Every value is that of
/// ``Program/evaluate(self:locals:host:trace:failures:depth:steps:)``.
///
///     var computation = Computation(program, host: host)
///     computation.locals = row
///     let value = computation.value()
public struct Computation {
  /// The program.
  public let program: Program
  /// The values of the local names, in the order of the list that the program was made with.
  ///
  /// All are null at first; each stays until another one is given, one by one or all together.
  public var locals: [Value] {
    get { given }
    set {
      precondition(newValue.count == given.count, "each local name has one value")
      given = newValue
      isGiven = false
    }
  }
  private var given: [Value]
  /// Whether the locals stand where the evaluator looks for them.
  private var isGiven = false
  private let root: Node
  private let code: Code?
  private let isExact: Bool
  /// The members of the record by which values are remembered, if they are.
  private let members: [Leaf]?
  private var evaluator: Evaluator
  private var estimates: Registers<MachineEstimate>?
  private var fractions: Registers<MachineFraction>
  private var decimals: Registers<MachineDecimal>

  /// Creates a computation; all locals are null.
  ///
  /// - Parameters:
  ///   - program: What is evaluated.
  ///   - host: Where members, globals and slots come from.
  ///   - isFixed: Whether the host always answers alike, so that a call of a function with the same
  ///     arguments need not be computed again.
  ///   - isShared: Whether other threads compute the same program for many records at the same time.
  ///     Then it gets a copy of its own, which takes longer to make.
  public init(
    _ program: Program, host: some Host = EmptyHost(), isFixed: Bool = false, isShared: Bool = false
  ) {
    self.program = program
    root = isShared ? program.root.copy() : program.root
    code = isShared ? program.code.map { Code(copying: $0) } : program.code
    isExact = program.semantics == .strict
    given = Array(repeating: .null, count: program.locals)
    evaluator = Evaluator(
      program.semantics, self: nil,
      frame: Array(repeating: .null, count: program.slots) + (code?.values ?? []), host: host,
      trace: nil, zones: program.zones, memo: isFixed ? CallMemo() : nil)
    members = isFixed && program.locals == 0 ? root.ownMembers?.map { Leaf($0) } : nil
    estimates = code.flatMap { $0.isEstimable ? Registers($0) : nil }
    fractions = Registers(isExact ? code : nil)
    decimals = Registers(isExact ? nil : code)
  }

  /// The value of one local name, by its place in ``locals``.
  public subscript(local: Int) -> Value {
    get { given[local] }
    set {
      given[local] = newValue
      isGiven = false
    }
  }

  /// The value of the expression for the present values of its locals.
  ///
  /// - Parameter record: The record that the expression is about.
  /// - Complexity: as the expression; loops, lists and texts are bounded.
  public mutating func value(self record: RecordReference? = nil) -> Value {
    settledValue(self: record) ?? generalValue(self: record)
  }

  /// What compiled code says alone; nil if it has to be left to the evaluator.
  package mutating func settledValue(self record: RecordReference? = nil) -> Value? {
    guard let code else { return nil }
    evaluator.selfRecord = record
    evaluator.steps = Limits.steps(program.semantics)
    if !code.leaves.isEmpty { giveLocals() }
    let given = given
    if let value = estimates?.run(code, given.span, &evaluator) { return value }
    return isExact
      ? fractions.run(code, given.span, &evaluator) : decimals.run(code, given.span, &evaluator)
  }

  /// What the evaluator says.
  package mutating func generalValue(self record: RecordReference? = nil) -> Value {
    evaluator.selfRecord = record
    evaluator.steps = Limits.steps(program.semantics)
    evaluator.lastSelection = nil
    giveLocals()
    for slot in program.locals..<program.slots { evaluator.frame[slot] = .null }
    return members.map { evaluator.value(root, by: $0) } ?? evaluator.value(root)
  }

  /// Puts the locals where the evaluator looks for them.
  private mutating func giveLocals() {
    guard !isGiven else { return }
    for local in given.indices { evaluator.frame[local] = given[local] }
    isGiven = true
  }
}
