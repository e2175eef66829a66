/// True, false, or left to the evaluator, in one byte so that columns of them are quick.
///
/// `open` may stand for anything at all: an unknown or absent value, and what machine words do not hold.
/// An operation is settled only where it is for every value in the place of an open one. In the order
/// no, open, yes, `and` is the lesser of two and `or` the greater.
///
/// The language's compiled code has the same three truths of one record (`MachineTruth`). Shared between
/// the two rooms they cost columns an eighth more instructions a line (`Benchmarks/instructions.py`).
struct ColumnTruth: Equatable, BitwiseCopyable, Sendable {
  private let order: UInt8

  static let no = ColumnTruth(order: 0)
  static let open = ColumnTruth(order: 1)
  static let yes = ColumnTruth(order: 2)

  @inline(__always)
  private init(order: UInt8) { self.order = order }

  @inline(__always)
  init(truth: Bool) { self.init(order: truth ? 2 : 0) }

  @inline(__always)
  func and(_ other: ColumnTruth) -> ColumnTruth { ColumnTruth(order: min(order, other.order)) }

  @inline(__always)
  func or(_ other: ColumnTruth) -> ColumnTruth { ColumnTruth(order: max(order, other.order)) }

  @inline(__always)
  var opposite: ColumnTruth { ColumnTruth(order: 2 &- order) }

  /// Whether two truths are the same.
  @inline(__always)
  func same(as other: ColumnTruth) -> ColumnTruth {
    self == .open || other == .open ? .open : ColumnTruth(truth: self == other)
  }
}
