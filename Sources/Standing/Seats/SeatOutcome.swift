/// What the published order gives a candidate.
package enum SeatOutcome: Hashable, Sendable {
  /// A seat is certain, however ties are settled.
  case seated
  /// No seat, however ties are settled: all seats of these scopes belong to people ahead.
  ///
  /// ``SeatAllocation/holders(of:aheadOf:)`` names the people. A scope without seats is listed too.
  case refused(fullScopes: [Int])
  /// The candidate is level with others at the last seats; an authority has to choose among them.
  case tied(contest: Int)
  /// Whether a seat is left hangs on contests ahead; only where scopes cross.
  case waiting(contests: [Int])
}

/// People of one rank who want the same last seats.
package struct SeatContest: Hashable, Sendable {
  /// What a contest holds in a scope: at least and at most so many seats go to its members.
  package struct Claim: Hashable, Sendable {
    /// The scope.
    package let scope: Int
    /// The least and the greatest number of seats, over all ways to settle the contest.
    package let seats: ClosedRange<Int>
  }

  /// The place of the tie class in the order, from 0.
  package let place: Int
  /// The candidates, ascending.
  package let members: [Int]
  /// How many of them get a seat; one number where scopes are nested.
  package let seats: ClosedRange<Int>
  /// What is reserved for them in each scope that one of them belongs to, scopes ascending.
  package let claims: [Claim]
}

/// How the seats of one scope are spent.
package struct ScopeSeats: Hashable, Sendable {
  /// The number of seats.
  package let seats: Int
  /// The number of candidates in the scope.
  package let candidates: Int
  /// The seats given for certain.
  package let given: Int
  /// The seats that undecided candidates may come to take: kept for them, and for nobody else.
  package let reserved: Int
  /// How many of the reserved seats are taken whatever is decided.
  package let reservedAtLeast: Int
  /// The free seats which would be given if the scopes that cross this one set no limit.
  package let freeBecauseScopesCross: Int

  /// The seats that stay empty.
  package var free: Int { seats - given - reserved }
  /// Whether the scope is too small for a single seat.
  package var isTooSmall: Bool { seats == 0 }
}

/// What crossing costs a family of scopes: the best order is kept, never the most seats sought.
package struct CrossingScopes: Hashable, Sendable {
  /// The scopes, ascending.
  package let scopes: [Int]
  /// The candidates of the family who are seated for certain.
  package let seated: Int
  /// How many of the undecided candidates of the family get a seat, at least and at most.
  package let undecided: ClosedRange<Int>
  /// The most candidates whom any choice could seat, the published order left aside.
  ///
  /// Missing where the scopes cross in more than two ways, where no quick exact count is known.
  package let most: Int?

  /// How many seated fewer than at most, because scopes cross; one number if all is decided.
  package var emptyBecauseScopesCross: ClosedRange<Int>? {
    guard let most else { return nil }
    return max(0, most - seated - undecided.upperBound)...(most - seated - undecided.lowerBound)
  }
}
