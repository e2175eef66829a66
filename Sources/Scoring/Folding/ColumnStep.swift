/// One step of a ``ColumnKernel``, done for all rows of a chunk at once.
///
/// Numbers, truths and texts stand in registers of their own; the first index is the result.
enum ColumnStep: Sendable {
  /// The number or the day of a field.
  case field(Int, field: Int)
  /// The truth of a field.
  case truthOfField(Int, field: Int)
  /// Whether the text of a field is one of the kernel's.
  case sameText(Int, field: Int, text: Int)
  case add(Int, Int, Int)
  case subtract(Int, Int, Int)
  case multiply(Int, Int, Int)
  case least(Int, Int, Int)
  case most(Int, Int, Int)
  /// Numbers to a truth.
  case less(Int, Int, Int)
  case lessOrEqual(Int, Int, Int)
  case equal(Int, Int, Int)
  /// Truths to a truth.
  case and(Int, Int, Int)
  case or(Int, Int, Int)
  case not(Int, Int)
  case same(Int, Int, Int)
  /// The second where the first is true, else the third.
  case choose(Int, test: Int, Int, Int)
  case chooseTruth(Int, test: Int, Int, Int)
}
