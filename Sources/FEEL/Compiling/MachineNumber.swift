/// A number in a few machine words, as compiled code computes with it.
///
/// An operation gives exactly what the semantics gives for the same operands, or it gives `open`:
/// then the words were not enough, or the result is no number, and the general evaluator decides.
/// Open operands make the result open.
protocol MachineNumber: BitwiseCopyable, Sendable {
  /// A number that these words cannot hold.
  static var open: Self { get }
  var isOpen: Bool { get }

  /// The same number, or `open`.
  init(_ number: Number)
  /// The fraction of two words in lowest terms, or `open`; the denominator is positive.
  init(_ numerator: Int, over denominator: Int)
  /// The same number, made ready for being used again and again.
  var asConstant: Self { get }
  /// The number; not of an open one.
  var number: Number { get }

  static func + (left: Self, right: Self) -> Self
  static func - (left: Self, right: Self) -> Self
  static func * (left: Self, right: Self) -> Self
  static func / (left: Self, right: Self) -> Self
  static prefix func - (value: Self) -> Self

  /// How two numbers stand to each other; nil if one is open.
  static func order(_ left: Self, _ right: Self) -> Order?
}

extension MachineNumber {
  /// The one of two numbers that stands before or after the other; open if that is not certain.
  @inline(__always)
  static func first(_ wanted: Order, _ left: Self, _ right: Self) -> Self {
    guard let order = order(left, right) else { return open }
    return order == wanted ? left : right
  }
}
