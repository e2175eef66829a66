/// One way in which pending people may turn out, as far as nested scopes can tell.
///
/// Those in the same scopes are alike, so that only numbers matter. Three states are enough: ahead
/// of all candidates, counted without being a candidate, and below. Someone ahead of a candidate
/// takes room from them wherever ahead they stand; someone behind takes none, and counts like one of
/// the two others; someone level leaves them between the two.
struct PendingCounts {
  /// Some pending people who are in the same scopes, and how many of them are in which state.
  struct Part {
    let chain: [Int]
    var ahead: Int
    var counted: Int
    var below: Int
  }

  /// One part for each set of scopes.
  let parts: [Part]

  /// Every way; nothing if there are more than `most`.
  static func all(of people: [Int], chains: [[Int]], most: Int) -> [PendingCounts]? {
    var sizes: [[Int]: Int] = [:]
    for person in people { sizes[chains[person], default: 0] += 1 }
    var ways: [[Part]] = [[]]
    for (chain, size) in sizes.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      guard ways.count * (size + 1) * (size + 2) / 2 <= most else { return nil }
      let parts = (0...size).flatMap { ahead in
        (0...(size - ahead)).map { counted in
          Part(chain: chain, ahead: ahead, counted: counted, below: size - ahead - counted)
        }
      }
      ways = ways.flatMap { way in parts.map { way + [$0] } }
    }
    return ways.map { PendingCounts(parts: $0) }
  }
}

extension PendingWorld {
  /// What is certain under one completion of a nested family.
  func nested(_ counts: PendingCounts, _ classes: [TieClass]) -> [SeatVerdict] {
    var ahead = [Int](repeating: 0, count: bases.count)
    var (counted, below) = (ahead, ahead)
    for part in counts.parts {
      for scope in part.chain {
        ahead[scope] += part.ahead
        counted[scope] += part.counted
        below[scope] += part.below
      }
    }
    let seats = bases.indices.map {
      bases[$0].seats(
        candidates: candidates[$0], ahead: ahead[$0], counted: counted[$0], below: below[$0])
    }
    var asked = NestedDemand(seats: seats, parents: map.parents)
    for part in counts.parts {
      for _ in 0..<part.ahead { if let scope = part.chain.last { asked.add(at: scope) } }
    }
    return verdicts(classes, most: asked, least: asked, seats: seats.map { $0...$0 })
  }

  /// What is certain under all completions of a nested family: everyone pending is ahead and the
  /// seats are fewest for those to be seated, nobody is and they are most for those to be refused.
  func nestedBounds(_ classes: [TieClass]) -> [SeatVerdict] {
    let seats = seatRanges
    var most = NestedDemand(seats: seats.map(\.upperBound), parents: map.parents)
    for person in unknown { if let scope = map.chains[person].last { most.add(at: scope) } }
    let least = NestedDemand(seats: seats.map(\.lowerBound), parents: map.parents)
    return verdicts(classes, most: most, least: least, seats: seats)
  }

  /// Walks the classes with the most and the least that can have been asked of each scope.
  private func verdicts(
    _ classes: [TieClass], most: NestedDemand, least: NestedDemand, seats: [ClosedRange<Int>]
  ) -> [SeatVerdict] {
    var (most, least) = (most, least)
    var verdicts = [SeatVerdict](repeating: SeatVerdict(), count: places.count)
    for tieClass in classes {
      for candidate in tieClass.members {
        verdicts[candidate].isRefused = map.chains[candidate].contains {
          least.demand[$0] >= seats[$0].upperBound
        }
      }
      for innermost in tieClass.members.compactMap({ map.chains[$0].last }) {
        most.add(at: innermost)
        least.add(at: innermost)
      }
      for candidate in tieClass.members {
        verdicts[candidate].isSeated = map.chains[candidate].allSatisfy {
          most.demand[$0] <= seats[$0].lowerBound
        }
      }
    }
    return verdicts
  }
}
