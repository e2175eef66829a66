/// Who gets the seats of which scopes, in a published order that may hold ties.
///
/// The seats go to the lexicographically best set: the best class first, and everyone in it whose
/// scopes all still have a seat. Where scopes are nested that also fills the most seats; where they
/// cross it may not, and ``crossings`` says how many stay empty. Ties are never broken here: those
/// level at the last seats are undecided and their seats reserved, see ``SeatContest``.
///
///     order    [[3], [0, 1], [2]]      best first: 3, then 0 and 1 level, then 2
///     scopes   [[0], [0, 1], …]        candidate 0 is in scope 0, candidate 1 in scopes 0 and 1, …
///
/// Three laws hold and are tested: given and reserved seats never exceed a scope, and no certainty
/// is left unsaid where scopes are nested; whoever rises in the order never gets less; scopes that
/// share nobody with others, such as a separate agency, change nothing in those.
///
/// Work: O(m) steps for m memberships besides sorting, somewhat more where scopes cross.
package struct SeatAllocation: Hashable, Sendable {
  /// What each candidate gets, by index.
  package let outcomes: [SeatOutcome]
  /// How the seats of each scope are spent, by index.
  package let scopes: [ScopeSeats]
  /// The ties at last seats, in the order in which they were met.
  package let contests: [SeatContest]
  /// The families of scopes that cross; none where all scopes are nested.
  package let crossings: [CrossingScopes]
  /// For each candidate the place of their class in the order, from 0.
  package let places: [Int]
  /// For each scope its candidates, ascending.
  package let members: [[Int]]

  /// Fills the seats.
  ///
  /// - Parameters:
  ///   - order: Every candidate once, in tie classes, best first.
  ///   - seats: The seats of each scope.
  ///   - memberships: For each candidate the scopes they are in. Without scopes a seat is certain.
  /// - Precondition: `order` holds every index of `memberships` exactly once, and no number of
  ///   seats is negative.
  package init(order: [[Int]], seats: [Int], memberships: [[Int]]) {
    self.init(
      places: SeatAllocation.places(of: order, count: memberships.count), seats: seats,
      ScopeMap(memberships: memberships, scopeCount: seats.count))
  }

  /// Fills the seats for candidates whose places in the order and scopes are known.
  init(places: [Int], seats: [Int], _ map: ScopeMap) {
    precondition(seats.allSatisfy { $0 >= 0 }, "A scope has no seats or some.")
    self.places = places
    let book = SeatBook(filling: seats, of: map, places: places)
    outcomes = book.outcomes
    contests = book.contests
    members = map.members
    scopes = book.scopes(places: places)
    crossings = map.families.filter { !$0.isNested }.map { CrossingScopes($0, in: book) }
  }

  /// Gives each candidate the place of their class.
  static func places(of order: [[Int]], count: Int) -> [Int] {
    var places = [Int](repeating: -1, count: count)
    for (place, tieClass) in order.enumerated() {
      for candidate in tieClass {
        precondition(places[candidate] < 0, "A candidate stands in the order once.")
        places[candidate] = place
      }
    }
    precondition(!places.contains(-1), "Every candidate stands in the order.")
    return places
  }

  /// The people ahead of a candidate to whom the seats of a scope belong.
  ///
  /// `seated` have their seat; of the members of `contests` some have one, who is to be decided. A
  /// refusal names scopes in which these, at least, are all the seats.
  package func holders(
    of scope: Int, aheadOf candidate: Int
  ) -> (seated: [Int], contests: [Int]) {
    let ahead = members[scope].filter { places[$0] < places[candidate] }
    let held = contests.indices.filter { contest in
      contests[contest].place < places[candidate]
        && contests[contest].claims.contains { $0.scope == scope }
    }
    return (ahead.filter { outcomes[$0] == .seated }, held)
  }
}

extension SeatBook {
  /// Fills every family, nested ones exactly and crossing ones in the published order.
  init(filling seats: [Int], of map: ScopeMap, places: [Int]) {
    self.init(seats: seats, map: map)
    var asked = NestedDemand(seats: seats, parents: map.parents)
    for family in map.families {
      let classes = TieClass.classes(of: family.members, places: places)
      if family.isNested { fillNested(classes, &asked) } else { fillCrossing(classes) }
    }
  }
}

extension TieClass {
  /// Sorts some candidates into classes, best first.
  static func classes(of members: [Int], places: [Int]) -> [TieClass] {
    let sorted = members.sorted { (places[$0], $0) < (places[$1], $1) }
    let starts = sorted.indices.filter {
      $0 == 0 || places[sorted[$0]] != places[sorted[$0 - 1]]
    }
    return zip(starts, starts.dropFirst() + [sorted.count]).map { start, end in
      TieClass(place: places[sorted[start]], members: sorted[start..<end])
    }
  }
}
