/// One step of a ``ColumnKernel``, done for all rows of a chunk at once.
///
/// Numbers and truths stand in registers of their own; the first index is the result. A number may be
/// lacking: absent, unknown, or none that a machine word holds.
enum ColumnStep: Sendable {
  /// A decimal in a machine word: `significand` / 10^`places`.
  struct Decimal: Hashable, Sendable {
    let significand: Int
    let places: Int
  }

  /// The number or the day of a field, and what its absence means; lacking if it has no meaning.
  case field(Int, field: Int, absent: Decimal?)
  /// The truth of a field, and what its absence means.
  case truthOfField(Int, field: Int, absent: ColumnTruth)
  /// Whether a field is given.
  case given(Int, field: Int)
  /// Whether the text of a field is one of the kernel's; `absent` where there is none.
  case sameText(Int, field: Int, text: Int, absent: ColumnTruth)
  /// A number of the record that a field names, from one of the kernel's columns.
  case lookup(Int, reference: Int, column: Int)
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
