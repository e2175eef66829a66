/// How two values of one ordered type stand to each other.
enum Order {
  case before
  case same
  case after

  init<T: Comparable>(_ left: T, _ right: T) {
    self = left < right ? .before : left == right ? .same : .after
  }
}

extension Semantics {
  /// The meaning of the six comparison operators.
  ///
  /// An unknown operand makes the result unknown. Null equals only null and has no order. Values of
  /// different kinds cannot be compared: ``failure(_:)``.
  ///
  /// Source: DMN 1.5, 10.3.2.13 and table 53.
  public func compare(_ comparison: ComparisonOperator, _ left: Value, _ right: Value) -> Value {
    switch comparison {
    case .equal: equal(left, right)
    case .notEqual: not(equal(left, right))
    case .less: ordered(left, right) { $0 == .before }
    case .lessOrEqual: ordered(left, right) { $0 != .after }
    case .greater: ordered(left, right) { $0 == .after }
    case .greaterOrEqual: ordered(left, right) { $0 != .before }
    }
  }

  private func ordered(_ left: Value, _ right: Value, _ test: (Order) -> Bool) -> Value {
    if let unknown = union(left.unknown, right.unknown) { return .unknown(unknown) }
    guard let order = order(left, right) else { return mismatch("an order", left, right) }
    return .boolean(test(order))
  }

  /// The order of two values of one ordered kind, nil for all others.
  func order(_ left: Value, _ right: Value) -> Order? {
    switch (left, right) {
    case (.number(let a), .number(let b)): Order(a, b)
    case (.string(let a), .string(let b)): Order(a, b)
    case (.symbol(let a), .symbol(let b)):
      a.scale == b.scale ? Order(a.rank, b.rank) : nil
    default: temporalOrder(left, right)
    }
  }

  /// The meaning of `=`; of lists and contexts, that of all their parts.
  public func equal(_ left: Value, _ right: Value) -> Value { equal(left, right, depth: 0) }

  private func equal(_ left: Value, _ right: Value, depth: Int) -> Value {
    if depth == 0, case .string(let a) = left, case .string(let b) = right {
      return .boolean(a == b)
    }
    if let unknown = union(left.unknown, right.unknown) { return .unknown(unknown) }
    guard depth < Parser.nesting else { return failure("the values are nested too deep") }
    switch (left, right) {
    case (.null, .null): return .boolean(true)
    case (.null, _), (_, .null): return .boolean(false)
    case (.boolean(let a), .boolean(let b)): return .boolean(a == b)
    case (.list(let a), .list(let b)): return equal(a, b, depth: depth + 1)
    case (.context(let a), .context(let b)): return equal(a, b, depth: depth + 1)
    case (.range(let a), .range(let b)): return .boolean(a == b)
    case (.function(let a), .function(let b)): return .boolean(a == b)
    case (.record(let a), .record(let b)): return .boolean(a == b)
    case (.symbol(let a), .string(let b)), (.string(let b), .symbol(let a)):
      return .boolean(a.name == b)
    default:
      if let same = temporallyEqual(left, right) { return .boolean(same) }
      guard let order = order(left, right) else { return mismatch("a comparison", left, right) }
      return .boolean(order == .same)
    }
  }

  private func equal(_ left: [Value], _ right: [Value], depth: Int) -> Value {
    let uncertain = (left + right).reduce(Unknown?.none) { causes, item in
      guard case .perhaps(_, let unknown) = item else { return causes }
      return union(causes, unknown)
    }
    if let uncertain { return .unknown(uncertain) }
    guard left.count == right.count else { return .boolean(false) }
    return zip(left, right).reduce(.boolean(true)) { result, pair in
      and(result, equal(pair.0, pair.1, depth: depth))
    }
  }

  private func equal(_ left: Context, _ right: Context, depth: Int) -> Value {
    guard left.names.count == right.names.count else { return .boolean(false) }
    var result = Value.boolean(true)
    for (name, value) in zip(left.names, left.values) {
      guard let other = right[name] else { return .boolean(false) }
      result = and(result, equal(value, other, depth: depth))
    }
    return result
  }
}
