extension MachineDecimal {
  @inline(__always)
  init(_ number: Number) {
    switch number.form {
    case .small(let numerator, let denominator): self.init(numerator, over: denominator)
    case .big(let fraction): self.init(fraction)
    }
  }

  /// The decimal that a fraction is; open if its digits never end or are too many.
  @inline(__always)
  init(_ numerator: Int, over denominator: Int) {
    if denominator == 1 {
      self.init(Int128(numerator), 0 as Int)
      return
    }
    let twos = denominator.trailingZeroBitCount
    guard let fives = (denominator.magnitude >> twos).exponentOfFive else {
      self = .open
      return
    }
    // 19 digits by 15 make no more than 34.
    let factor = wordPowersOfFive[min(max(twos &- fives, 0), 22)] &<< max(fives &- twos, 0)
    guard factor < 1_000_000_000_000_000 else {
      self = .open
      return
    }
    self.init(Int128(numerator).narrowProduct(with: factor), 0 &- max(twos, fives))
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
    guard 0...38 ~= places, significand != 0 else {
      let digits = BigInteger(significand)
      let scale = BigInteger.powerOfTen(abs(exponent))
      return places < 0 ? Number(digits * scale) : Number(digits, over: scale)
    }
    let twos = min(significand.trailingZeroBitCount, places)
    let (rest, fives) = MachineDecimal.withoutFives(significand.magnitude >> twos, places)
    return Number(
      negative: significand < 0, rest, UInt128.powerOfFive(places - fives) << (places - twos))
  }

  /// The number divided by five as often as it can be, at most `limit` times.
  private static func withoutFives(_ value: UInt128, _ limit: Int) -> (UInt128, fives: Int) {
    var (rest, fives) = (value, 0)
    while fives < limit {
      guard rest > UInt128(UInt.max) else {
        var word = UInt(truncatingIfNeeded: rest)
        while fives < limit, word % 5 == 0 { (word, fives) = (word / 5, fives + 1) }
        return (UInt128(word), fives)
      }
      let (fifth, last) = rest.divided(by: 5)
      guard last == 0 else { break }
      (rest, fives) = (fifth, fives + 1)
    }
    return (rest, fives)
  }

  /// What an operator gives in the standard semantics; nil if these words do not say it.
  static func result(_ kind: ArithmeticOperator, _ left: Number, _ right: Number) -> Number? {
    let (first, second) = (MachineDecimal(left), MachineDecimal(right))
    let result: MachineDecimal
    switch kind {
    case .add: result = first + second
    case .subtract: result = first - second
    case .multiply: result = first * second
    case .divide: result = first / second
    case .power: return nil
    }
    return result.isOpen ? nil : result.number
  }
}
