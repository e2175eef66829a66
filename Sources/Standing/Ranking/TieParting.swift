/// Members in an order that each further column of keys makes finer, until nobody is level.
struct TieParting {
  /// The members, best first; those who are level so far ascend.
  private(set) var members: [Int]
  /// The places of those who are level so far, two or more together, ascending.
  private var level: [Range<Int>]

  /// Begins with all members level.
  ///
  /// - Parameter members: The members, ascending.
  init(_ members: [Int]) {
    self.members = members
    level = members.count > 1 ? [0..<members.count] : []
  }

  /// Where each class of members who are level begins.
  var starts: [Int] {
    var (starts, next) = ([Int](), 0)
    starts.reserveCapacity(members.count)
    for range in level {
      starts += next...range.lowerBound
      next = range.upperBound
    }
    return starts + (next..<members.count)
  }

  /// Parts those who are level by their keys.
  ///
  /// - Parameters:
  ///   - column: The key of every member, by number; members who stand in this order have one.
  ///   - direction: Which end of it is ahead.
  /// - Complexity: O(n log n) for n who are level.
  mutating func part<Key: PointKey>(by column: [Key?], _ direction: PointOrder<Key>.Direction) {
    var left: [Range<Int>] = []
    for range in level {
      var keyed = members[range].map { Keyed(hint: column[$0]?.hint ?? .nan, member: $0) }
      keyed.sort {
        switch $0.standing(to: $1, column, direction) {
        case .ahead: true
        case .behind: false
        case .level: $0.member < $1.member
        }
      }
      var first = 0
      for place in 1...keyed.count {
        if place < keyed.count,
          keyed[place - 1].standing(to: keyed[place], column, direction) == .level
        {
          continue
        }
        if place - first > 1 { left.append(range.lowerBound + first..<range.lowerBound + place) }
        first = place
      }
      for (place, one) in zip(range, keyed) { members[place] = one.member }
    }
    level = left
  }
}

/// A member beside what mostly says where it stands.
private struct Keyed {
  let hint: Double
  let member: Int

  /// How the member stands to another one by a column.
  func standing<Key: PointKey>(
    to other: Keyed, _ column: [Key?], _ direction: PointOrder<Key>.Direction
  ) -> PointOrder<Key>.Standing {
    if hint < other.hint { return direction == .leastFirst ? .ahead : .behind }
    if hint > other.hint { return direction == .leastFirst ? .behind : .ahead }
    guard let one = column[member], let two = column[other.member] else { return .level }
    return PointOrder.standing(of: one, to: two, direction)
  }
}
