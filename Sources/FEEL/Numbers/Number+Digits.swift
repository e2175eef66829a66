extension Number {
  /// Hands over the digits with a point before the last `places`, as ``decimalText`` has them, in
  /// ASCII.
  ///
  /// No text is made on the way where the digits fit into a machine word.
  ///
  /// - Precondition: `places` are enough for the number, as ``decimalPlaces`` are.
  package func withDigits(places: Int, _ body: (Span<UInt8>) -> Void) {
    if let size = scaledWord(places: places) {
      var digits = ShortDigits()
      digits.put(size, places: places)
      if isNegative { digits.put(UInt8(ascii: "-")) }
      digits.withSpan(body)
    } else {
      let digits = (isNegative ? "-" : "") + scaledBigDigits(places: places)
      body(digits.utf8.span)
    }
  }

  /// Hands over the number as ``description`` has it, in ASCII.
  package func withDescription(_ body: (Span<UInt8>) -> Void) {
    if let places = decimalPlaces {
      withDigits(places: places, body)
    } else {
      withFraction(body)
    }
  }

  /// Hands over the numerator and the denominator in lowest terms with a stroke between, in ASCII.
  package func withFraction(_ body: (Span<UInt8>) -> Void) {
    guard case .small(let numerator, let denominator) = form else {
      return body("\(numeratorText)/\(denominatorText)".utf8.span)
    }
    var digits = ShortDigits()
    digits.put(denominator.magnitude)
    digits.put(UInt8(ascii: "/"))
    digits.put(numerator.magnitude)
    if numerator < 0 { digits.put(UInt8(ascii: "-")) }
    digits.withSpan(body)
  }

  /// The magnitude times 10^`places`, which must be whole, or nil if it needs more than a word.
  private func scaledWord(places: Int) -> UInt? {
    guard case .small(let numerator, let denominator) = form, places < wordPowersOfTen.count else {
      return nil
    }
    if places == 0 { return denominator == 1 ? numerator.magnitude : nil }
    let (size, overflow) = numerator.magnitude.multipliedReportingOverflow(
      by: wordPowersOfTen[places] / denominator.magnitude)
    return overflow ? nil : size
  }

  /// The digits of the magnitude with a point, by big integers.
  private func scaledBigDigits(places: Int) -> String {
    let fraction = bigFraction
    let digits =
      (fraction.numerator * (BigInteger.powerOfTen(places) / fraction.denominator)).digitText
    guard places > 0 else { return digits }
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
    let point = padded.utf8.index(padded.endIndex, offsetBy: -places)
    return "\(padded[..<point]).\(padded[point...])"
  }
}

/// A short text of digits, written from its end without a place in memory of its own.
///
/// Two machine words with their signs, a point or a stroke, and zeros before them, all fit.
package struct ShortDigits {
  private var bytes = InlineArray<44, UInt8>(repeating: UInt8(ascii: "0"))
  private var start = 44

  /// Begins with nothing.
  package init() {}

  /// Hands over what has been written.
  package func withSpan(_ body: (Span<UInt8>) -> Void) { body(bytes.span.extracting(start..<44)) }

  /// Puts a sign before what has been written.
  package mutating func put(_ sign: UInt8) {
    start &-= 1
    bytes[start] = sign
  }

  /// Puts the digits of a whole number before what has been written, with a point before the last
  /// `places` and at least one digit before the point.
  package mutating func put(_ number: UInt, places: Int = 0) {
    var rest = number
    if places > 0 {
      for _ in 0..<places { rest = putDigit(rest) }
      put(UInt8(ascii: "."))
    }
    repeat { rest = putDigit(rest) } while rest > 0
  }

  private mutating func putDigit(_ number: UInt) -> UInt {
    let (rest, digit) = number.quotientAndRemainder(dividingBy: 10)
    put(UInt8(ascii: "0") | UInt8(truncatingIfNeeded: digit))
    return rest
  }
}
