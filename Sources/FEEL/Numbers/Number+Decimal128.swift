extension Number {
  /// The number rounded half even to 34 digits, as the standard semantics keeps it.
  ///
  /// Nil if the result is beyond ±9.99…·10^6144. Numbers nearer to zero than 10^-6143 keep fewer
  /// digits, and end in zero below 10^-6176. Criteria packs never come here: their numbers stay
  /// exact.
  ///
  /// Source: DMN 1.5, section 10.3.2.3.1; IEEE 754-2008, decimal128.
  public func roundedToDigits(_ digits: Int = 34) -> Number? {
    precondition(1...100 ~= digits, "\(digits) digits are out of range")
    if digits == 34, hasFewDigits { return self }
    guard let exponent = decimalExponent else { return self }
    guard exponent <= Number.greatestExponent else { return nil }
    guard exponent >= -Number.greatestPlaces - 1 else { return .zero }
    let result = rounded(toPlaces: min(digits - 1 - exponent, Number.greatestPlaces), .halfEven)
    return (result.decimalExponent ?? 0) <= Number.greatestExponent ? result : nil
  }

  private static let greatestExponent = 6144
  private static let greatestPlaces = 6176

  /// Whether 34 digits are plainly enough: at most 19 of the numerator and 15 places.
  private var hasFewDigits: Bool {
    guard case .small(_, let denominator) = form else { return false }
    return 1_000_000_000_000_000 % denominator == 0
  }

  /// The power of ten of the leading digit, or nil for zero.
  var decimalExponent: Int? {
    guard !isZero else { return nil }
    let fraction = bigFraction
    let above = fraction.numerator.magnitude
    // The value is at least 2^bits, and a bit is at least 0.30102 and at most 0.30103 digits, so
    // the first guess is not too large.
    let bits = above.bitCount - fraction.denominator.bitCount - 1
    var exponent = bits * (bits < 0 ? 30_103 : 30_102) / 100_000 - (bits < 0 ? 1 : 0)
    while fraction.reachesPowerOfTen(exponent + 1) { exponent += 1 }
    return exponent
  }
}

extension BigFraction {
  /// Whether the magnitude is at least 10^`exponent`.
  fileprivate func reachesPowerOfTen(_ exponent: Int) -> Bool {
    let scale = BigInteger.powerOfTen(abs(exponent))
    return exponent < 0
      ? numerator.magnitude * scale >= denominator : numerator.magnitude >= denominator * scale
  }
}
