/// The ranks of members by exact keys: 1, 1, 3.
///
/// Members who are level share a rank, and the next rank counts all who are ahead. A member without
/// one of the keys has no rank, and neither raises nor lowers anybody's.
///
/// Work: O(n log n) comparisons.
package struct Ranking: Hashable, Sendable {
  /// The place of one member.
  package enum Place: Hashable, Sendable {
    /// One more than the number of members ahead.
    case rank(Int)
    /// No rank, because the keys with these indices are missing.
    case unranked(missingKeys: [Int])
  }

  /// The place of each member, by index.
  package let places: [Place]
  /// The ranked members in classes who are level, best first, ascending within a class.
  package let classes: [[Int]]

  /// Ranks members by their rows of keys; those who are level stay level.
  package init<Key>(_ rows: [[Key?]], by order: PointOrder<Key>) {
    self.init(rows, by: order, thenBy: [[Never]](repeating: [], count: rows.count))
  }

  /// Ranks members by their rows of keys, and breaks ties by further rows, the least first.
  ///
  /// With rows that differ, such as a name and an identifier, the ranks are 1, 2, 3.
  ///
  /// - Precondition: There is one row of breakers for each row of keys.
  package init<Key, Breaker: Comparable>(
    _ rows: [[Key?]], by order: PointOrder<Key>, thenBy breakers: [[Breaker]]
  ) {
    precondition(rows.count == breakers.count, "Every member has a row of breakers.")
    self.init(
      rows.count, order.directions.indices.map { key in rows.map { $0[key] } }, by: order,
      thenBy: (breakers.first ?? []).indices.map { place in breakers.map { $0[place] } })
  }

  /// Ranks members by columns of keys, and breaks ties by further columns, the least first.
  ///
  /// There is a column of keys for each direction of the order, and each column has a cell for each
  /// member.
  package init<Key, Breaker: Comparable>(
    _ count: Int, _ keys: [[Key?]], by order: PointOrder<Key>, thenBy breakers: [[Breaker]]
  ) {
    let ranked = (0..<count).filter { member in keys.allSatisfy { $0[member] != nil } }
    let known = keys.map { column in ranked.compactMap { column[$0] } }
    let breaking = breakers.map { column in ranked.map { column[$0] } }
    /// How one ranked member stands to another before the last word, which is their own order.
    func standing(_ one: Int, _ other: Int) -> PointOrder<Key>.Standing {
      let points = order.standing { (known[$0][one], known[$0][other]) }
      guard points == .level else { return points }
      for column in breaking where column[one] != column[other] {
        return column[one] < column[other] ? .ahead : .behind
      }
      return .level
    }
    func isAhead(_ one: Int, _ other: Int) -> Bool {
      switch standing(one, other) {
      case .ahead: true
      case .behind: false
      case .level: one < other
      }
    }
    let sorted = Ranking.sorted(ranked.count, first: known.first, by: order, isAhead)
    var places = [Place](repeating: .unranked(missingKeys: []), count: count)
    var classes: [[Int]] = []
    for (ahead, place) in sorted.enumerated() {
      let member = ranked[place]
      if ahead > 0, standing(sorted[ahead - 1], place) == .level {
        places[member] = places[ranked[sorted[ahead - 1]]]
        classes[classes.count - 1].append(member)
      } else {
        places[member] = .rank(ahead + 1)
        classes.append([member])
      }
    }
    for member in 0..<count where places[member] == .unranked(missingKeys: []) {
      places[member] = .unranked(missingKeys: keys.indices.filter { keys[$0][member] == nil })
    }
    (self.places, self.classes) = (places, classes)
  }

  /// Some members in their order, which their first keys decide where these differ: they stand side by
  /// side while members are put in order.
  private static func sorted<Key>(
    _ count: Int, first keys: [Key]?, by order: PointOrder<Key>, _ isAhead: (Int, Int) -> Bool
  ) -> [Int] {
    guard let keys else { return (0..<count).sorted(by: isAhead) }
    let keyed = zip(keys, 0..<count).sorted { one, other in
      switch order.standing(first: one.0, to: other.0) {
      case .ahead: true
      case .behind: false
      case .level: isAhead(one.1, other.1)
      }
    }
    return keyed.map(\.1)
  }
}
