/// Candidates and pending people together; pending people are numbered after the candidates.
struct PendingWorld {
  /// For each scope who counts in it besides its candidates.
  let bases: [SeatBase]
  /// For each candidate the place of their class in the order.
  let places: [Int]
  /// How the scopes lie to one another if everyone pending turns out a candidate.
  let map: ScopeMap
  /// For each scope its candidates, and the pending people in it.
  let candidates: [Int]
  let pending: [Int]

  /// How much may be tried in a family: completions times candidates.
  let effort: Int

  init(
    order: [[Int]], bases: [SeatBase], memberships: [[Int]], pending: [[Int]], effort: Int
  ) {
    self.effort = effort
    self.bases = bases
    places = SeatAllocation.places(of: order, count: memberships.count)
    map = ScopeMap(memberships: memberships + pending, scopeCount: bases.count)
    let members = map.members
    candidates = members.map { $0.count { $0 < memberships.count } }
    self.pending = members.map { $0.count { $0 >= memberships.count } }
  }

  /// The seats of each scope if everyone pending stays below the levels that count.
  var seatsIfBelow: [Int] {
    bases.indices.map {
      bases[$0].seats(candidates: candidates[$0], ahead: 0, counted: 0, below: pending[$0])
    }
  }

  /// The least and the most seats of each scope.
  var seatRanges: [ClosedRange<Int>] {
    bases.indices.map { bases[$0].seats(candidates: candidates[$0], pending: pending[$0]) }
  }

  /// What is certain of the candidates of a family in which somebody is pending.
  func verdicts(in family: ScopeFamily, known: [Int], unknown: [Int]) -> [SeatVerdict] {
    let classes = TieClass.classes(of: known, places: places)
    if family.isNested {
      let most = effort / max(1, known.count)
      if let completions = PendingCounts.all(of: unknown, chains: map.chains, most: most) {
        return known.merged(completions.map { nested($0, classes) })
      }
      return known.merged([nestedBounds(classes, unknown: unknown)])
    }
    if unknown.count == 1, 2 * (classes.count + 2) * known.count <= effort {
      return known.merged(placings(of: unknown[0], classes))
    }
    return known.merged([crossingBounds(classes, unknown: unknown)])
  }

  /// What can be said of each scope.
  func scopes(_ outcomes: [SeatProspect.Outcome]) -> [SeatProspect.Scope] {
    var seated = [Int](repeating: 0, count: bases.count)
    var refused = seated
    for (candidate, outcome) in outcomes.enumerated() {
      for scope in map.chains[candidate] {
        switch outcome {
        case .seated, .settled(.seated): seated[scope] += 1
        case .refused, .settled(.refused): refused[scope] += 1
        case .pending, .settled: continue
        }
      }
    }
    return bases.indices.map { scope in
      SeatProspect.Scope(
        seats: seatRanges[scope], pending: pending[scope], seated: seated[scope],
        refused: refused[scope])
    }
  }
}

/// What is certain of a candidate; neither of the two if the matter is open.
struct SeatVerdict: Hashable {
  var isSeated: Bool
  var isRefused: Bool
}

extension [Int] {
  /// What is certain of each of these candidates if it is so under all completions.
  func merged(_ completions: [[Int: SeatVerdict]]) -> [SeatVerdict] {
    map { candidate in
      completions.reduce(into: SeatVerdict(isSeated: true, isRefused: true)) { all, completion in
        let one = completion[candidate] ?? SeatVerdict(isSeated: false, isRefused: false)
        all.isSeated = all.isSeated && one.isSeated
        all.isRefused = all.isRefused && one.isRefused
      }
    }
  }
}
