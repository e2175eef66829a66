extension Evaluator {
  mutating func arithmetic(_ kind: ArithmeticOperator, _ left: Node, _ right: Node) -> Value {
    let first = value(left)
    let second = value(right)
    guard take(first, second) else { return exhausted }
    return semantics.arithmetic(kind, first, second)
  }

  mutating func comparison(_ kind: ComparisonOperator, _ left: Node, _ right: Node) -> Value {
    let first = value(left)
    let second = value(right)
    guard take(first, second) else { return exhausted }
    return semantics.compare(kind, first, second)
  }

  /// Stops at a first operand that settles the result.
  mutating func and(_ left: Node, _ right: Node) -> Value {
    let first = value(left)
    if case .boolean(false) = first { return first }
    return semantics.and(first, value(right))
  }

  /// Stops at a first operand that settles the result.
  mutating func or(_ left: Node, _ right: Node) -> Value {
    let first = value(left)
    if case .boolean(true) = first { return first }
    return semantics.or(first, value(right))
  }

  /// In the standard semantics everything that is not true is taken for false.
  mutating func conditional(_ condition: Node, _ yes: Node, _ no: Node) -> Value {
    let condition = value(condition)
    switch semantics.truth(condition) {
    case .yes: return value(yes)
    case .no: return value(no)
    case .open(let open):
      guard open.unknown != nil else { return value(no) }
      let first = value(yes)
      return semantics.undecided(open, first, value(no))
    }
  }

  mutating func between(_ operand: Node, _ low: Node, _ high: Node) -> Value {
    let operand = value(operand)
    let low = value(low)
    let high = value(high)
    guard take(low, high), take(operand) else { return exhausted }
    return semantics.between(operand, low, high)
  }

  /// A part of a value, or of every element of a list.
  mutating func part(_ name: String, of base: Node) -> Value {
    let base = value(base)
    if case .list(let items) = base, !take(items.count) { return exhausted }
    return semantics.part(name, of: base)
  }

  mutating func membership(_ operand: Node, _ slot: Int, _ tests: [Node]) -> Value {
    frame[slot] = value(operand)
    var result = Value.boolean(false)
    for test in tests {
      result = semantics.or(result, value(test))
      if case .boolean(true) = result { break }
    }
    return result
  }

  mutating func includes(_ test: Node, _ operand: Node) -> Value {
    let test = value(test)
    let operand = value(operand)
    guard take(test, operand) else { return exhausted }
    return semantics.includes(test, operand)
  }

  mutating func range(
    _ lower: Node?, _ lowerClosed: Bool, _ upper: Node?, _ upperClosed: Bool
  ) -> Value {
    let low = lower.map { value($0) }
    let high = upper.map { value($0) }
    return semantics.range(low, lowerClosed, high, upperClosed)
  }

  mutating func context(_ entries: [Node.Entry]) -> Value {
    var made: [(name: String, value: Value)] = []
    made.reserveCapacity(entries.count)
    for entry in entries {
      let value = value(entry.value)
      frame[entry.slot] = value
      made.append((entry.name, value))
    }
    return .context(Context(made))
  }

  /// An entry of the context in a slot, or what the name means outside of it.
  mutating func entry(_ name: String, _ slot: Int, _ otherwise: Node?) -> Value {
    if case .context(let context) = frame[slot], let found = context[name] { return found }
    guard let otherwise else { return semantics.part(name, of: frame[slot]) }
    return value(otherwise)
  }

  /// A member of what a node says.
  ///
  /// The base is computed first: a call on `self` with it as an argument would copy the evaluator.
  mutating func member(_ member: Int, of node: Node) -> Value {
    let base = value(node)
    return self.member(member, of: base)
  }

  /// A member of one record, or of every record of a list.
  ///
  /// Mutating, as all functions that are called for every part of an expression: for others the whole
  /// evaluator would be copied.
  mutating func member(_ member: Int, of base: Value) -> Value {
    switch base {
    case .record(let record): return host.value(of: member, in: record)
    case .unknown: return base
    case .list(let items):
      var values: [Value] = []
      values.reserveCapacity(items.count)
      for item in items { values.append(self.member(member, of: item)) }
      return .list(values)
    case .perhaps(let item, let unknown):
      return self.member(member, of: item).doubted(by: unknown)
    default: return semantics.mismatch("a field", base)
    }
  }
}

extension Semantics {
  /// A range of two known ends; an unknown end makes it unknown.
  ///
  /// In the standard semantics an end may be null, and then nothing is known to lie inside; the ends
  /// must be of one type, and the first may not be the greater one.
  ///
  /// Source: DMN 1.5, 10.3.2.7.
  func range(_ low: Value?, _ lowClosed: Bool, _ high: Value?, _ highClosed: Bool) -> Value {
    if let causes = union(low?.unknown, high?.unknown) { return .unknown(causes) }
    let isHalf = low?.isNull ?? false || high?.isNull ?? false
    if isHalf, self == .strict { return failure("an end of the range has no value") }
    for end in [low, high].compactMap(\.self) where !end.isNull && !end.isPoint {
      return mismatch("a range", end)
    }
    if !isHalf, let low, let high {
      guard let order = order(low, high), self == .strict || low.type == high.type else {
        return mismatch("a range", low, high)
      }
      if self == .standard, order == .after {
        return failure("the range ends before it begins")
      }
    }
    return .range(ValueRange(low, closed: lowClosed, high, closed: highClosed))
  }
}
