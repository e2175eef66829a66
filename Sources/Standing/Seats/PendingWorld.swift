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
    places: [Int], bases: [SeatBase], memberships: [[Int]], pending: [[Int]], effort: Int
  ) {
    self.effort = effort
    self.bases = bases
    self.places = places
    map = ScopeMap(memberships: memberships + pending, scopeCount: bases.count)
    candidates = PendingWorld.counts(map.chains.prefix(memberships.count), bases.count)
    self.pending = PendingWorld.counts(map.chains.dropFirst(memberships.count), bases.count)
  }

  /// Cuts out one family, whose scopes, candidates and pending people are numbered anew.
  init(_ family: ScopeFamily, of whole: PendingWorld) {
    let numbers = Dictionary(uniqueKeysWithValues: zip(family.scopes, family.scopes.indices))
    let known = family.members.filter { $0 < whole.places.count }
    effort = whole.effort
    bases = family.scopes.map { whole.bases[$0] }
    places = known.map { whole.places[$0] }
    map = ScopeMap(
      memberships: family.members.map { whole.map.chains[$0].compactMap { numbers[$0] } },
      scopeCount: family.scopes.count)
    candidates = family.scopes.map { whole.candidates[$0] }
    pending = family.scopes.map { whole.pending[$0] }
  }

  /// How many of some people are in each scope, by their scopes.
  private static func counts(_ chains: ArraySlice<[Int]>, _ scopeCount: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: scopeCount)
    for chain in chains { for scope in chain { counts[scope] += 1 } }
    return counts
  }

  /// The pending people.
  var unknown: Range<Int> { places.count..<map.chains.count }

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

  /// What is certain of the candidates of a single family in which somebody is pending.
  func verdicts() -> [SeatVerdict] {
    let classes = TieClass.classes(of: Array(places.indices), places: places)
    let completions =
      if map.families.allSatisfy(\.isNested) {
        PendingCounts.all(
          of: Array(unknown), chains: map.chains, most: min(20_000, effort / max(1, places.count)))?
          .map { nested($0, classes) } ?? [nestedBounds(classes)]
      } else if unknown.count == 1, (classes.count + 3) * places.count <= effort {
        placings(of: unknown.lowerBound, classes)
      } else {
        [crossingBounds(classes)]
      }
    return places.indices.map { candidate in
      let all = completions.map { $0[candidate] }
      return SeatVerdict(
        isSeated: all.allSatisfy(\.isSeated), isRefused: all.allSatisfy(\.isRefused))
    }
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
    let ranges = seatRanges
    return bases.indices.map { scope in
      SeatProspect.Scope(
        seats: ranges[scope], pending: pending[scope], seated: seated[scope],
        refused: refused[scope])
    }
  }
}

/// What is certain of a candidate; neither of the two if the matter is open.
struct SeatVerdict: Hashable {
  var isSeated = false
  var isRefused = false
}
