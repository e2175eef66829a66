extension Number: CustomStringConvertible {
  /// The digits of the numerator in lowest terms, with the sign of the number.
  public var numeratorText: String {
    if case .small(let numerator, _) = form { return String(numerator) }
    return bigFraction.numerator.decimalText
  }

  /// The digits of the denominator in lowest terms; `1` for a whole number.
  public var denominatorText: String {
    if case .small(_, let denominator) = form { return String(denominator) }
    return bigFraction.denominator.decimalText
  }

  /// All digits of the number in plain notation, or nil if they never end.
  ///
  /// No exponent, no plus sign, no zeros at the end of the fraction, at least one digit before the
  /// point. The text parses back to the same number.
  public var decimalText: String? {
    guard let places = decimalPlaces else { return nil }
    return digitText(places: places)
  }

  /// The number as a decimal where that ends, else as a fraction such as `1/3`.
  public var description: String {
    decimalText ?? "\(numeratorText)/\(denominatorText)"
  }

  /// The number rounded half up with exactly `places` digits after the point, for display.
  ///
  /// - Precondition: `places` lies between 0 and 100,000.
  public func decimalText(places: Int) -> String {
    rounded(toPlaces: places, .halfUp).digitText(places: places)
  }

  /// The places after the point that the number needs, or nil if its digits never end.
  package var decimalPlaces: Int? {
    guard case .small(_, let denominator) = form else { return bigDecimalPlaces }
    if denominator == 1 { return 0 }
    let twos = denominator.trailingZeroBitCount
    return (denominator >> twos).magnitude.exponentOfFive.map { max(twos, $0) }
  }

  private var bigDecimalPlaces: Int? {
    let denominator = bigFraction.denominator
    let twos = denominator.trailingZeroBitCount
    let rest = denominator >> twos
    // A power of five has 2.3219... bits for every factor, so its bits give the only candidate.
    let fives = rest == .one ? 0 : Int((rest.bitCount - 1) * 1_000_000 / 2_321_928)
    for candidate in fives...(fives + 1) where BigInteger(5).raised(to: candidate) == rest {
      return max(twos, candidate)
    }
    return nil
  }

  /// The digits with a point before the last `places`, which must be enough for the number.
  private func digitText(places: Int) -> String {
    var text = ""
    withDigits(places: places) { digits in
      // Digits, a sign and a point are ASCII.
      text = unsafe String(copying: UTF8Span(unchecked: digits, isKnownASCII: true))
    }
    return text
  }
}
