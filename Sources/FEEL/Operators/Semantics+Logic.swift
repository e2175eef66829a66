/// True, false, or neither: how `and`, `or`, `not`, quantifiers and tests see a value.
///
/// `open` is an unknown condition, or in the standard semantics one that is null or no truth value.
enum Truth {
  case yes
  case no
  case open(Value)
}

extension Semantics {
  /// How a condition sees a value.
  func truth(_ value: Value) -> Truth {
    switch value {
    case .boolean(let truth): truth ? .yes : .no
    case .unknown, .null: .open(self == .strict && value.isNull ? absentCondition : value)
    default: .open(mismatch("a condition", value))
    }
  }

  private var absentCondition: Value { failure("the condition has no value") }

  /// Whether both are true; false settles it, whatever the other is.
  ///
  /// Source: DMN 1.5, table 50; with unknown: `Grammar.md`.
  public func and(_ left: Value, _ right: Value) -> Value {
    switch (truth(left), truth(right)) {
    case (.no, _), (_, .no): .boolean(false)
    case (.yes, .yes): .boolean(true)
    case (.open(let a), .yes), (.yes, .open(let a)): a
    case (.open(let a), .open(let b)): bothOpen(a, b)
    }
  }

  /// Whether one is true; true settles it, whatever the other is.
  ///
  /// Source: DMN 1.5, table 50; with unknown: `Grammar.md`.
  public func or(_ left: Value, _ right: Value) -> Value {
    switch (truth(left), truth(right)) {
    case (.yes, _), (_, .yes): .boolean(true)
    case (.no, .no): .boolean(false)
    case (.open(let a), .no), (.no, .open(let a)): a
    case (.open(let a), .open(let b)): bothOpen(a, b)
    }
  }

  /// Whether it is false.
  public func not(_ value: Value) -> Value {
    switch truth(value) {
    case .yes: .boolean(false)
    case .no: .boolean(true)
    case .open(let open): open
    }
  }

  /// `if` with a condition that is neither true nor false, and both branches computed.
  ///
  /// One known value on both sides settles it.
  public func undecided(_ condition: Value, _ yes: Value, _ no: Value) -> Value {
    if yes.isKnown, no.isKnown, case .boolean(true) = equal(yes, no) { return yes }
    return condition.unknown.map(Value.unknown) ?? condition
  }

  private func bothOpen(_ left: Value, _ right: Value) -> Value {
    union(left.unknown, right.unknown).map(Value.unknown) ?? left
  }
}

extension Value {
  /// The causes of everything unknown in the value, nil if all is known.
  public var causes: Unknown? {
    switch self {
    case .unknown(let unknown): unknown
    case .perhaps(let value, let unknown): union(unknown, value.causes)
    case .list(let items): items.reduce(nil) { union($0, $1.causes) }
    case .context(let context): context.values.reduce(nil) { union($0, $1.causes) }
    default: nil
    }
  }
}
