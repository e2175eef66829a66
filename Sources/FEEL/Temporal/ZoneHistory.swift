/// The offsets of a zone from UTC through time.
public struct ZoneHistory: Hashable, Sendable {
  /// A moment at which the offset changes.
  public struct Change: Hashable, Sendable {
    /// The moment, in seconds since 1970-01-01T00:00:00Z.
    public let second: Int
    /// The seconds ahead of UTC from then on.
    public let offset: Int

    /// Creates a change.
    public init(second: Int, offset: Int) {
      self.second = second
      self.offset = offset
    }
  }

  /// The seconds ahead of UTC before the first change.
  public let first: Int
  /// The changes in order of time.
  public let changes: [Change]
  /// What holds from the last change on, or always if there is none; nil if the last offset stays.
  public let rule: ZoneRule?

  /// Moments beyond count as these; they lie beyond all years.
  static let seconds = -(1 << 60)...(1 << 60)

  /// Creates a history; the changes are put in order.
  public init(first: Int, changes: [Change] = [], rule: ZoneRule? = nil) {
    self.first = first
    self.changes = changes.sorted { $0.second < $1.second }
    self.rule = rule
  }

  /// The offset, if it is always the same.
  public var fixedOffset: Int? {
    guard changes.isEmpty else { return nil }
    guard let rule else { return first }
    return rule.daylight == nil ? rule.standard : nil
  }

  /// The seconds ahead of UTC at a moment, in seconds since 1970-01-01T00:00:00Z.
  ///
  /// - Complexity: O(log changes).
  public func offset(at second: Int) -> Int {
    let second = ZoneHistory.clamped(second)
    let count = changesBefore { changes[$0].second <= second }
    if count == changes.count, let rule { return rule.offset(at: second) }
    return offset(after: count)
  }

  /// The seconds ahead of UTC when the zone's own clocks show `second`, counted as if they showed
  /// UTC.
  ///
  /// A time that clocks show twice means the first one, and a time that they skip counts with the
  /// offset before the gap.
  ///
  /// - Complexity: O(log changes).
  public func offset(atLocal second: Int) -> Int {
    let second = ZoneHistory.clamped(second)
    // A change takes effect where both the clocks before it and those after it have passed it.
    let count = changesBefore { index in
      changes[index].second + max(offset(after: index), changes[index].offset) <= second
    }
    if count == changes.count, let rule { return rule.offset(atLocal: second) }
    return offset(after: count)
  }

  private static func clamped(_ second: Int) -> Int {
    min(max(second, seconds.lowerBound), seconds.upperBound)
  }

  private func offset(after count: Int) -> Int { count == 0 ? first : changes[count - 1].offset }

  /// The number of changes for which `isPast` is true, which must be the first ones.
  private func changesBefore(_ isPast: (Int) -> Bool) -> Int {
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      if isPast(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
