/// What is known of the values in an expression before any record is read.
struct Constants: Sendable {
  let semantics: Semantics
  /// The time zones that a text may name.
  let zones: ZoneTable
  /// The value of a global that is the same for all records; nil for one that is not known yet.
  let global: @Sendable (Int) -> Value?

  /// Creates the knowledge of constants.
  init(
    _ semantics: Semantics, zones: ZoneTable = .universal,
    global: @escaping @Sendable (Int) -> Value? = { _ in nil }
  ) {
    self.semantics = semantics
    self.zones = zones
    self.global = global
  }

  /// The value of a node that depends on nothing but constants, nil for all others.
  func value(of node: Node) -> Value? {
    if case .literal(let value) = node.kind { return value }
    guard isConstant(node) else { return nil }
    var evaluator = Evaluator(
      semantics, self: nil, frame: [], host: ConstantHost(global: global), trace: nil, zones: zones)
    let value = evaluator.value(node)
    return value.isKnown ? value : nil
  }

  /// Only kinds that need neither slots nor the host, nor a clock.
  private func isConstant(_ node: Node) -> Bool {
    switch node.kind {
    case .literal: true
    case .global(let index): global(index) != nil
    case .negate, .arithmetic, .list, .range, .reading, .comparison, .and, .or, .not, .conditional,
      .path, .between:
      node.children.allSatisfy(isConstant)
    case .call(let builtin, let arguments):
      Constants.calls.contains(builtin) && arguments.allSatisfy(isConstant)
    default: false
    }
  }

  private static let calls: Set<Builtin> = [
    .date, .time, .dateAndTime, .duration, .yearsAndMonthsDuration, .number, .abs, .floor, .ceiling,
    .decimal, .min, .max, .sum,
  ]
}

/// A host that knows only global values.
private struct ConstantHost: Host {
  let global: @Sendable (Int) -> Value?

  func value(of member: Int, in record: RecordReference) -> Value { .null }
  func global(_ index: Int) -> Value { global(index) ?? .unknown(Unknown("not known yet")) }
  func slot(_ index: Int, of record: RecordReference?) -> Value { .null }
  func workingDays(from: CalendarDate, to: CalendarDate) -> Value { .null }
}
