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
    var free = [Int](repeating: 0, count: seats.count)
    for family in map.families where !family.isNested {
      for scope in family.scopes {
        free[scope] = freeBecauseScopesCross(scope, in: family, members: members, places: places)
      }
    }
    return seats.indices.map { scope in
      ScopeSeats(
        seats: seats[scope], candidates: members[scope].count, given: given[scope],
        reserved: reserved[scope], reservedAtLeast: reservedAtLeast[scope],
        freeBecauseScopesCross: free[scope])
    }
  }

  /// The free seats of a scope that would be given if the scopes crossing it set no limit.
  ///
  /// The family is filled again, in the same order, without those scopes.
  private func freeBecauseScopesCross(
    _ scope: Int, in family: ScopeFamily, members: [[Int]], places: [Int]
  ) -> Int {
    let free = seats[scope] - given[scope] - reserved[scope]
    let own = Set(members[scope])
    let crossing = Set(family.scopes.filter { own.crosses(Set(members[$0])) })
    if free == 0 || crossing.isEmpty { return 0 }
    var chains = [[Int]](repeating: [], count: map.chains.count)
    for person in family.members {
      chains[person] = map.chains[person].filter { !crossing.contains($0) }
    }
    let freed = SeatBook(
      filling: seats, of: ScopeMap(memberships: chains, scopeCount: seats.count), places: places)
    let more = freed.given[scope] + freed.reserved[scope] - given[scope] - reserved[scope]
    return max(0, min(free, more))
  }
}
