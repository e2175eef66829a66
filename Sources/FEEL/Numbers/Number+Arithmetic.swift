extension Number {
  /// The exact sum.
  public static func + (left: Number, right: Number) -> Number {
    guard case .small(let n, let d) = left.form, case .small(let m, let e) = right.form else {
      return sumOfBig(left.bigFraction, right.bigFraction)
    }
    if d == 1, e == 1 {
      let (sum, overflow) = n.addingReportingOverflow(m)
      if !overflow, sum != .min { return Number(small: sum, 1) }
    }
    return sum(n, d, m, e)
  }

  /// The exact difference.
  public static func - (left: Number, right: Number) -> Number { left + -right }

  /// The exact product.
  public static func * (left: Number, right: Number) -> Number {
    guard case .small(let n, let d) = left.form, case .small(let m, let e) = right.form else {
      return productOfBig(left.bigFraction, right.bigFraction)
    }
    if d == 1, e == 1 {
      let (product, overflow) = n.multipliedReportingOverflow(by: m)
      if !overflow, product != .min { return Number(small: product, 1) }
    }
    return product(n < 0, n.magnitude, d.magnitude, m < 0, m.magnitude, e.magnitude)
  }

  /// The number with the other sign.
  public static prefix func - (value: Number) -> Number {
    switch value.form {
    case .small(let numerator, let denominator): Number(small: -numerator, denominator)
    case .big(let fraction): Number(-fraction.numerator, reducedOver: fraction.denominator)
    }
  }

  /// Adds a number in place.
  public static func += (left: inout Number, right: Number) { left = left + right }

  /// Subtracts a number in place.
  public static func -= (left: inout Number, right: Number) { left = left - right }

  /// Multiplies in place.
  public static func *= (left: inout Number, right: Number) { left = left * right }

  /// The exact quotient, or nil if `divisor` is zero.
  public func divided(by divisor: Number) -> Number? {
    switch (form, divisor.form) {
    case (_, .small(0, _)): nil
    case (.small(let n, let d), .small(let m, let e)):
      Number.product(n < 0, n.magnitude, d.magnitude, m < 0, e.magnitude, m.magnitude)
    default: Number.quotientOfBig(bigFraction, divisor.bigFraction)
    }
  }

  /// The number without its sign.
  public var magnitude: Number { isNegative ? -self : self }

  /// Creates a fraction of big integers known to be in lowest terms.
  private init(_ numerator: BigInteger, reducedOver denominator: BigInteger) {
    if let small = numerator.asInt, small != .min, let below = denominator.asInt {
      form = .small(small, below)
    } else {
      form = .big(BigFraction(numerator: numerator, denominator: denominator))
    }
  }

  /// The sum of two small fractions; only the common part of the denominators can still cancel
  /// (Knuth, *The Art of Computer Programming* 4.5.1).
  private static func sum(_ n: Int, _ d: Int, _ m: Int, _ e: Int) -> Number {
    let common = d == e ? d.magnitude : commonDivisor(d.magnitude, e.magnitude)
    let (left, right) = (d.magnitude / common, e.magnitude / common)
    let total =
      Int128(n) &* Int128(truncatingIfNeeded: right) &+ Int128(m)
      &* Int128(truncatingIfNeeded: left)
    let size = total.magnitude
    guard size != 0 else { return .zero }
    let rest =
      size <= UInt128(UInt.max)
      ? UInt(truncatingIfNeeded: size) % common
      : UInt(truncatingIfNeeded: size % UInt128(common))
    let factor = common == 1 ? 1 : commonDivisor(common, rest)
    let numerator =
      factor == 1
      ? size
      : size <= UInt128(UInt.max)
        ? UInt128(UInt(truncatingIfNeeded: size) / factor) : size / UInt128(factor)
    return Number(
      negative: total < 0, numerator, UInt128(left) &* UInt128(e.magnitude / factor))
  }

  /// The product of two small fractions; cancelling crosswise first leaves lowest terms.
  private static func product(
    _ negative: Bool, _ n: UInt, _ d: UInt, _ other: Bool, _ m: UInt, _ e: UInt
  ) -> Number {
    let first = e == 1 ? 1 : commonDivisor(n, e)
    let second = d == 1 ? 1 : commonDivisor(m, d)
    return Number(
      negative: negative != other,
      UInt128(n / first) &* UInt128(m / second), UInt128(d / second) &* UInt128(e / first))
  }

  /// As for small fractions; with one small denominator the time is linear.
  private static func sumOfBig(_ a: BigFraction, _ b: BigFraction) -> Number {
    let common = BigInteger.greatestCommonDivisor(a.denominator, b.denominator)
    let (left, right) = (a.denominator / common, b.denominator / common)
    let total = a.numerator * right + b.numerator * left
    guard !total.isZero else { return .zero }
    let factor = BigInteger.greatestCommonDivisor(total, common)
    return Number(total / factor, reducedOver: left * (b.denominator / factor))
  }

  private static func productOfBig(_ a: BigFraction, _ b: BigFraction) -> Number {
    let first = BigInteger.greatestCommonDivisor(a.numerator, b.denominator)
    let second = BigInteger.greatestCommonDivisor(b.numerator, a.denominator)
    return Number(
      (a.numerator / first) * (b.numerator / second),
      reducedOver: (a.denominator / second) * (b.denominator / first))
  }

  private static func quotientOfBig(_ a: BigFraction, _ b: BigFraction) -> Number {
    let sign = BigInteger(b.numerator.isNegative ? -1 : 1)
    return productOfBig(
      a,
      BigFraction(numerator: b.denominator * sign, denominator: b.numerator.magnitude))
  }
}
