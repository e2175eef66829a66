/// True, false, or left to the evaluator, in one byte so that columns of them are quick.
///
/// `open` may stand for anything at all: an unknown or absent value, and what machine words do not hold.
/// An operation is settled only where it is for every value in the place of an open one. In the order
/// no, open, yes, `and` is the lesser of two and `or` the greater.
typealias ColumnTruth = UInt8

extension ColumnTruth {
  static let no: ColumnTruth = 0
  static let open: ColumnTruth = 1
  static let yes: ColumnTruth = 2

  @inline(__always)
  init(truth: Bool) { self = truth ? .yes : .no }

  @inline(__always)
  var negated: ColumnTruth { .yes &- self }

  /// Whether two truths are the same.
  @inline(__always)
  func same(as other: ColumnTruth) -> ColumnTruth {
    self == .open || other == .open ? .open : ColumnTruth(truth: self == other)
  }
}
