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
    let known = rows.map { row in row.compactMap { $0 } }
    let ranked = rows.indices.filter { known[$0].count == rows[$0].count }
    let sorted = ranked.sorted { one, other in
      switch order.standing(of: known[one], to: known[other]) {
      case .ahead: true
      case .behind: false
      case .level:
        breakers[one] == breakers[other]
          ? one < other : breakers[one].lexicographicallyPrecedes(breakers[other])
      }
    }
    var classes: [[Int]] = []
    for member in sorted {
      if let last = classes.last?.last, breakers[last] == breakers[member],
        order.standing(of: known[last], to: known[member]) == .level
      {
        classes[classes.count - 1].append(member)
      } else {
        classes.append([member])
      }
    }
    self.classes = classes
    places = Ranking.places(of: classes, rows: rows)
  }

  /// Counts those ahead of each class.
  private static func places<Key>(of classes: [[Int]], rows: [[Key?]]) -> [Place] {
    var places = rows.map { row in
      Place.unranked(missingKeys: row.indices.filter { row[$0] == nil })
    }
    var ahead = 0
    for tieClass in classes {
      for member in tieClass { places[member] = .rank(ahead + 1) }
      ahead += tieClass.count
    }
    return places
  }
}
