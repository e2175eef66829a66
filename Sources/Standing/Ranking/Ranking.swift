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
  /// The ranked members, best first, ascending where they are level.
  private let order: [Int]
  /// Where in that order each class of members who are level begins.
  private let starts: [Int]

  /// The ranked members in classes who are level, best first, ascending within a class.
  package var classes: [[Int]] {
    zip(starts, starts.dropFirst() + [order.count]).map { Array(order[$0..<$1]) }
  }

  /// For each member the place of its class among ``classes``; −1 without a rank.
  var classPlaces: [Int] {
    var found = [Int](repeating: -1, count: places.count)
    for (place, (start, end)) in zip(starts, starts.dropFirst() + [order.count]).enumerated() {
      for member in order[start..<end] { found[member] = place }
    }
    return found
  }

  /// Ranks members by their rows of keys; those who are level stay level.
  package init<Key: PointKey>(_ rows: [[Key?]], by order: PointOrder<Key>) {
    self.init(rows, by: order, thenBy: [[Never]](repeating: [], count: rows.count))
  }

  /// Ranks members by their rows of keys, and breaks ties by further rows, the least first.
  ///
  /// With rows that differ, such as a name and an identifier, the ranks are 1, 2, 3.
  ///
  /// - Precondition: There is one row of breakers for each row of keys.
  package init<Key: PointKey, Breaker: PointKey>(
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
  package init<Key: PointKey, Breaker: PointKey>(
    _ count: Int, _ keys: [[Key?]], by order: PointOrder<Key>, thenBy breakers: [[Breaker]]
  ) {
    var ties = TieParting((0..<count).filter { member in keys.allSatisfy { $0[member] != nil } })
    for (column, direction) in zip(keys, order.directions) { ties.part(by: column, direction) }
    for column in breakers { ties.part(by: column.map { .some($0) }, .leastFirst) }
    (self.order, starts) = (ties.members, ties.starts)
    var places = [Place?](repeating: nil, count: count)
    for (start, end) in zip(starts, starts.dropFirst() + [ties.members.count]) {
      for member in ties.members[start..<end] { places[member] = .rank(start + 1) }
    }
    self.places = places.indices.map { member in
      places[member] ?? .unranked(missingKeys: keys.indices.filter { keys[$0][member] == nil })
    }
  }
}
