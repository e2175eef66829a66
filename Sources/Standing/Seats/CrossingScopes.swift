extension CrossingScopes {
  /// Counts what a family of crossing scopes gives, and what it could give at most.
  init(_ family: ScopeFamily, in book: SeatBook) {
    let seated = family.members.count { book.outcomes[$0] == .seated }
    let refused = family.members.count {
      if case .refused = book.outcomes[$0] { true } else { false }
    }
    let undecided = family.members.count - seated - refused
    let least = family.scopes.map { book.reservedAtLeast[$0] }.max() ?? 0
    self.init(
      scopes: family.scopes, seated: seated, undecided: least...undecided,
      most: MostSeats(family, seats: book.seats, chains: book.map.chains)?.count)
  }
}

extension SeatBook {
  /// How the seats of each scope are spent.
  func scopes(places: [Int]) -> [ScopeSeats] {
    let members = map.members
    return seats.indices.map { scope in
      ScopeSeats(
        seats: seats[scope], candidates: members[scope].count, given: given[scope],
        reserved: reserved[scope], reservedAtLeast: reservedAtLeast[scope],
        freeBecauseScopesCross: freeBecauseScopesCross(scope, members, places))
    }
  }

  /// The free seats of a scope that would be given if the scopes crossing it set no limit.
  ///
  /// The family is filled again, in the same order, without those scopes. Nought where scopes are
  /// nested.
  func freeBecauseScopesCross(_ scope: Int, _ members: [[Int]], _ places: [Int]) -> Int {
    let free = seats[scope] - given[scope] - reserved[scope]
    let family = map.families.first { $0.scopes.contains(scope) }
    guard let family, !family.isNested, free > 0 else { return 0 }
    let own = Set(members[scope])
    let crossing = Set(
      family.scopes.filter { own.crosses(Set(members[$0])) })
    if crossing.isEmpty { return 0 }
    let people = Set(family.members)
    let chains = map.chains.indices.map { person in
      people.contains(person) ? map.chains[person].filter { !crossing.contains($0) } : []
    }
    let freed = SeatBook(
      filling: seats, of: ScopeMap(memberships: chains, scopeCount: seats.count), places: places)
    let more = freed.given[scope] + freed.reserved[scope] - given[scope] - reserved[scope]
    return max(0, min(free, more))
  }
}
