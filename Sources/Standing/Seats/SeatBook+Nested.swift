extension SeatBook {
  /// Fills a nested family.
  ///
  /// A class that fits is seated. At the last seats it is settled scope by scope: where all scopes
  /// around a candidate can hold what their members ask (each inner scope asks at most its free
  /// seats), the candidate is seated; otherwise the widest scope that cannot is the contest, its
  /// free seats are reserved, and its candidates who still have room elsewhere are undecided. So
  /// each candidate is seated, or refused, exactly if every way to break the ties says so.
  ///
  /// `asked` counts for all families, which have no scope in common. Work: O(m) for m memberships,
  /// besides sorting.
  mutating func fillNested(_ classes: [TieClass], _ asked: inout NestedDemand) {
    for tieClass in classes {
      if tieClass.members.count == 1, let one = tieClass.members.first,
        refuse(one) || seatAlone(one, &asked)
      {
        continue
      }
      let open = tieClass.members.filter { !refuse($0) }
      var before: [Int: Int] = [:]
      for candidate in open {
        for scope in map.chains[candidate] { before[scope] = asked.taken(scope) }
      }
      for candidate in open {
        if let innermost = map.chains[candidate].last { asked.add(at: innermost) }
      }
      var contested: [Int: [Int]] = [:]
      for candidate in open {
        if let scope = map.chains[candidate].first(where: { asked.demand[$0] > seats[$0] }) {
          contested[scope, default: []].append(candidate)
        } else {
          seat(candidate)
        }
      }
      for (scope, members) in contested.sorted(by: { $0.key < $1.key }) {
        contest(TieClass(place: tieClass.place, members: members), at: scope, before, asked)
      }
    }
  }

  /// Seats a candidate with whom nobody is level, if all their scopes have room.
  private mutating func seatAlone(_ candidate: Int, _ asked: inout NestedDemand) -> Bool {
    guard map.chains[candidate].allSatisfy({ asked.demand[$0] < seats[$0] }) else { return false }
    if let innermost = map.chains[candidate].last { asked.add(at: innermost) }
    seat(candidate)
    return true
  }

  /// Enters the contest for the last seats of a scope; they are claimed in all scopes around it too.
  ///
  /// An inner scope gets at most what its members ask and its surroundings give, and at least what
  /// is left when all its neighbours get what they ask.
  private mutating func contest(
    _ tieClass: TieClass, at top: Int, _ before: [Int: Int], _ after: NestedDemand
  ) {
    let last = seats[top] - before[top, default: 0]
    var claims: [Int: ClosedRange<Int>] = [:]
    for chain in tieClass.members.map({ map.chains[$0] }) {
      var outer: ClosedRange<Int>?
      for (place, scope) in chain.enumerated() {
        var claim = last...last
        if let outer {
          let parent = chain[place - 1]
          let own = after.taken(scope) - before[scope, default: 0]
          let asked = after.demand[parent] - before[parent, default: 0]
          claim = max(0, outer.lowerBound - (asked - own))...min(own, outer.upperBound)
        }
        claims[scope] = claim
        if scope == top || outer != nil { outer = claim }
      }
    }
    enter(tieClass, seats: last...last, claims: claims)
    for (scope, claim) in claims {
      reserved[scope] += claim.upperBound
      reservedAtLeast[scope] += claim.lowerBound
    }
  }
}
