/// The one order of points: which of two rows of keys stands ahead.
///
/// Keys are compared from the first on; the first that differs decides. Every list, quota and rank
/// compares by this type, so that no two of them can disagree about who is ahead.
package struct PointOrder<Key: Comparable & Sendable>: Sendable {
  /// Which end of a key is ahead.
  package enum Direction: String, Hashable, Sendable {
    /// The greater value stands ahead.
    case greatestFirst
    /// The smaller value stands ahead.
    case leastFirst
  }

  /// How two rows stand to one another.
  package enum Standing: Hashable, Sendable {
    /// The first row is ahead.
    case ahead
    /// The rows are level.
    case level
    /// The first row is behind.
    case behind
  }

  /// For each key which end of it is ahead.
  package let directions: [Direction]

  /// Creates the order of rows with as many keys as directions.
  package init(_ directions: [Direction]) { self.directions = directions }

  /// Says how one row stands to another; both have a key for each direction.
  package func standing(of one: [Key], to other: [Key]) -> Standing {
    precondition(
      one.count == directions.count && other.count == directions.count,
      "A row has as many keys as the order.")
    return standing { (one[$0], other[$0]) }
  }

  /// Says how one row stands to another, of which `keys` gives the keys with an index.
  func standing(_ keys: (Int) -> (one: Key, other: Key)) -> Standing {
    for (place, direction) in directions.enumerated() {
      let (one, other) = keys(place)
      let standing = PointOrder.standing(of: one, to: other, direction)
      if standing != .level { return standing }
    }
    return .level
  }

  /// Says how one key stands to another by which end of it is ahead.
  static func standing(of one: Key, to other: Key, _ direction: Direction) -> Standing {
    guard one != other else { return .level }
    return (one > other) == (direction == .greatestFirst) ? .ahead : .behind
  }

  /// Whether one row stands ahead of another.
  package func isAhead(_ one: [Key], of other: [Key]) -> Bool {
    standing(of: one, to: other) == .ahead
  }
}
