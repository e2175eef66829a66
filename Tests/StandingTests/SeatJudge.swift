import Standing

extension SeatWorld {
  /// The seats as the engine fills them.
  var allocation: SeatAllocation {
    SeatAllocation(order: order, seats: seats, memberships: memberships)
  }

  /// What is wrong with an allocation by the definition; nothing if it is right.
  ///
  /// Where scopes are nested it has to say exactly what is certain; where they cross it may be
  /// silent about something that is, unless there are no ties at all.
  func faults(of given: SeatAllocation) -> [String] {
    let outcomes = outcomes()
    let isExact = isNested || order.allSatisfy { $0.count == 1 }
    var faults: [String] = []
    for (person, outcome) in given.outcomes.enumerated() {
      let bit = 1 << person
      let inAll = outcomes.allSatisfy { $0 & bit != 0 }
      let inNone = outcomes.allSatisfy { $0 & bit == 0 }
      switch outcome {
      case .seated: if !inAll { faults.append("\(person) is not certain of a seat") }
      case .refused(let full):
        if !inNone { faults.append("\(person) may get a seat") }
        if full.isEmpty { faults.append("\(person) is refused by no scope") }
        faults += full.flatMap { faultsOfRefusal(person, by: $0, given, outcomes) }
      case .tied(let contest):
        if isExact, inAll || inNone { faults.append("\(person) is certain") }
        if !given.contests[contest].members.contains(person) { faults.append("wrong contest") }
      case .waiting(let contests):
        if isExact { faults.append("\(person) waits") }
        if contests.isEmpty { faults.append("\(person) waits for nobody") }
      }
    }
    return faults + faultsOfScopes(given, outcomes, isExact: isExact)
      + faultsOfCrossings(given, outcomes)
      + faultsOfContests(given, outcomes)
  }

  /// All seats of a scope that refuses belong to people ahead, in every outcome.
  private func faultsOfRefusal(
    _ person: Int, by scope: Int, _ given: SeatAllocation, _ outcomes: [Int]
  ) -> [String] {
    let place = order.firstIndex { $0.contains(person) } ?? 0
    let ahead = order[..<place].joined().reduce(0) { $0 | 1 << $1 } & scopes[scope]
    var faults: [String] = []
    if scopes[scope] & 1 << person == 0 { faults.append("\(person) is not in scope \(scope)") }
    if outcomes.contains(where: { ($0 & ahead).nonzeroBitCount != seats[scope] }) {
      faults.append("scope \(scope) is not full ahead of \(person)")
    }
    let holders = given.holders(of: scope, aheadOf: person)
    let seated = holders.seated.reduce(0) { $0 | 1 << $1 }
    let contested = holders.contests.flatMap { given.contests[$0].members }.reduce(seated) {
      $0 | 1 << $1
    }
    if seated & ~ahead != 0 || contested & ~ahead & scopes[scope] != 0 {
      faults.append("a holder is not ahead")
    }
    if isNested, outcomes.contains(where: { $0 & ahead & ~contested != 0 }) {
      faults.append("a holder is left out")
    }
    return faults
  }

  private func faultsOfScopes(
    _ given: SeatAllocation, _ outcomes: [Int], isExact: Bool
  ) -> [String] {
    var faults: [String] = []
    for (index, scope) in given.scopes.enumerated() {
      let taken = outcomes.map { ($0 & scopes[index]).nonzeroBitCount }
      let (least, most) = (taken.min() ?? 0, taken.max() ?? 0)
      let seated = given.outcomes.indices.count {
        given.outcomes[$0] == .seated && scopes[index] & 1 << $0 != 0
      }
      if scope.given != seated { faults.append("scope \(index) gives \(scope.given)") }
      if scope.given + scope.reserved > scope.seats { faults.append("scope \(index) overflows") }
      if scope.given + scope.reserved < most { faults.append("scope \(index) keeps too little") }
      if scope.given + scope.reservedAtLeast > least { faults.append("scope \(index) takes more") }
      if isExact, scope.given + scope.reserved != most { faults.append("scope \(index) most") }
      if isExact, scope.given + scope.reservedAtLeast != least {
        faults.append("scope \(index) least")
      }
      if isNested, scope.freeBecauseScopesCross != 0 { faults.append("scope \(index) crossed") }
    }
    return faults
  }

  /// The most people whom any allowed set seats, against the number said.
  private func faultsOfCrossings(_ given: SeatAllocation, _ outcomes: [Int]) -> [String] {
    given.crossings.flatMap { crossing in
      let people = crossing.scopes.reduce(0) { $0 | scopes[$1] }
      var set = people
      var most = 0
      while set != 0 {
        if set.nonzeroBitCount > most, allows(set) { most = set.nonzeroBitCount }
        set = (set - 1) & people
      }
      let seated = given.outcomes.indices.count {
        given.outcomes[$0] == .seated && people & 1 << $0 != 0
      }
      let isWrong = crossing.most.map { $0 != most } ?? false
      let empty = crossing.emptyBecauseScopesCross
      let isOutside = outcomes.contains { outcome in
        !(empty?.contains(most - (outcome & people).nonzeroBitCount) ?? true)
      }
      return isWrong || isOutside || crossing.seated != seated
        ? ["crossing \(crossing), most \(most)"] : []
    }
  }

  private func faultsOfContests(_ given: SeatAllocation, _ outcomes: [Int]) -> [String] {
    var faults: [String] = []
    for contest in given.contests {
      let members = contest.members.reduce(0) { $0 | 1 << $1 }
      for outcome in outcomes {
        if !contest.seats.contains((outcome & members).nonzeroBitCount) {
          faults.append("contest \(contest) gives another number")
        }
        for claim in contest.claims {
          let taken = (outcome & members & scopes[claim.scope]).nonzeroBitCount
          if !claim.seats.contains(taken) { faults.append("contest \(contest) claims otherwise") }
        }
      }
      if isNested, contest.seats.count != 1 { faults.append("contest \(contest) is open") }
    }
    return faults
  }
}
