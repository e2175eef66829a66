/// A number of the standard semantics: at most 34 decimal digits and a power of ten.
///
/// Results are rounded half even to 34 digits, as ``Number/roundedToDigits(_:)`` does. Exponents stay
/// far from the ends of the range, where digits are lost; what would come near is open.
///
/// Source: DMN 1.5, section 10.3.2.3.1; IEEE 754-2008, decimal128.
struct MachineDecimal: MachineNumber {
  /// All digits; the magnitude is below 10^34.
  let coefficient: Int128
  /// The power of ten that the digits are multiplied by; 0 for zero, `Int.min` in an open number.
  let exponent: Int

  static let open = MachineDecimal(0, .min)
  static let exponents = -3000...3000

  @inline(__always)
  init(_ coefficient: Int128, _ exponent: Int) {
    self.coefficient = coefficient
    self.exponent = exponent
  }

  @inline(__always)
  var isOpen: Bool { exponent == .min }

  @inline(__always)
  static func + (left: MachineDecimal, right: MachineDecimal) -> MachineDecimal {
    if left.exponent == right.exponent, !left.isOpen {
      return rounded(left.coefficient &+ right.coefficient, left.exponent)
    }
    guard !left.isOpen, !right.isOpen else { return .open }
    if left.exponent > right.exponent {
      guard let aligned = left.aligned(to: right.exponent) else { return far(left, right) }
      return rounded(aligned &+ right.coefficient, right.exponent)
    }
    guard let aligned = right.aligned(to: left.exponent) else { return far(right, left) }
    return rounded(aligned &+ left.coefficient, left.exponent)
  }

  @inline(__always)
  static func - (left: MachineDecimal, right: MachineDecimal) -> MachineDecimal {
    left + -right
  }

  @inline(__always)
  static prefix func - (value: MachineDecimal) -> MachineDecimal {
    MachineDecimal(0 &- value.coefficient, value.exponent)
  }

  @inline(__always)
  static func * (left: MachineDecimal, right: MachineDecimal) -> MachineDecimal {
    guard !left.isOpen, !right.isOpen else { return .open }
    let exponent = left.exponent &+ right.exponent
    guard exponents.contains(exponent) else { return .open }
    if left.isNarrow, right.isNarrow {
      return rounded(
        Int128(Int(truncatingIfNeeded: left.coefficient))
          &* Int128(Int(truncatingIfNeeded: right.coefficient)), exponent)
    }
    let (product, overflow) = left.coefficient.multipliedReportingOverflow(by: right.coefficient)
    return overflow ? .open : rounded(product, exponent)
  }

  @inline(__always)
  static func order(_ left: MachineDecimal, _ right: MachineDecimal) -> Order? {
    guard !left.isOpen, !right.isOpen else { return nil }
    if left.exponent == right.exponent { return Order(left.coefficient, right.coefficient) }
    if left.exponent > right.exponent {
      // What cannot be aligned has more digits before the last place of the other.
      guard let aligned = left.aligned(to: right.exponent) else {
        return Order(left.coefficient, 0)
      }
      return Order(aligned, right.coefficient)
    }
    guard let aligned = right.aligned(to: left.exponent) else {
      return Order(0, right.coefficient)
    }
    return Order(left.coefficient, aligned)
  }

  /// Whether the digits fit into a single word.
  @inline(__always)
  var isNarrow: Bool { Int128(Int(truncatingIfNeeded: coefficient)) == coefficient }

  /// The digits for a lesser exponent; nil if their magnitude would be 10^37 or more.
  @inline(__always)
  private func aligned(to other: Int) -> Int128? {
    let step = exponent &- other
    if step <= 18, isNarrow {
      return Int128(Int(truncatingIfNeeded: coefficient))
        &* Int128(Int(bitPattern: wordPowersOfTen[step]))
    }
    guard coefficient != 0 else { return 0 }
    guard step < 37, coefficient.magnitude < UInt128.powerOfTen(37 - step) else { return nil }
    return coefficient &* Int128(truncatingIfNeeded: UInt128.powerOfTen(step))
  }

  /// A sum of which the first number stands too far above the second one: open unless the second one
  /// is zero.
  @inline(never)
  private static func far(_ high: MachineDecimal, _ low: MachineDecimal) -> MachineDecimal {
    low.coefficient == 0 ? high : .open
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
