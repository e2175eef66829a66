/// A row that holds, or perhaps holds.
struct HeldRow {
  let row: Int
  /// Why it is not known whether the row holds; nil if it surely does.
  let doubt: Unknown?
}

extension Evaluator {
  /// The value of a decision table: inputs, allowed values, the rows that hold, the hit policy.
  mutating func decide(_ table: ResolvedTable) -> Value {
    for input in table.inputs { frame[input.slot] = value(input.value) }
    for (place, input) in table.inputs.enumerated() {
      if let refusal = refusal(of: input, place) { return refusal }
    }
    let held = rowsHeld(in: table)
    return switch table.hitPolicy {
    case .unique: unique(table, held)
    case .any: any(table, held)
    case .first: oneOf(table, held)
    case .priority: priority(table, held)
    case .ruleOrder, .collect(nil): list(table, held)
    case .outputOrder: outputOrder(table, held)
    case .collect(let aggregator?): aggregate(table, held, aggregator)
    }
  }

  /// What a known value outside the allowed ones makes of the whole table.
  ///
  /// An unknown input is taken for one of the allowed values.
  private mutating func refusal(of input: ResolvedTable.Input, _ place: Int) -> Value? {
    guard let allowed = input.allowed else { return nil }
    let test = value(allowed)
    if case .yes = semantics.truth(test) { return nil }
    let given = frame[input.slot]
    if semantics == .strict, !given.isKnown { return nil }
    return semantics.failure("\(given) is not an allowed value of input \(place + 1) of the table")
  }

  /// The rows that hold or perhaps hold, in their order; of a table of the policy FIRST, those up to
  /// the first that surely holds.
  ///
  /// While a trace is written every row is tested, so that it says why the others do not hold.
  private mutating func rowsHeld(in table: ResolvedTable) -> [HeldRow] {
    if trace == nil, let index = table.index { return rowsHeld(in: table, index) }
    var held: [HeldRow] = []
    for row in table.rules.indices {
      guard let found = hold(table.rules[row], row) else { continue }
      held.append(found)
      if table.hitPolicy == .first, found.doubt == nil { break }
    }
    return held
  }

  /// A row with its doubt, nil if it does not hold; a test that is false settles it.
  ///
  /// In the standard semantics a row holds only if all its tests are true.
  mutating func hold(_ rule: ResolvedTable.Rule, _ row: Int) -> HeldRow? {
    var doubt: Unknown?
    for test in rule.tests where !test.isAnything {
      switch semantics.truth(value(test)) {
      case .yes: continue
      case .no: return nil
      case .open(let open):
        guard let causes = open.unknown else { return nil }
        doubt = union(doubt, causes)
      }
    }
    return HeldRow(row: row, doubt: doubt)
  }
}

extension Node {
  /// Whether this is the test `-`, which holds of everything.
  public var isAnything: Bool {
    if case .literal(.boolean(true)) = kind { return true }
    return false
  }
}
