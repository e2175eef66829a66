/// The seats of all scopes while they are being filled, best class first.
struct SeatBook {
  /// The seats of each scope.
  let seats: [Int]
  /// How the scopes lie to one another.
  let map: ScopeMap
  /// What each candidate gets; candidates not yet come to count as seated.
  var outcomes: [SeatOutcome]
  /// The contests found so far.
  var contests: [SeatContest] = []
  /// For each scope the seats given for certain.
  var given: [Int]
  /// For each scope the most seats that undecided people may take, and the least.
  var reserved: [Int]
  var reservedAtLeast: [Int]

  /// Starts with every seat free.
  init(seats: [Int], map: ScopeMap) {
    self.seats = seats
    self.map = map
    outcomes = [SeatOutcome](repeating: .seated, count: map.chains.count)
    given = [Int](repeating: 0, count: seats.count)
    reserved = given
    reservedAtLeast = given
  }

  /// Gives a candidate a seat in all their scopes.
  mutating func seat(_ candidate: Int) {
    outcomes[candidate] = .seated
    for scope in map.chains[candidate] { given[scope] += 1 }
  }

  /// Refuses a candidate if a scope of theirs is full for certain; says whether it was.
  mutating func refuse(_ candidate: Int) -> Bool {
    let full = map.chains[candidate].filter { given[$0] + reservedAtLeast[$0] >= seats[$0] }
    if full.isEmpty { return false }
    outcomes[candidate] = .refused(fullScopes: full.sorted())
    return true
  }

  /// Enters a contest; the caller keeps its seats.
  mutating func enter(
    _ tieClass: TieClass, seats: ClosedRange<Int>, claims: [Int: ClosedRange<Int>]
  ) {
    for member in tieClass.members { outcomes[member] = .tied(contest: contests.count) }
    let sorted = claims.sorted { $0.key < $1.key }
    contests.append(
      SeatContest(
        place: tieClass.place, members: tieClass.members.sorted(), seats: seats,
        claims: sorted.map { SeatContest.Claim(scope: $0.key, seats: $0.value) }))
  }
}

/// Candidates of one rank, with the place of the rank in the order, from 0.
struct TieClass {
  let place: Int
  let members: ArraySlice<Int>

  init(place: Int, members: ArraySlice<Int>) { (self.place, self.members) = (place, members) }

  init(place: Int, members: [Int]) { self.init(place: place, members: members[...]) }
}
