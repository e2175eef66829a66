extension MachineDecimal {
  /// The quotient to 34 digits; open for a divisor of more than one word.
  @inline(__always)
  static func / (left: MachineDecimal, right: MachineDecimal) -> MachineDecimal {
    guard !left.isOpen, !right.isOpen, right.significand != 0 else { return .open }
    let exponent = left.exponent &- right.exponent
    guard exponents.contains(exponent),
      let divisor = UInt(exactly: right.significand.magnitude)
    else { return .open }
    if left.significand == 0 { return left }
    return quotient(
      left.significand.magnitude, divisor, right.reciprocal, exponent,
      negative: (left.significand < 0) != (right.significand < 0))
  }

  /// Long division in two steps: as many digits as fit, then the rest of 34 or 35 from the remainder.
  ///
  /// With the divisor's digits, 34 more than the dividend's make a quotient of 34 or 35 digits.
  @inline(__always)
  private static func quotient(
    _ dividend: UInt128, _ divisor: UInt, _ reciprocal: UInt, _ exponent: Int, negative: Bool
  ) -> MachineDecimal {
    let digits = dividend.digitCount
    let wanted = 34 &- digits &+ UInt128(divisor).digitCount
    let first = min(wanted, 38 &- digits)
    let scaled = dividend &* UInt128.powerOfTen(first)
    var (quotient, rest) =
      reciprocal == 0 ? scaled.divided(by: divisor) : scaled.divided(by: divisor, reciprocal)
    if first < wanted {
      let second = wanted &- first
      let (more, last) = (UInt128(rest) &* UInt128(wordPowersOfTen[second])).divided(by: divisor)
      quotient = quotient &* UInt128(wordPowersOfTen[second]) &+ more
      rest = last
    }
    return rounded(quotient, rest, divisor, exponent &- wanted, negative)
  }

  /// Rounds a quotient of 34 or 35 digits half even, with what is left of the dividend.
  @inline(__always)
  private static func rounded(
    _ quotient: UInt128, _ rest: UInt, _ divisor: UInt, _ exponent: Int, _ negative: Bool
  ) -> MachineDecimal {
    if quotient < UInt128.tenToThe34 {
      let below = divisor &- rest
      let grows = rest > below || rest == below && quotient & 1 == 1
      return kept(quotient, grows: grows, negative, exponent)
    }
    let (shorter, digit) = quotient.divided(by: 10, UInt.reciprocalOfTen)
    let grows = digit > 5 || digit == 5 && (rest != 0 || shorter & 1 == 1)
    return kept(shorter, grows: grows, negative, exponent &+ 1)
  }
}
