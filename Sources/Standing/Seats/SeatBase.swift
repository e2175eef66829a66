/// The people of a scope who decide how many seats it has, besides its candidates.
package struct SeatBase: Hashable, Sendable {
  /// The rule of the scope.
  package let rule: SeatRule
  /// The people known to count without being candidates.
  package let others: Int

  /// Creates a base.
  package init(_ rule: SeatRule, others: Int) {
    self.rule = rule
    self.others = others
  }

  /// The seats with some candidates and no one pending.
  package func seats(candidates: Int) -> Int {
    rule.seats(candidates: candidates, others: others)
  }

  /// The seats once pending people are `ahead` of all candidates, counted without being candidates,
  /// or below the levels that count.
  func seats(candidates: Int, ahead: Int, counted: Int, below: Int) -> Int {
    rule.seats(
      candidates: candidates + ahead,
      others: others + counted + (rule.countsEverybody ? below : 0))
  }

  /// The least and the most seats that some pending people can make it.
  func seats(candidates: Int, pending: Int) -> ClosedRange<Int> {
    let ends = [
      seats(candidates: candidates, ahead: 0, counted: 0, below: pending),
      seats(candidates: candidates, ahead: 0, counted: pending, below: 0),
      seats(candidates: candidates, ahead: pending, counted: 0, below: 0),
    ]
    return (ends.min() ?? 0)...(ends.max() ?? 0)
  }
}
