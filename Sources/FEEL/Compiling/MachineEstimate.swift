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
  /// Whole numbers below are exact.
  private static let exact = 0x1p53
  /// Sizes in which results are neither infinite nor without full precision.
  private static let sizes = 1e-200...1e200

  @inline(__always)
  private init(_ value: Double, _ error: Double) {
    self.value = value
    self.error = error
  }

  @inline(__always)
  init(_ number: Number) {
    guard case .small(let numerator, let denominator) = number.form else {
      self = .open
      return
    }
    let value = Double(numerator) / Double(denominator)
    self.init(value, isWhole: denominator == 1, bound: 0)
  }

  /// Creates a result whose operands bring an error of `bound`.
  @inline(__always)
  private init(_ value: Double, isWhole: Bool, bound: Double) {
    let size = value.magnitude
    if isWhole, size < MachineEstimate.exact {
      self.init(value, 0)
    } else {
      let isHeld = MachineEstimate.sizes.contains(size)
      self.init(value, isHeld ? (bound + size) * MachineEstimate.slack + bound : .infinity)
    }
  }

  /// There is no exact number behind an estimate.
  var number: Number { .zero }

  var asConstant: MachineEstimate { self }

  @inline(__always)
  var isOpen: Bool { error == .infinity }

  /// Whether the value is the number itself.
  ///
  /// A bound of zero for a result does not say so: it may have been too small to be told from zero.
  @inline(__always)
  private var isExact: Bool { error == 0 }

  /// Whether the number is zero, which keeps any other known number out of a product.
  @inline(__always)
  private var isNought: Bool { value == 0 && error == 0 }

  @inline(__always)
  static func + (left: MachineEstimate, right: MachineEstimate) -> MachineEstimate {
    let bound = left.error + right.error
    return MachineEstimate(
      left.value + right.value, isWhole: left.isExact && right.isExact, bound: bound)
  }

  @inline(__always)
  static func - (left: MachineEstimate, right: MachineEstimate) -> MachineEstimate {
    left + -right
  }

  @inline(__always)
  static prefix func - (value: MachineEstimate) -> MachineEstimate {
    MachineEstimate(-value.value, value.error)
  }

  @inline(__always)
  static func * (left: MachineEstimate, right: MachineEstimate) -> MachineEstimate {
    let bound =
      left.value.magnitude * right.error + (right.value.magnitude + right.error) * left.error
    let isWhole =
      left.isExact && right.isExact || left.isNought && !right.isOpen
      || right.isNought && !left.isOpen
    return MachineEstimate(left.value * right.value, isWhole: isWhole, bound: bound)
  }

  /// The divisor must be farther from zero than its error.
  @inline(__always)
  static func / (left: MachineEstimate, right: MachineEstimate) -> MachineEstimate {
    let least = right.value.magnitude - right.error
    guard least > 0 else { return .open }
    let value = left.value / right.value
    let bound = (left.error + value.magnitude * right.error) / least
    return MachineEstimate(value, isWhole: left.isNought, bound: bound)
  }

  @inline(__always)
  static func order(_ left: MachineEstimate, _ right: MachineEstimate) -> Order? {
    let distance = left.value - right.value
    let bound = left.error + right.error
    if distance.magnitude > bound * (1 + slack) { return distance < 0 ? .before : .after }
    return left.isExact && right.isExact ? .same : nil
  }
}
