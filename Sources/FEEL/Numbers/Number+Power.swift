extension Number {
  /// The exact power, by repeated squaring.
  ///
  /// Zero to the power of zero is one. Nil for a negative power of zero, and for a result that would
  /// need more than about a million bits.
  public func raised(toPower exponent: Int) -> Number? {
    guard exponent >= 0 || !isZero else { return nil }
    let fraction = bigFraction
    let above = fraction.numerator.raised(toBounded: exponent.magnitude)
    let below = fraction.denominator.raised(toBounded: exponent.magnitude)
    guard let above, let below else { return nil }
    return exponent < 0 ? Number(below, over: above) : Number(above, over: below)
  }
}

extension BigInteger {
  private static let greatestBitCount = 1_000_000

  /// The power, or nil if it would be too large to be meant.
  fileprivate func raised(toBounded exponent: UInt) -> BigInteger? {
    if words == [1] { return isNegative && exponent & 1 == 1 ? self : .one }
    if isZero { return exponent == 0 ? .one : self }
    guard exponent <= UInt(BigInteger.greatestBitCount / bitCount) else { return nil }
    return raised(to: Int(exponent))
  }
}
