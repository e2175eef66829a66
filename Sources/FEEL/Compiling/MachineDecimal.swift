/// A number of the standard semantics: at most 34 decimal digits and a power of ten.
///
/// Results are rounded half even to 34 digits, as ``Number/roundedToDigits(_:)`` does. Exponents stay
/// far from the ends of the range, where digits are lost; what would come near is open.
///
/// Source: DMN 1.5, section 10.3.2.3.1; IEEE 754-2008, decimal128.
struct MachineDecimal: MachineNumber {
  /// All digits; the magnitude is below 10^34.
  let significand: Int128
  /// The power of ten that the digits are multiplied by; 0 for zero, `Int.min` in an open number.
  let exponent: Int
  /// The reciprocal of the digits, for a number that is a divisor again and again; zero for none.
  private(set) var reciprocal: UInt = 0

  static let open = MachineDecimal(0, .min)
  static let exponents = -3000...3000

  @inline(__always)
  init(_ significand: Int128, _ exponent: Int) {
    self.significand = significand
    self.exponent = exponent
  }

  /// The same number, made ready for being a divisor again and again.
  var asConstant: MachineDecimal {
    var number = self
    if let digits = UInt(exactly: significand.magnitude), digits > 0 {
      number.reciprocal = digits.reciprocal
    }
    return number
  }

  @inline(__always)
  var isOpen: Bool { exponent == .min }

  @inline(__always)
  static func + (left: MachineDecimal, right: MachineDecimal) -> MachineDecimal {
    // No branch depends on which exponent is the greater one: data would mislead the processor.
    let isAbove = left.exponent > right.exponent
    let high = isAbove ? left.significand : right.significand
    let low = isAbove ? right.significand : left.significand
    let exponent = isAbove ? right.exponent : left.exponent
    guard exponent != .min else { return .open }
    let step = left.exponent &+ right.exponent &- exponent &- exponent
    if step <= 18, high.isNarrow {
      return rounded(high.narrowProduct(with: wordPowersOfTen[step]) &+ low, exponent)
    }
    guard let aligned = aligned(high, by: step) else {
      return low == 0 ? MachineDecimal(high, exponent &+ step) : .open
    }
    return rounded(aligned &+ low, exponent)
  }

  @inline(__always)
  static func - (left: MachineDecimal, right: MachineDecimal) -> MachineDecimal {
    left + -right
  }

  @inline(__always)
  static prefix func - (value: MachineDecimal) -> MachineDecimal {
    MachineDecimal(0 &- value.significand, value.exponent)
  }

  @inline(__always)
  static func * (left: MachineDecimal, right: MachineDecimal) -> MachineDecimal {
    guard !left.isOpen, !right.isOpen else { return .open }
    let exponent = left.exponent &+ right.exponent
    guard exponents.contains(exponent) else { return .open }
    if left.significand.isNarrow, right.significand.isNarrow {
      return rounded(left.significand.narrowProduct(with: right.significand), exponent)
    }
    let (product, overflow) = left.significand.multipliedReportingOverflow(by: right.significand)
    return overflow ? .open : rounded(product, exponent)
  }

  @inline(__always)
  static func order(_ left: MachineDecimal, _ right: MachineDecimal) -> Order? {
    guard !left.isOpen, !right.isOpen else { return nil }
    if left.exponent == right.exponent { return Order(left.significand, right.significand) }
    if left.exponent > right.exponent {
      // What cannot be aligned has more digits before the last place of the other.
      guard let aligned = aligned(left.significand, by: left.exponent &- right.exponent) else {
        return Order(left.significand, 0)
      }
      return Order(aligned, right.significand)
    }
    guard let aligned = aligned(right.significand, by: right.exponent &- left.exponent) else {
      return Order(0, right.significand)
    }
    return Order(left.significand, aligned)
  }

  /// Digits for an exponent that is less by `step`; nil if their magnitude would be 10^37 or more.
  @inline(__always)
  private static func aligned(_ digits: Int128, by step: Int) -> Int128? {
    guard digits != 0 else { return 0 }
    guard step < 37, digits.magnitude < UInt128.powerOfTen(37 &- step) else { return nil }
    return digits &* Int128(truncatingIfNeeded: UInt128.powerOfTen(step))
  }

  /// Creates a number from digits below 2^127, rounding half even to 34.
  @inline(__always)
  static func rounded(_ digits: Int128, _ exponent: Int) -> MachineDecimal {
    if digits.magnitude < UInt128.tenToThe34 {
      return MachineDecimal(digits, digits == 0 ? 0 : exponent)
    }
    return roundedLong(digits, exponent)
  }

  @inline(never)
  private static func roundedLong(_ digits: Int128, _ exponent: Int) -> MachineDecimal {
    let excess = digits.magnitude.digitCount - 34
    let (quotient, rest) = digits.magnitude.divided(by: wordPowersOfTen[excess])
    let half = wordPowersOfTen[excess] / 2
    return kept(
      quotient, grows: rest > half || rest == half && quotient & 1 == 1, digits < 0,
      exponent + excess)
  }

  /// Creates a number from 34 digits of a magnitude, which may grow by one.
  static func kept(
    _ quotient: UInt128, grows: Bool, _ negative: Bool, _ exponent: Int
  ) -> MachineDecimal {
    let size = quotient + (grows ? 1 : 0)
    let isFull = size == UInt128.tenToThe34
    let digits = Int128(truncatingIfNeeded: isFull ? UInt128.powerOfTen(33) : size)
    return MachineDecimal(negative ? 0 &- digits : digits, isFull ? exponent + 1 : exponent)
  }
}
