extension SeatBook {
  /// Fills a family whose scopes cross.
  ///
  /// Without ties the outcome is the lexicographically best set in the published order: whoever
  /// comes next is seated if every scope of theirs has a seat. At the last seats the whole
  /// contested class is undecided, that is, everyone of the class who is in a scope in which the
  /// class asks for more than is left. Those of the rank who are in no such scope are seated;
  /// otherwise somebody seated below the class would lose the seat by rising into it.
  ///
  /// How many seats a contest takes in a scope may stay open, so that people behind it may have to
  /// wait. Nothing is called certain that some way to break the ties contradicts; the converse
  /// (everything certain is called so) holds without ties, but not always with them.
  mutating func fillCrossing(_ classes: [TieClass]) {
    var doubts: [Int: Set<Int>] = [:]
    for tieClass in classes {
      let open = tieClass.members.filter { !refuse($0) }
      let request = SeatRequest(open, chains: map.chains) { left($0) }
      for candidate in request.safe { seat(candidate) }
      var tied: [Int] = []
      for candidate in request.unsafe {
        if map.chains[candidate].contains(where: { request.unsafeCount($0) > leftAtBest($0) }) {
          tied.append(candidate)
        } else {
          wait(candidate, for: request.tight(candidate), &doubts)
        }
      }
      contest(TieClass(place: tieClass.place, members: tied), request, &doubts)
      let sure = request.sure(of: request.unsafe)
      for scope in sure.keys {
        reserved[scope] += min(left(scope), request.unsafeCount(scope))
        reservedAtLeast[scope] += min(leftAtBest(scope), sure[scope, default: 0])
      }
    }
  }

  /// Marks a candidate as waiting for the contests that cast doubt on the scopes without room.
  private mutating func wait(_ candidate: Int, for tight: [Int], _ doubts: inout [Int: Set<Int>]) {
    let causes = tight.reduce(into: Set<Int>()) { $0.formUnion(doubts[$1, default: []]) }
    outcomes[candidate] = .waiting(contests: causes.sorted())
    for scope in map.chains[candidate] { doubts[scope, default: []].formUnion(causes) }
  }

  /// Enters the contest of the tied members, if there are any, and the doubts it casts.
  private mutating func contest(
    _ tied: TieClass, _ request: SeatRequest, _ doubts: inout [Int: Set<Int>]
  ) {
    if tied.members.isEmpty { return }
    let sure = request.sure(of: Array(tied.members))
    var claims: [Int: ClosedRange<Int>] = [:]
    var most = tied.members.count
    for scope in sure.keys {
      let wanted = tied.members.count { map.chains[$0].contains(scope) }
      let others = request.unsafeCount(scope) - wanted
      let least = min(max(0, left(scope) - others), sure[scope, default: 0])
      claims[scope] = least...min(wanted, leftAtBest(scope))
      most = min(most, tied.members.count - wanted + min(wanted, leftAtBest(scope)))
    }
    let earlier = claims.keys.reduce(into: Set([contests.count])) {
      $0.formUnion(doubts[$1, default: []])
    }
    for scope in claims.keys { doubts[scope, default: []].formUnion(earlier) }
    enter(tied, seats: (claims.values.map(\.lowerBound).max() ?? 0)...most, claims: claims)
  }

  /// The seats of a scope that nobody ahead can take, whatever is decided.
  private func left(_ scope: Int) -> Int { seats[scope] - given[scope] - reserved[scope] }

  /// The seats of a scope that those ahead may leave, if all doubts go that way.
  private func leftAtBest(_ scope: Int) -> Int {
    seats[scope] - given[scope] - reservedAtLeast[scope]
  }
}
