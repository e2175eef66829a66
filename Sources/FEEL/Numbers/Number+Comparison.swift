extension Number: Comparable {
  /// Whether the left number is less than the right one, exactly.
  public static func < (left: Number, right: Number) -> Bool {
    guard case .small(let n, let d) = left.form, case .small(let m, let e) = right.form else {
      if let order = MachineFraction.order(MachineFraction(left), MachineFraction(right)) {
        return order == .before
      }
      let (a, b) = (left.bigFraction, right.bigFraction)
      if a.denominator == b.denominator { return a.numerator < b.numerator }
      return a.numerator * b.denominator < b.numerator * a.denominator
    }
    if d == e { return n < m }
    return Int128(n) &* Int128(e) < Int128(m) &* Int128(d)
  }

  /// Whether the number is less than zero.
  public var isNegative: Bool {
    switch form {
    case .small(let numerator, _): numerator < 0
    case .big(let fraction): fraction.numerator.isNegative
    }
  }

  /// Whether the number is zero.
  public var isZero: Bool { form == .small(0, 1) }

  /// Whether the number is whole.
  public var isInteger: Bool {
    switch form {
    case .small(_, let denominator): denominator == 1
    case .big(let fraction): fraction.denominator == .one
    }
  }

  /// The number as an `Int`, or nil if it is not whole or too large.
  public var asInt: Int? {
    switch form {
    case .small(let numerator, 1): numerator
    case .small: nil
    case .big(let fraction): fraction.denominator == .one ? fraction.numerator.asInt : nil
    }
  }
}
