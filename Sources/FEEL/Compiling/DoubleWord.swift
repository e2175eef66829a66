extension Int128 {
  /// Whether the number fits into a single word, so that products of two such need no check.
  @inline(__always)
  var isNarrow: Bool { Int128(Int(truncatingIfNeeded: self)) == self }

  /// The product of two numbers that fit into single words.
  @inline(__always)
  func narrowProduct(with other: Int128) -> Int128 {
    Int128(Int(truncatingIfNeeded: self)) &* Int128(Int(truncatingIfNeeded: other))
  }

  /// The product of a number that fits into a single word and of one that does without its sign.
  @inline(__always)
  func narrowProduct(with other: UInt) -> Int128 {
    Int128(Int(truncatingIfNeeded: self)) &* Int128(Int(bitPattern: other))
  }
}

extension UInt {
  /// The number that lets a division by this one be done by multiplying; this one is not zero.
  ///
  /// Source: Möller and Granlund, "Improved division by invariant integers", 2011.
  var reciprocal: UInt {
    let divisor = self << leadingZeroBitCount
    return divisor.dividingFullWidth((~divisor, .max)).quotient
  }

  /// The reciprocal of ten.
  @inline(__always)
  static var reciprocalOfTen: UInt { 0x9999_9999_9999_9999 }
}

extension UInt128 {
  /// The quotient and the remainder of a division by one word, whose reciprocal is known.
  @inline(__always)
  func divided(by divisor: UInt, _ reciprocal: UInt) -> (quotient: UInt128, remainder: UInt) {
    let shift = divisor.leadingZeroBitCount
    let normal = divisor &<< shift
    let (high, low) = (UInt(truncatingIfNeeded: self >> 64), UInt(truncatingIfNeeded: self))
    let over = shift == 0 ? 0 : high &>> (64 &- shift)
    let shifted = self &<< UInt128(truncatingIfNeeded: shift)
    let (top, rest) = UInt128.digit(
      over, UInt(truncatingIfNeeded: shifted >> 64), normal, reciprocal)
    let (bottom, remainder) = UInt128.digit(rest, low &<< shift, normal, reciprocal)
    return (UInt128(top) << 64 | UInt128(bottom), remainder &>> shift)
  }

  /// One word of a quotient: algorithm 4 of the source.
  @inline(__always)
  private static func digit(
    _ high: UInt, _ low: UInt, _ divisor: UInt, _ reciprocal: UInt
  ) -> (quotient: UInt, remainder: UInt) {
    let guess =
      UInt128(reciprocal) &* UInt128(high) &+ (UInt128(high) << 64 | UInt128(low))
    var quotient = UInt(truncatingIfNeeded: guess >> 64) &+ 1
    var remainder = low &- quotient &* divisor
    if remainder > UInt(truncatingIfNeeded: guess) {
      quotient &-= 1
      remainder &+= divisor
    }
    if remainder >= divisor {
      quotient &+= 1
      remainder &-= divisor
    }
    return (quotient, remainder)
  }
}

extension BigInteger {
  /// The number in a double word, unless it needs more; also not the least one.
  var asInt128: Int128? {
    guard words.count <= 2 else { return nil }
    let high = words.count == 2 ? UInt128(words[1]) << 64 : 0
    let size = high | UInt128(words.first ?? 0)
    guard let positive = Int128(exactly: size) else { return nil }
    return isNegative ? -positive : positive
  }
}
