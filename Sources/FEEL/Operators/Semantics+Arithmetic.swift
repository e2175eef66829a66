extension Semantics {
  /// The meaning of `+ - * / **`.
  ///
  /// An unknown operand makes the result unknown, also in `0 * unknown`. In the standard semantics
  /// the result is rounded to 34 digits half even, in the strict one it is exact.
  ///
  /// Source: DMN 1.5, 10.3.2.14 and tables 56 to 60.
  public func arithmetic(_ kind: ArithmeticOperator, _ left: Value, _ right: Value) -> Value {
    if let unknown = union(left.unknown, right.unknown) { return .unknown(unknown) }
    switch (left, right) {
    case (.number(let a), .number(let b)): return arithmetic(kind, a, b)
    case (.string(let a), .string(let b)) where kind == .add:
      guard a.utf8.count + b.utf8.count <= Limits.text else { return Limits.tooLong(self) }
      return .string(a + b)
    default:
      return temporalArithmetic(kind, left, right)
        ?? mismatch(Semantics.words(kind), left, right)
    }
  }

  /// The meaning of the arithmetic operators for two known numbers.
  public func arithmetic(_ kind: ArithmeticOperator, _ left: Number, _ right: Number) -> Value {
    if self == .standard, let number = MachineDecimal.result(kind, left, right) {
      return .number(number)
    }
    return switch kind {
    case .add: number(left + right)
    case .subtract: number(left - right)
    case .multiply: number(left * right)
    case .divide:
      left.divided(by: right).map(number) ?? failure("division by zero")
    case .power: power(left, right)
    }
  }

  /// The number with the other sign; also of a duration.
  public func negate(_ value: Value) -> Value {
    switch value {
    case .unknown: value
    case .number(let number): .number(-number)
    default: temporalNegation(value) ?? mismatch("a minus sign", value)
    }
  }

  /// The result of a computation with numbers, rounded where the semantics rounds.
  func number(_ exact: Number) -> Value {
    let result = self == .standard ? exact.roundedToDigits() : exact
    guard let result, result.isWithinLimits else { return failure("the number is too large") }
    return .number(result)
  }

  private static func words(_ kind: ArithmeticOperator) -> Wording {
    switch kind {
    case .add: "addition"
    case .subtract: "subtraction"
    case .multiply: "multiplication"
    case .divide: "division"
    case .power: "a power"
    }
  }

  private func power(_ base: Number, _ exponent: Number) -> Value {
    if base.isZero, exponent.isNegative { return failure("division by zero") }
    if exponent.isInteger {
      let power = exponent.asInt.flatMap { base.raised(toPower: $0) }
      return power.map(number) ?? failure("the number is too large")
    }
    guard self == .standard else { return failure("a power needs a whole exponent") }
    return base.raised(to: exponent).map(number) ?? failure("the power is not a number")
  }
}

/// Bounds that keep hostile expressions from exhausting memory; far above any honest use.
enum Limits {
  /// The longest text that an expression may make, in bytes.
  static let text = 1 << 20
  /// The longest list that an expression may make.
  static let list = 1 << 20
  /// The most bits in a numerator or a denominator.
  static let bits = 1 << 16
  /// The most steps of one evaluation: rounds, calls, and what they go through.
  ///
  /// Packs are reviewed and go through the records of a whole country; other texts may be anybody's.
  static func steps(_ semantics: Semantics) -> Int {
    switch semantics {
    case .standard: 1 << 23
    case .strict: 1 << 26
    }
  }
  /// The most iterations of one loop.
  static let iterations = 1 << 22

  static func tooLong(_ semantics: Semantics) -> Value {
    semantics.failure("the result would be too long")
  }
}

extension Number {
  /// Whether the number is small enough to go on computing with it.
  var isWithinLimits: Bool {
    switch form {
    case .small: true
    case .big(let fraction):
      fraction.numerator.bitCount <= Limits.bits && fraction.denominator.bitCount <= Limits.bits
    }
  }
}
