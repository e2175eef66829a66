extension MachineDecimal {
  @inline(__always)
  init(_ number: Number) {
    switch number.form {
    case .small(let numerator, 1): self.init(Int128(numerator), 0 as Int)
    case .small(let numerator, let denominator): self.init(numerator, over: denominator)
    case .big(let fraction): self.init(fraction)
    }
  }

  /// The decimal that a fraction is; open if its digits never end or are too many.
  @inline(__always)
  private init(_ numerator: Int, over denominator: Int) {
    let twos = denominator.trailingZeroBitCount
    guard let fives = (denominator.magnitude >> twos).exponentOfFive else {
      self = .open
      return
    }
    // 19 digits by 15 make no more than 34.
    let factor: UInt =
      twos < fives ? 1 << UInt(fives &- twos) : wordPowersOfFive[min(twos &- fives, 22)]
    guard factor < 1_000_000_000_000_000 else {
      self = .open
      return
    }
    self.init(Int128(numerator) &* Int128(truncatingIfNeeded: factor), 0 &- max(twos, fives))
  }

  private init(_ fraction: BigFraction) {
    guard let above = fraction.numerator.asInt128, let below = fraction.denominator.asInt128 else {
      self = .open
      return
    }
    let twos = below.trailingZeroBitCount
    let rest = UInt128(below) >> UInt128(twos)
    let fives = ((UInt128.bitWidth - rest.leadingZeroBitCount) * 441) >> 10
    guard fives < 55, UInt128.powerOfFive(fives) == rest, twos - fives < 55, fives - twos < 127
    else {
      self = .open
      return
    }
    let factor: UInt128 =
      twos < fives ? 1 << UInt128(fives - twos) : UInt128.powerOfFive(twos - fives)
    let (digits, overflow) = above.magnitude.multipliedReportingOverflow(by: factor)
    guard !overflow, digits < UInt128.tenToThe34 else {
      self = .open
      return
    }
    let size = Int128(truncatingIfNeeded: digits)
    self.init(above < 0 ? -size : size, -max(twos, fives))
  }

  var number: Number {
    let places = 0 - exponent
    guard 0...38 ~= places else {
      let digits = BigInteger(coefficient)
      let scale = BigInteger.powerOfTen(abs(exponent))
      return places < 0 ? Number(digits * scale) : Number(digits, over: scale)
    }
    guard coefficient != 0 else { return .zero }
    let twos = min(coefficient.trailingZeroBitCount, places)
    var rest: UInt128 = coefficient.magnitude >> UInt128(twos)
    var fives = 0
    while fives < places {
      let (fifth, last) = rest.divided(by: 5)
      guard last == 0 else { break }
      (rest, fives) = (fifth, fives + 1)
    }
    return Number(
      negative: coefficient < 0, rest,
      UInt128.powerOfFive(places - fives) << UInt128(places - twos))
  }
}
