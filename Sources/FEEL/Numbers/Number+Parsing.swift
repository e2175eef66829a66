extension Number {
  /// Reads a decimal number, exactly.
  ///
  /// The notation is the union of JSON's and FEEL's: an optional minus sign, digits with an optional
  /// point and fraction, or a fraction that begins with the point, and an optional exponent of ten.
  /// Leading zeros are accepted. Nothing may stand before or after. Nil for any other text, for
  /// more than 10,000 digits and for an exponent beyond 6144 either way.
  ///
  /// Source: DMN 1.5, section 10.3.1.2, numeric literal; RFC 8259, section 6.
  ///
  /// - Complexity: linear for up to 18 digits, else quadratic in the number of digits.
  public init?(decimal bytes: Span<UInt8>) {
    var index = 0
    let negative = bytes.count > 0 && bytes[0] == UInt8(ascii: "-")
    if negative { index = 1 }
    var (value, digits, places, inFraction): (UInt, Int, Int, Bool) = (0, 0, 0, false)
    while index < bytes.count {
      let digit = bytes[index] &- UInt8(ascii: "0")
      if digit <= 9 {
        value = value &* 10 &+ UInt(digit)
        digits += 1
        if inFraction { places += 1 }
      } else if bytes[index] == UInt8(ascii: "."), !inFraction {
        inFraction = true
      } else {
        break
      }
      index += 1
    }
    guard index == bytes.count, 0 < digits, digits <= 18, !inFraction || places > 0 else {
      self.init(long: bytes)
      return
    }
    if places == 0 {
      self.init(small: Int(bitPattern: negative ? 0 &- value : value), 1)
    } else {
      self.init(negative: negative, decimal: value, places: places)
    }
  }

  /// Reads a decimal number from a part of an array, exactly, as `init(decimal:)` does from a span.
  public init?(decimal bytes: ArraySlice<UInt8>) { self.init(decimal: bytes.span) }

  /// Reads a decimal number from an array, exactly, as `init(decimal:)` does from a span.
  public init?(decimal bytes: [UInt8]) { self.init(decimal: bytes.span) }

  /// Reads a decimal number from bytes, exactly, as `init(decimal:)` does from a span.
  public init?(decimal bytes: some Collection<UInt8>) {
    let array = Array(bytes)
    self.init(decimal: array.span)
  }

  /// Reads a decimal number from a text, exactly, as `init(decimal:)` does from bytes.
  public init?(_ text: some StringProtocol) {
    let array = Array(text.utf8)
    self.init(decimal: array.span)
  }

  /// Creates `significand` / 10^`places`; nil where these are more than 18, or it is the least integer.
  package init?(significand: Int, places: Int) {
    guard 0...18 ~= places, significand != .min else { return nil }
    self.init(negative: significand < 0, decimal: significand.magnitude, places: places)
  }

  /// Creates ±`value` / 10^`places` with at most 18 places and a value that fits into an `Int`; only
  /// twos and fives can cancel.
  init(negative: Bool, decimal value: UInt, places: Int) {
    guard value != 0 else {
      self = .zero
      return
    }
    let twos = min(value.trailingZeroBitCount, places)
    var (rest, fives) = (value >> UInt(twos), 0)
    while fives < places, rest % 5 == 0 { (rest, fives) = (rest / 5, fives + 1) }
    let denominator = wordPowersOfFive[places - fives] << UInt(places - twos)
    self.init(
      small: Int(bitPattern: negative ? 0 &- rest : rest), Int(truncatingIfNeeded: denominator))
  }

  private init?(long bytes: Span<UInt8>) {
    guard let literal = DecimalLiteral(bytes) else { return nil }
    let digits = BigInteger(digits: literal.digits)
    let signed = literal.isNegative ? -digits : digits
    if digits.isZero {
      self = .zero
    } else if literal.exponent >= 0 {
      self.init(signed * BigInteger.powerOfTen(literal.exponent))
    } else {
      self.init(signed, over: BigInteger.powerOfTen(-literal.exponent))
    }
  }
}

/// The parts of a decimal number as it is written.
private struct DecimalLiteral {
  let isNegative: Bool
  /// All digits, those of the fraction included.
  var digits: [UInt8] = []
  /// The power of ten that the digits are multiplied by.
  var exponent = 0

  private static let greatestDigitCount = 10_000
  private static let greatestExponent = 6144

  init?(_ bytes: Span<UInt8>) {
    isNegative = bytes.count > 0 && bytes[0] == UInt8(ascii: "-")
    var index = isNegative ? 1 : 0
    digits = DecimalLiteral.digits(bytes, &index)
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      let fraction = DecimalLiteral.digits(bytes, &index)
      guard !fraction.isEmpty else { return nil }
      digits += fraction
      exponent = -fraction.count
    }
    guard !digits.isEmpty, digits.count <= DecimalLiteral.greatestDigitCount else { return nil }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      guard let written = DecimalLiteral.exponent(bytes, &index) else { return nil }
      exponent += written
    }
    guard index == bytes.count else { return nil }
  }

  private static func digits(_ bytes: Span<UInt8>, _ index: inout Int) -> [UInt8] {
    var digits: [UInt8] = []
    while index < bytes.count, bytes[index] &- UInt8(ascii: "0") <= 9 {
      digits.append(bytes[index])
      index += 1
    }
    return digits
  }

  private static func exponent(_ bytes: Span<UInt8>, _ index: inout Int) -> Int? {
    guard index < bytes.count else { return nil }
    let negative = bytes[index] == UInt8(ascii: "-")
    if negative || bytes[index] == UInt8(ascii: "+") { index += 1 }
    let digits = digits(bytes, &index)
    guard !digits.isEmpty else { return nil }
    let value = digits.reduce(0) { sum, digit in
      min(sum * 10 + Int(digit - UInt8(ascii: "0")), greatestExponent + 1)
    }
    guard value <= greatestExponent else { return nil }
    return negative ? -value : value
  }
}
