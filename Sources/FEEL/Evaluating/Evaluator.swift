/// One evaluation of a program: the values in the slots, and where all others come from.
struct Evaluator {
  let semantics: Semantics
  var selfRecord: RecordReference?
  let host: any Host
  let trace: TraceRecorder?
  let failures: FailureRecorder?
  /// The time zones that a text may name.
  let zones: ZoneTable
  /// The values of the slots; of those not yet reached, null.
  var frame: [Value]
  /// How deep the bodies of the function values are that are being called inside one another.
  var depth = 0
  /// How much work the evaluation may still do.
  var steps: Int
  /// What calls gave before; nil for an evaluation that stands alone or is observed.
  let memo: CallMemo?
  /// What a filter chose last.
  var lastSelection: LastSelection?

  init(
    _ semantics: Semantics, self record: RecordReference?, frame: [Value], host: any Host,
    trace: TraceRecorder?, failures: FailureRecorder? = nil,
    zones: ZoneTable = .universal, memo: CallMemo? = nil
  ) {
    self.semantics = semantics
    selfRecord = record
    self.host = host
    self.trace = trace
    self.failures = failures
    self.zones = zones
    self.frame = frame
    self.memo = memo
    steps = Limits.steps(semantics)
  }

  /// The value of a node.
  mutating func value(_ node: Node) -> Value {
    trace == nil && failures == nil ? compute(node) : observed(node)
  }

  private mutating func observed(_ node: Node) -> Value {
    let count = failures?.failures.count ?? 0
    trace?.begin()
    let value = compute(node)
    trace?.end(node, value)
    if case .null(let reason?) = value { failures?.record(reason, at: node, after: count) }
    return value
  }

  /// The values of several nodes, in their order.
  mutating func values(_ nodes: [Node]) -> [Value] {
    nodes.map { value($0) }
  }

  /// What stands where an expression is about no record.
  var noRecord: Value { semantics.failure("there is no record") }

  private mutating func compute(_ node: Node) -> Value {
    switch node.kind {
    case .literal(let value): value
    case .local(let slot): frame[slot]
    case .selfRecord: selfRecord.map(Value.record) ?? noRecord
    case .global(let index): host.global(index)
    case .slot(let index): host.slot(index, of: selfRecord)
    case .member(let base, let member): self.member(member, of: base)
    case .negate(let operand): semantics.negate(value(operand))
    case .arithmetic(let kind, let left, let right): arithmetic(kind, left, right)
    case .comparison(let kind, let left, let right): comparison(kind, left, right)
    case .and(let left, let right): and(left, right)
    case .or(let left, let right): or(left, right)
    case .not(let operand): semantics.not(value(operand))
    case .conditional(let condition, let yes, let no): conditional(condition, yes, no)
    case .filter(let list, let condition, let slot): filter(list, condition, slot)
    case .call(let builtin, let arguments): call(builtin, arguments, node.pattern)
    case .bind(_, let slots, let arguments, let body): call(node, slots, arguments, body)
    case .reading(_, _, let body): value(body)
    default: computeRest(node)
    }
  }

  private mutating func computeRest(_ node: Node) -> Value {
    switch node.kind {
    case .path(let base, let name): part(name, of: base)
    case .entry(let slot, let name, let otherwise): entry(name, slot, otherwise)
    case .between(let operand, let low, let high):
      between(operand, low, high)
    case .element(let list, let index): element(list, index)
    case .forEach(let iterators, let body, let partial): forEach(iterators, body, partial)
    case .quantified(let quantifier, let iterators, let condition):
      quantified(quantifier, iterators, condition)
    case .list(let items): bounded(semantics.list(values(items)))
    case .context(let entries): bounded(context(entries))
    case .range(let lower, let lowerClosed, let upper, let upperClosed):
      range(lower, lowerClosed, upper, upperClosed)
    case .membership(let operand, let slot, let tests): membership(operand, slot, tests)
    case .includes(let test, let operand): includes(test, operand)
    case .invoke(let function, let arguments, let names): invoke(function, arguments, names)
    case .function(let parameters, let own, let body):
      .function(
        FunctionValue(.init(parameters: parameters, own: own, body: body, frame: frame)))
    case .instanceOf(let operand, let type): semantics.instance(value(operand), of: type)
    case .known(let operand): .boolean(value(operand).isKnown)
    case .decide(let table): decide(table)
    case .converted(let operand, let type, let slot, let test):
      converted(operand, type, slot, test)
    default: .null
    }
  }
}
