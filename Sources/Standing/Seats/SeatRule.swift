package import FEEL

/// How many seats a scope has: a share of a base that may itself depend on who gets a seat.
///
/// A share `p` of some people is the greatest number who may stand on the level. The people counted
/// are `others` (known, and no candidates), the candidates who get a seat if ``countsSeated``, and
/// those who are refused one if ``countsRefused``. Of `n` candidates `x` may be seated as long as
///
///     x <= p * (others + (x if countsSeated) + (n - x if countsRefused))
///
/// so the number of seats is a constant of the scope: who is refused does not leave the base by it.
///
/// | base                    | seated counts | refused counts | seats, nobody else counted |
/// | ----------------------- | ------------- | -------------- | -------------------------- |
/// | the lower level only    | no            | yes            | floor(p n / (1 + p))       |
/// | the lower level and up  | yes           | yes            | floor(p n)                 |
/// | everybody               | yes           | yes            | floor(p N), others = N - n |
/// | a fixed number          | no            | no             | floor(p others)            |
///
/// All candidates of a scope count alike. Were some of them counted and others not, the number of
/// seats would depend on who sits on them, and not be a constant; such a rule needs two scopes.
package struct SeatRule: Hashable, Sendable {
  /// The share, from 0 to 1.
  package let share: Number
  /// Whether a candidate who gets a seat is counted in the base.
  package let countsSeated: Bool
  /// Whether a candidate who is refused a seat is counted in the base.
  package let countsRefused: Bool
  /// Whether a person who stands below the levels of the base is counted all the same.
  ///
  /// It matters only while somebody's level is pending; `others` already holds the rest. Candidates
  /// belong to everybody, seated or not.
  package let countsEverybody: Bool

  /// Creates a rule, or nothing if the share is not between 0 and 1, or if everybody is to count
  /// and yet some candidates are not.
  package init?(
    share: Number, countsSeated: Bool, countsRefused: Bool, countsEverybody: Bool = false
  ) {
    guard share >= .zero, share <= .one else { return nil }
    if countsEverybody, !countsSeated || !countsRefused { return nil }
    self.share = share
    self.countsSeated = countsSeated
    self.countsRefused = countsRefused
    self.countsEverybody = countsEverybody
  }

  /// Whether the rule as written holds for `seated` and `refused` candidates among `others`.
  package func allows(seated: Int, refused: Int, others: Int) -> Bool {
    Number(seated) <= share * Number(base(seated: seated, refused: refused, others: others))
  }

  /// The number of people of which the share is taken.
  package func base(seated: Int, refused: Int, others: Int) -> Int {
    others + (countsSeated ? seated : 0) + (countsRefused ? refused : 0)
  }

  /// The greatest number of candidates who may be seated together.
  ///
  /// The result may exceed `candidates` where others alone make the base large; a rule that bounds
  /// nothing (the whole of a base that only the seated belong to) has as many seats as candidates.
  ///
  /// - Precondition: Both numbers are not negative.
  package func seats(candidates: Int, others: Int) -> Int {
    precondition(candidates >= 0 && others >= 0, "People are counted from nought up.")
    let sure = share * Number(base(seated: 0, refused: candidates, others: others))
    let slope = (countsSeated ? 1 : 0) - (countsRefused ? 1 : 0)
    guard let seats = sure.divided(by: .one - share * Number(slope))?.floor.asInt else {
      return candidates
    }
    return seats
  }
}
