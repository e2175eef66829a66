extension Number {
  /// The number rounded to a number of decimal places; the only place where a number loses digits.
  ///
  /// Negative places round to tens, hundreds and so on. Floor, ceiling, display and the 34 digits
  /// of the standard semantics all come here.
  ///
  /// - Precondition: `places` lies between -100,000 and 100,000.
  public func rounded(toPlaces places: Int, _ rule: RoundingRule) -> Number {
    precondition(places.magnitude <= 100_000, "\(places) places are out of range")
    guard case .small(let numerator, let denominator) = form, 0 <= places, places <= 18 else {
      return roundedBig(places, rule)
    }
    if denominator == 1 { return self }
    let scale = UInt128(wordPowersOfTen[places])
    let size = UInt128(numerator.magnitude) &* scale
    let (quotient, rest) = size.quotientAndRemainder(dividingBy: UInt128(denominator.magnitude))
    let grows = rule.grows(
      RoundingRule.Remainder(
        twice: rest &* 2, divisor: UInt128(denominator.magnitude), zero: 0),
      negative: numerator < 0, odd: quotient & 1 == 1)
    return Number(negative: numerator < 0, decimal: quotient + (grows ? 1 : 0), places: places)
  }

  /// The greatest whole number that is not greater.
  public var floor: Number { rounded(toPlaces: 0, .floor) }

  /// The least whole number that is not less.
  public var ceiling: Number { rounded(toPlaces: 0, .ceiling) }

  private func roundedBig(_ places: Int, _ rule: RoundingRule) -> Number {
    let fraction = bigFraction
    let scale = BigInteger.powerOfTen(abs(places))
    let above = places > 0 ? fraction.numerator * scale : fraction.numerator
    let below = places < 0 ? fraction.denominator * scale : fraction.denominator
    let (quotient, rest) = above.magnitude.dividedCut(by: below)
    let grows = rule.grows(
      RoundingRule.Remainder(twice: rest << 1, divisor: below, zero: .zero),
      negative: above.isNegative, odd: quotient.isOdd)
    let digits = grows ? quotient + .one : quotient
    let signed = above.isNegative ? -digits : digits
    return places < 0 ? Number(signed * scale) : Number(signed, over: scale)
  }

  /// Creates `digits` / 10^`places`, with at most 18 places.
  init(negative: Bool, decimal digits: UInt128, places: Int) {
    guard let small = UInt(exactly: digits), small <= UInt(Int.max) else {
      self.init(
        BigInteger(isNegative: negative, magnitude: digits), over: BigInteger.powerOfTen(places))
      return
    }
    self.init(negative: negative, decimal: small, places: places)
  }
}
