/// A number as a binary fraction, with a bound of how far it is from the exact one.
///
/// Most comparisons are settled by it at once, in any semantics: what the exact numbers would say is
/// certain when the two estimates are farther apart than their bounds. All others are open, so that
/// exact numbers decide. Whole numbers below 2^53 have no error and may be equal.
///
/// Every operation adds its own rounding to the bounds of its operands. The rounding of bounds
/// themselves, and of the standard semantics to 34 digits, is far below ``slack``.
struct MachineEstimate: MachineNumber {
  let value: Double
  /// The greatest distance from the exact number; infinite in an open one.
  let error: Double

  static let open = MachineEstimate(0, .infinity)
  /// More than the roundings of one operation, of its operands and of its bound together.
  private static let slack = 0x1p-50
  /// More than an operation loses to numbers that are too small for full precision.
  private static let tiny = 0x1p-960
  /// Whole numbers below are exact.
  private static let exact = 0x1p53

  @inline(__always)
  private init(_ value: Double, _ error: Double) {
    self.value = value
    self.error = error
  }

  @inline(__always)
  init(_ number: Number) {
    if case .small(let numerator, let denominator) = number.form {
      self.init(numerator, over: denominator)
    } else {
      self = .open
    }
  }

  @inline(__always)
  init(_ numerator: Int, over denominator: Int) {
    let value = Double(numerator) / Double(denominator)
    self.init(value, isWhole: denominator == 1, bound: 0)
  }

  /// Creates a result whose operands bring an error of `bound`.
  ///
  /// Whole numbers come and go as the data wills, so that a processor could not foresee a branch: the
  /// bound is masked instead. Where something is infinite the bound is, or is no number.
  @inline(__always)
  private init(_ value: Double, isWhole: Bool, bound: Double) {
    let size = value.magnitude
    let rounding = size * MachineEstimate.slack + MachineEstimate.tiny
    let grown = bound + bound * MachineEstimate.slack + rounding
    let mask = UInt64(truncatingIfNeeded: isWhole && size < MachineEstimate.exact ? 0 : -1)
    self.init(value, Double(bitPattern: grown.bitPattern & mask))
  }

  /// There is no exact number behind an estimate.
  var number: Number { .zero }

  var asConstant: MachineEstimate { self }

  @inline(__always)
  var isOpen: Bool { !(error < .infinity) }

  @inline(__always)
  static func + (left: MachineEstimate, right: MachineEstimate) -> MachineEstimate {
    let bound = left.error + right.error
    return MachineEstimate(left.value + right.value, isWhole: bound == 0, bound: bound)
  }

  @inline(__always)
  static func - (left: MachineEstimate, right: MachineEstimate) -> MachineEstimate {
    left + -right
  }

  @inline(__always)
  static prefix func - (value: MachineEstimate) -> MachineEstimate {
    MachineEstimate(-value.value, value.error)
  }

  /// Only a product of exact numbers is exact: the bound of another may have been too small to be
  /// told from zero.
  @inline(__always)
  static func * (left: MachineEstimate, right: MachineEstimate) -> MachineEstimate {
    let bound =
      left.value.magnitude * right.error + (right.value.magnitude + right.error) * left.error
    return MachineEstimate(
      left.value * right.value, isWhole: left.error + right.error == 0, bound: bound)
  }

  /// The divisor must be farther from zero than its error.
  @inline(__always)
  static func / (left: MachineEstimate, right: MachineEstimate) -> MachineEstimate {
    let least = right.value.magnitude - right.error
    guard least > 0 else { return .open }
    let value = left.value / right.value
    let bound = (left.error + value.magnitude * right.error) / least
    return MachineEstimate(value, isWhole: false, bound: bound)
  }

  @inline(__always)
  static func order(_ left: MachineEstimate, _ right: MachineEstimate) -> Order? {
    let distance = left.value - right.value
    let bound = left.error + right.error
    if distance.magnitude > bound + bound * slack { return distance < 0 ? .before : .after }
    return bound == 0 ? .same : nil
  }
}
