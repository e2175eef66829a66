extension BigInteger {
  static prefix func - (value: BigInteger) -> BigInteger {
    BigInteger(isNegative: !value.isNegative, words: value.words)
  }

  static func + (left: BigInteger, right: BigInteger) -> BigInteger {
    if left.isNegative == right.isNegative {
      return BigInteger(isNegative: left.isNegative, words: sum(left.words, right.words))
    }
    return isLess(left.words, right.words)
      ? BigInteger(isNegative: right.isNegative, words: difference(right.words, left.words))
      : BigInteger(isNegative: left.isNegative, words: difference(left.words, right.words))
  }

  static func - (left: BigInteger, right: BigInteger) -> BigInteger {
    left + -right
  }

  static func * (left: BigInteger, right: BigInteger) -> BigInteger {
    BigInteger(
      isNegative: left.isNegative != right.isNegative,
      words: product(left.words[...], right.words[...]))
  }

  /// The number times two to the power of `count`.
  static func << (value: BigInteger, count: Int) -> BigInteger {
    guard !value.isZero, count > 0 else { return value }
    let bits = count % 64
    var words = [UInt](repeating: 0, count: count / 64)
    words.reserveCapacity(words.count + value.words.count + 1)
    var carry: UInt = 0
    for word in value.words {
      words.append(word << bits | carry)
      carry = bits == 0 ? 0 : word >> (64 - bits)
    }
    words.append(carry)
    return BigInteger(isNegative: value.isNegative, words: words)
  }

  /// The magnitude divided by two to the power of `count`, cut towards zero, with the sign.
  static func >> (value: BigInteger, count: Int) -> BigInteger {
    let skipped = count / 64
    let bits = count % 64
    guard count > 0 else { return value }
    guard skipped < value.words.count else { return zero }
    var words = Array(value.words[skipped...])
    if bits > 0 {
      for index in words.indices {
        let above = index + 1 < words.count ? words[index + 1] << (64 - bits) : 0
        words[index] = words[index] >> bits | above
      }
    }
    return BigInteger(isNegative: value.isNegative, words: words)
  }

  /// The number to a power that is not negative, by repeated squaring.
  func raised(to exponent: Int) -> BigInteger {
    var result = BigInteger.one
    var base = self
    var rest = exponent
    while rest > 0 {
      if rest & 1 == 1 { result = result * base }
      rest >>= 1
      if rest > 0 { base = base * base }
    }
    return result
  }
}

// MARK: - Magnitudes

extension BigInteger {
  private static func sum(_ left: [UInt], _ right: [UInt]) -> [UInt] {
    var (long, short) = left.count >= right.count ? (left, right[...]) : (right, left[...])
    long.append(0)
    add(&long, short, at: 0)
    return long
  }

  /// Adds `addend` to `words` from the word `offset` on; the sum must fit.
  private static func add(_ words: inout [UInt], _ addend: ArraySlice<UInt>, at offset: Int) {
    var index = offset
    var carry = false
    for word in addend {
      let (first, overflow) = words[index].addingReportingOverflow(word)
      let (second, again) = first.addingReportingOverflow(carry ? 1 : 0)
      words[index] = second
      carry = overflow || again
      index += 1
    }
    while carry {
      (words[index], carry) = words[index].addingReportingOverflow(1)
      index += 1
    }
  }

  /// The difference of two magnitudes, the first of which is not less.
  private static func difference(_ left: [UInt], _ right: [UInt]) -> [UInt] {
    var words = left
    subtract(&words, right[...])
    return words
  }

  private static func subtract(_ words: inout [UInt], _ subtrahend: ArraySlice<UInt>) {
    var index = 0
    var borrow = false
    for word in subtrahend {
      let (first, overflow) = words[index].subtractingReportingOverflow(word)
      let (second, again) = first.subtractingReportingOverflow(borrow ? 1 : 0)
      words[index] = second
      borrow = overflow || again
      index += 1
    }
    while borrow {
      (words[index], borrow) = words[index].subtractingReportingOverflow(1)
      index += 1
    }
  }

  /// Products below this many words are faster by the school method.
  private static let karatsubaWords = 40

  private static func product(_ left: ArraySlice<UInt>, _ right: ArraySlice<UInt>) -> [UInt] {
    min(left.count, right.count) < karatsubaWords
      ? schoolProduct(left, right) : karatsubaProduct(left, right)
  }

  private static func schoolProduct(_ left: ArraySlice<UInt>, _ right: ArraySlice<UInt>) -> [UInt] {
    var words = [UInt](repeating: 0, count: left.count + right.count)
    for (row, factor) in left.enumerated() where factor != 0 {
      var carry: UInt = 0
      var index = row
      for word in right {
        let (high, low) = factor.multipliedFullWidth(by: word)
        let (first, overflow) = low.addingReportingOverflow(words[index])
        let (second, again) = first.addingReportingOverflow(carry)
        words[index] = second
        carry = high &+ (overflow ? 1 : 0) &+ (again ? 1 : 0)
        index += 1
      }
      words[index] = carry
    }
    return words
  }

  /// Three products of half the size instead of four (Karatsuba and Ofman, 1962).
  private static func karatsubaProduct(
    _ left: ArraySlice<UInt>, _ right: ArraySlice<UInt>
  ) -> [UInt] {
    let half = (max(left.count, right.count) + 1) / 2
    let (lowLeft, highLeft) = (left.prefix(half), left.dropFirst(half))
    let (lowRight, highRight) = (right.prefix(half), right.dropFirst(half))
    let low = product(lowLeft, lowRight)
    let high = product(highLeft, highRight)
    var middle = product(
      sum(Array(lowLeft), Array(highLeft))[...], sum(Array(lowRight), Array(highRight))[...])
    subtract(&middle, low[...])
    subtract(&middle, high[...])
    var words = [UInt](repeating: 0, count: left.count + right.count)
    add(&words, low[...], at: 0)
    add(&words, BigInteger(isNegative: false, words: middle).words[...], at: half)
    add(&words, BigInteger(isNegative: false, words: high).words[...], at: 2 * half)
    return words
  }
}
