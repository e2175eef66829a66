extension BigInteger {
  /// Ten to the power of `exponent`, which must not be negative.
  static func powerOfTen(_ exponent: Int) -> BigInteger {
    exponent < wordPowersOfTen.count
      ? BigInteger(isNegative: false, words: [wordPowersOfTen[exponent]])
      : BigInteger(5).raised(to: exponent) << exponent
  }

  /// Creates a number from decimal digits, which must all be digits.
  ///
  /// - Complexity: quadratic in the number of digits.
  init(digits: some Sequence<UInt8>) {
    var words: [UInt] = []
    var chunk: UInt = 0
    var length = 0
    for digit in digits {
      chunk = chunk * 10 + UInt(digit - UInt8(ascii: "0"))
      length += 1
      if length == 19 {
        BigInteger.scale(&words, by: wordPowersOfTen[19], adding: chunk)
        (chunk, length) = (0, 0)
      }
    }
    BigInteger.scale(&words, by: wordPowersOfTen[length], adding: chunk)
    self.init(isNegative: false, words: words)
  }

  private static func scale(_ words: inout [UInt], by factor: UInt, adding addend: UInt) {
    var carry = addend
    for index in words.indices {
      let (high, low) = factor.multipliedFullWidth(by: words[index])
      let (value, overflow) = low.addingReportingOverflow(carry)
      words[index] = value
      carry = high &+ (overflow ? 1 : 0)
    }
    if carry != 0 { words.append(carry) }
  }

  /// The digits of the magnitude, without a sign; `0` for zero.
  ///
  /// - Complexity: quadratic in the number of digits.
  var digitText: String {
    guard !isZero else { return "0" }
    var rest = words
    var chunks: [UInt] = []
    while !rest.isEmpty {
      chunks.append(BigInteger.divideInPlace(&rest, by: wordPowersOfTen[19]))
      while rest.last == 0 { rest.removeLast() }
    }
    var text = String(chunks.removeLast())
    for chunk in chunks.reversed() {
      let digits = String(chunk)
      text += String(repeating: "0", count: 19 - digits.utf8.count) + digits
    }
    return text
  }

  /// The digits with a minus sign where needed.
  var decimalText: String { (isNegative ? "-" : "") + digitText }
}
