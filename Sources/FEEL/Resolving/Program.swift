/// A resolved expression: every name is a place, every type is checked, and it can be evaluated.
public struct Program: Sendable {
  /// The outermost node.
  public let root: Node
  /// The type of the value.
  public var type: Type { root.type }
  let semantics: Semantics
  /// The number of values that an evaluation is given.
  package let locals: Int
  /// The number of slots that an evaluation needs, those of the locals included.
  let slots: Int
  /// The time zones that texts may name.
  let zones: ZoneTable
  /// The same as instructions, if it can be said in such.
  let code: Code?

  /// Resolves an expression.
  ///
  /// In the strict semantics everything that cannot have a meaning is refused; in the standard one
  /// it becomes null, and only what exceeds the bounds of this implementation is refused.
  ///
  /// - Parameters:
  ///   - expression: The parsed text.
  ///   - recordType: The record type of the record that the expression is about, whose members can
  ///     be named bare; nil for none.
  ///   - locals: Names for the values given to `evaluate`, in the same order; the last one of equal
  ///     names hides the others.
  ///   - schema: The world that the expression speaks about.
  /// - Throws: All problems, at most ``Problems/limit``.
  /// - Complexity: O(nodes of the expression with the bodies of its functions put in place).
  public init(
    _ expression: Expression, self recordType: Int?, locals: [(name: String, type: Type)] = [],
    schema: Schema
  ) throws(Problems) {
    var resolver = Resolver(
      expression.semantics, text: expression.textID, schema, slots: locals.count)
    resolver.enter(recordType, locals)
    let root = resolver.resolve(expression.syntax)
    guard resolver.problems.isEmpty else { throw Problems(resolver.problems) }
    self.init(
      root: root, semantics: expression.semantics, locals: locals.count, slots: resolver.slots,
      zones: schema.zones)
  }

  init(root: Node, semantics: Semantics, locals: Int, slots: Int, zones: ZoneTable) {
    self.root = root
    self.semantics = semantics
    self.locals = locals
    self.slots = slots
    self.zones = zones
    code = Compiler.code(of: root, semantics, locals: locals, slots: slots)
  }

  /// The same program with another tree, whose slots must be those of this program.
  public func with(root: Node) -> Program {
    Program(root: root, semantics: semantics, locals: locals, slots: slots, zones: zones)
  }

  /// The same program with nodes exchanged, as in ``Node/replacing(_:)``.
  public func replacing(_ transform: (Node) -> Node?) -> Program {
    with(root: root.replacing(transform))
  }

  /// The value of the expression.
  ///
  /// - Parameters:
  ///   - record: The record that the expression is about.
  ///   - locals: The values of the local names; those that are missing are null.
  ///   - host: Where members, globals and slots come from.
  ///   - trace: Collects what was computed on the way.
  ///   - failures: Collects the errors that were met on the way.
  ///   - depth: How deep calls are nested already, where this is part of an ``OutsideFunction``.
  ///   - steps: The most steps that the evaluation may take: rounds of loops times the parts of their
  ///     bodies, and the elements, texts and digits that operators and functions go through. Nil
  ///     for eight million, or 67 million in the strict semantics. What would take more is null, or
  ///     unknown in the strict semantics.
  /// - Complexity: as the expression; loops, lists and texts are bounded.
  public func evaluate(
    self record: RecordReference?, locals: [Value] = [], host: some Host, trace: TraceRecorder?,
    failures: FailureRecorder? = nil, depth: Int = 0, steps: Int? = nil
  ) -> Value {
    var frame = locals
    while frame.count < slots { frame.append(.null) }
    var evaluator = Evaluator(
      semantics, self: record, frame: frame, host: host, trace: trace, failures: failures,
      zones: zones)
    evaluator.depth = depth
    if let steps { evaluator.steps = steps }
    return evaluator.value(root)
  }
}
