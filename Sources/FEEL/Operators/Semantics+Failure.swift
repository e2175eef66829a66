extension Semantics {
  /// The value of something that cannot be computed: null in the standard, unknown in a pack; both
  /// carry the reason.
  public func failure(_ reason: Wording) -> Value {
    switch self {
    case .standard: .null(reason: reason)
    case .strict: .unknown(Unknown(reason))
    }
  }

  /// The value of an operator that got operands it has no meaning for.
  func mismatch(_ operation: Wording, _ operand: Value) -> Value {
    mismatch(operation, of: operand.kindInWords)
  }

  /// The value of an operator that got operands it has no meaning for.
  func mismatch(_ operation: Wording, _ left: Value, _ right: Value) -> Value {
    mismatch(operation, of: "\(left.kindInWords) and \(right.kindInWords)")
  }

  private func mismatch(_ operation: Wording, of kinds: Wording) -> Value {
    failure("\(operation) has no meaning for \(kinds)")
  }
}

extension Value {
  /// What kind of value this is, in plain words with an article.
  var kindInWords: Wording {
    switch self {
    case .null: "an absent value"
    case .unknown, .perhaps: "an unknown value"
    case .boolean: "a truth value"
    case .number: "a number"
    case .string: "a text"
    case .date: "a date"
    case .time: "a time"
    case .dateTime: "a date with time"
    case .daysDuration: "a duration in days"
    case .monthsDuration: "a duration in months"
    case .list: "a list"
    case .context: "a context"
    case .range: "a range"
    case .function: "a function"
    case .record: "a record"
    case .symbol: "a level"
    }
  }

  /// The causes of an unknown value, nil for any other.
  public var unknown: Unknown? {
    if case .unknown(let unknown) = self { return unknown }
    return nil
  }

  /// Whether this is null, for whatever reason.
  public var isNull: Bool {
    if case .null = self { return true }
    return false
  }

  /// Whether nothing in the value is unknown: neither itself nor an element or an entry in it.
  public var isKnown: Bool {
    switch self {
    case .unknown, .perhaps: false
    case .list(let items): items.allSatisfy(\.isKnown)
    case .context(let context): context.values.allSatisfy(\.isKnown)
    default: true
    }
  }
}

/// The causes of both, where there are any.
func union(_ left: Unknown?, _ right: Unknown?) -> Unknown? {
  guard let left else { return right }
  guard let right else { return left }
  return left.union(right)
}
