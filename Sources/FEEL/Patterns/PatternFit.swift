/// Where a pattern and its groups fit in a text.
struct PatternFit {
  /// Of the group `n` the start at `2n` and the end at `2n + 1`; of the whole, those at 0 and 1.
  let places: [Int]

  /// The place of the whole.
  var whole: Range<Int> { group(0) }

  /// The place of a group; empty at the start of the text if the group has no part in the fit, or
  /// if there is no such group.
  func group(_ number: Int) -> Range<Int> {
    guard 2 * number + 1 < places.count else { return 0..<0 }
    let (start, end) = (places[2 * number], places[2 * number + 1])
    return 0 <= start && start <= end ? start..<end : 0..<0
  }
}
