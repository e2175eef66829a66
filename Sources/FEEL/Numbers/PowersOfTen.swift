/// The powers of ten that fit into a machine word.
let wordPowersOfTen: [UInt] = [
  1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
  10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
  1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000,
  10_000_000_000_000_000_000,
]

/// The powers of five that fit into a machine word with its sign.
let wordPowersOfFive: [UInt] = [
  1, 5, 25, 125, 625, 3_125, 15_625, 78_125, 390_625, 1_953_125, 9_765_625, 48_828_125, 244_140_625,
  1_220_703_125, 6_103_515_625, 30_517_578_125, 152_587_890_625, 762_939_453_125,
  3_814_697_265_625, 19_073_486_328_125, 95_367_431_640_625, 476_837_158_203_125,
  2_384_185_791_015_625, 11_920_928_955_078_125, 59_604_644_775_390_625, 298_023_223_876_953_125,
  1_490_116_119_384_765_625, 7_450_580_596_923_828_125,
]

extension UInt {
  /// The power of five that the number is, nil if it is none or needs all bits.
  ///
  /// A bit is 0.43067 factors of five, and no two powers have the same number of bits.
  @inline(__always)
  var exponentOfFive: Int? {
    let bits = UInt.bitWidth - leadingZeroBitCount
    let exponent = (bits &* 441) >> 10
    return exponent < wordPowersOfFive.count && wordPowersOfFive[exponent] == self
      ? exponent : nil
  }
}

extension UInt128 {
  /// 10^34: the first number of more than 34 digits.
  @inline(__always)
  static var tenToThe34: UInt128 {
    UInt128(542_101_086_242_752 as UInt) << 64 | UInt128(4_003_012_203_950_112_768 as UInt)
  }

  /// Ten to the power of an exponent from 0 to 38.
  @inline(__always)
  static func powerOfTen(_ exponent: Int) -> UInt128 {
    exponent < 20
      ? UInt128(wordPowersOfTen[exponent])
      : UInt128(wordPowersOfTen[19]) &* UInt128(wordPowersOfTen[exponent &- 19])
  }

  /// Five to the power of an exponent from 0 to 54.
  static func powerOfFive(_ exponent: Int) -> UInt128 {
    exponent < 28
      ? UInt128(wordPowersOfFive[exponent])
      : UInt128(wordPowersOfFive[27]) &* UInt128(wordPowersOfFive[exponent &- 27])
  }

  /// How many decimal digits the number has; one for zero.
  @inline(__always)
  var digitCount: Int {
    let bits = UInt128.bitWidth &- (self | 1).leadingZeroBitCount
    // A bit is 0.30103 digits: the guess is right or one too small.
    let guess = (bits &* 1233) >> 12
    return guess < 39 && self >= UInt128.powerOfTen(guess) ? guess &+ 1 : Swift.max(guess, 1)
  }

  /// The quotient and the remainder of a division by one word.
  @inline(__always)
  func divided(by divisor: UInt) -> (quotient: UInt128, remainder: UInt) {
    let (high, low) = (UInt(truncatingIfNeeded: self >> 64), UInt(truncatingIfNeeded: self))
    let (top, rest) = high < divisor ? (0, high) : high.quotientAndRemainder(dividingBy: divisor)
    let (bottom, remainder) = divisor.dividingFullWidth((rest, low))
    return (UInt128(top) << 64 | UInt128(bottom), remainder)
  }
}
