extension BigInteger {
  /// The quotient cut towards zero, and the remainder, which has the sign of the dividend.
  ///
  /// - Precondition: `divisor` is not zero.
  func dividedCut(by divisor: BigInteger) -> (quotient: BigInteger, remainder: BigInteger) {
    let (quotient, remainder) = BigInteger.divide(words, divisor.words)
    return (
      BigInteger(isNegative: isNegative != divisor.isNegative, words: quotient),
      BigInteger(isNegative: isNegative, words: remainder)
    )
  }

  static func / (left: BigInteger, right: BigInteger) -> BigInteger {
    right.words == [1]
      ? BigInteger(isNegative: left.isNegative != right.isNegative, words: left.words)
      : left.dividedCut(by: right).quotient
  }

  /// The greatest common divisor of the magnitudes (Euclid); the other one where one is zero.
  static func greatestCommonDivisor(_ left: BigInteger, _ right: BigInteger) -> BigInteger {
    var (large, small) =
      isLess(left.words, right.words) ? (right.words, left.words) : (left.words, right.words)
    while small.count > 2 {
      let rest = BigInteger(isNegative: false, words: divide(large, small).remainder).words
      (large, small) = (small, rest)
    }
    guard !small.isEmpty else { return BigInteger(isNegative: false, words: large) }
    let rest = divide(large, small).remainder
    return BigInteger(magnitude: commonDivisor(doubleWord(rest), doubleWord(small)))
  }

  /// A magnitude of at most two words (others may only be zeros).
  private static func doubleWord(_ words: [UInt]) -> UInt128 {
    words.prefix(2).reversed().reduce(0) { $0 << 64 | UInt128($1) }
  }

  private static func divide(
    _ dividend: [UInt], _ divisor: [UInt]
  ) -> (quotient: [UInt], remainder: [UInt]) {
    precondition(!divisor.isEmpty, "a division by zero has no quotient")
    if isLess(dividend, divisor) { return ([], dividend) }
    if divisor.count == 1 {
      var quotient = dividend
      let remainder = divideInPlace(&quotient, by: divisor[0])
      return (quotient, [remainder])
    }
    return longDivision(dividend, divisor)
  }

  /// Divides a magnitude by one word and gives the remainder.
  static func divideInPlace(_ words: inout [UInt], by divisor: UInt) -> UInt {
    var remainder: UInt = 0
    for index in words.indices.reversed() {
      (words[index], remainder) = divisor.dividingFullWidth((remainder, words[index]))
    }
    return remainder
  }

  /// Division by two words or more (Knuth, *The Art of Computer Programming* 4.3.1, algorithm D).
  private static func longDivision(
    _ dividend: [UInt], _ divisor: [UInt]
  ) -> (quotient: [UInt], remainder: [UInt]) {
    let count = divisor.count
    let shift = divisor[count - 1].leadingZeroBitCount
    let scaled = (BigInteger(isNegative: false, words: divisor) << shift).words
    var rest = (BigInteger(isNegative: false, words: dividend) << shift).words
    rest += [UInt](repeating: 0, count: dividend.count + 1 - rest.count)
    var quotient = [UInt](repeating: 0, count: rest.count - count)
    for place in quotient.indices.reversed() {
      let digit = trialDigit(rest, scaled, at: place)
      quotient[place] = subtract(&rest, scaled, times: digit, at: place) ? digit - 1 : digit
      if quotient[place] != digit { addBack(&rest, scaled, at: place) }
    }
    return (quotient, (BigInteger(isNegative: false, words: rest) >> shift).words)
  }

  /// A guess at one word of the quotient from the leading words: right, or one too large.
  private static func trialDigit(_ rest: [UInt], _ divisor: [UInt], at place: Int) -> UInt {
    let count = divisor.count
    let top = divisor[count - 1]
    var digit = UInt.max
    var remainder: UInt
    var exceeds = false
    if rest[place + count] >= top {
      (remainder, exceeds) = rest[place + count - 1].addingReportingOverflow(top)
    } else {
      (digit, remainder) = top.dividingFullWidth((rest[place + count], rest[place + count - 1]))
    }
    while !exceeds {
      let (high, low) = digit.multipliedFullWidth(by: divisor[count - 2])
      guard high > remainder || (high == remainder && low > rest[place + count - 2]) else { break }
      digit -= 1
      (remainder, exceeds) = remainder.addingReportingOverflow(top)
    }
    return digit
  }

  /// Subtracts a multiple of the divisor at a place; true if the result fell below zero.
  private static func subtract(
    _ rest: inout [UInt], _ divisor: [UInt], times digit: UInt, at place: Int
  ) -> Bool {
    var carry: UInt = 0
    for (index, word) in divisor.enumerated() {
      let (high, low) = digit.multipliedFullWidth(by: word)
      let (amount, overflow) = low.addingReportingOverflow(carry)
      let (value, borrow) = rest[place + index].subtractingReportingOverflow(amount)
      rest[place + index] = value
      carry = high &+ (overflow ? 1 : 0) &+ (borrow ? 1 : 0)
    }
    let (value, borrow) = rest[place + divisor.count].subtractingReportingOverflow(carry)
    rest[place + divisor.count] = value
    return borrow
  }

  private static func addBack(_ rest: inout [UInt], _ divisor: [UInt], at place: Int) {
    var carry = false
    for (index, word) in divisor.enumerated() {
      let (first, overflow) = rest[place + index].addingReportingOverflow(word)
      let (second, again) = first.addingReportingOverflow(carry ? 1 : 0)
      rest[place + index] = second
      carry = overflow || again
    }
    rest[place + divisor.count] &+= carry ? 1 : 0
  }
}

/// The greatest common divisor of two machine words; the other one where one is zero.
///
/// One division brings the words to the same size, halving does the rest (Stein, 1967).
@inline(__always)
func commonDivisor<Word: FixedWidthInteger & UnsignedInteger>(_ left: Word, _ right: Word) -> Word {
  guard right != 0 else { return left }
  var (a, b) = (right, left % right)
  guard b != 0 else { return a }
  let shift = (a | b).trailingZeroBitCount
  a >>= Word(truncatingIfNeeded: a.trailingZeroBitCount)
  repeat {
    b >>= Word(truncatingIfNeeded: b.trailingZeroBitCount)
    if a > b { swap(&a, &b) }
    b &-= a
  } while b != 0
  return a << Word(truncatingIfNeeded: shift)
}
