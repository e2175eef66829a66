/// How a number is cut to a number of places.
///
/// The names follow the rounding functions of the DMN standard (section 10.3.4.5): `round up`,
/// `round down`, `round half up`, `round half down`; `decimal` rounds half even.
public enum RoundingRule: String, CaseIterable, Hashable, Sendable {
  /// Away from zero.
  case up
  /// Towards zero.
  case down
  /// To the nearest, and from the middle away from zero.
  case halfUp
  /// To the nearest, and from the middle towards zero.
  case halfDown
  /// To the nearest, and from the middle to the even digit.
  case halfEven
  /// Towards negative infinity.
  case floor
  /// Towards positive infinity.
  case ceiling

  /// How the part that is cut off compares with half a unit of the last place kept.
  enum Remainder {
    case none
    case belowHalf
    case half
    case aboveHalf

    /// Compares twice a remainder with the divisor that left it.
    init<Integer: Comparable>(twice: Integer, divisor: Integer, zero: Integer) {
      self =
        twice == zero ? .none : twice < divisor ? .belowHalf : twice == divisor ? .half : .aboveHalf
    }
  }

  /// Whether the magnitude, cut towards zero, grows by one unit of the last place.
  func grows(_ remainder: Remainder, negative: Bool, odd: Bool) -> Bool {
    guard remainder != .none else { return false }
    return switch self {
    case .up: true
    case .down: false
    case .floor: negative
    case .ceiling: !negative
    case .halfUp: remainder != .belowHalf
    case .halfDown: remainder == .aboveHalf
    case .halfEven: remainder == .aboveHalf || (remainder == .half && odd)
    }
  }
}
