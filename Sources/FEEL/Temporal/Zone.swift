/// What ties a clock to the world: a fixed offset from UTC, or the name of a zone.
public enum Zone: Hashable, Sendable {
  /// A number of seconds that the clock is ahead of UTC; UTC itself is zero.
  case offset(Int)
  /// A name such as `Asia/Ho_Chi_Minh`; what it means is for ``ZoneRules`` to say.
  case named(String)

  /// Universal time.
  public static let utc = Zone.offset(0)

  /// The greatest offset, 14 hours either way (XML Schema 1.1 part 2, section 3.3.7).
  public static let offsets = -50_400...50_400
}

extension Zone: CustomStringConvertible {
  /// `Z`, `+07:00`, `-02:45:55` or `@Asia/Ho_Chi_Minh`, as it stands after a time.
  public var description: String {
    switch self {
    case .named(let name): return "@\(name)"
    case .offset(0): return "Z"
    case .offset(let seconds):
      let size = Int(seconds.magnitude)
      let rest = size % 60 == 0 ? "" : ":\(twoDigits(size % 60))"
      return
        "\(seconds < 0 ? "-" : "+")\(twoDigits(size / 3600)):\(twoDigits(size / 60 % 60))\(rest)"
    }
  }
}

/// The history of the offsets of named zones, given by the caller.
///
/// The engine reads no zone data of the machine, so that results depend on inputs only. `UTC`,
/// `Etc/UTC`, `GMT` and `Etc/GMT` are always known.
public struct ZoneRules: Hashable, Sendable {
  /// A moment at which a zone's offset changes.
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

  /// The offsets of one zone through time.
  public struct History: Hashable, Sendable {
    /// The seconds ahead of UTC before the first change.
    public let first: Int
    /// The changes in order of time; after the last one its offset holds for ever.
    public let changes: [Change]

    /// Creates a history; the changes are put in order.
    public init(first: Int, changes: [Change] = []) {
      self.first = first
      self.changes = changes.sorted { $0.second < $1.second }
    }
  }

  private let histories: [String: History]

  /// Rules that know universal time only.
  public static let universal = ZoneRules([:])

  /// Creates rules from the histories of zones by name.
  public init(_ histories: [String: History]) {
    let universal = ["UTC", "Etc/UTC", "GMT", "Etc/GMT"].map { ($0, History(first: 0)) }
    self.histories = histories.merging(universal) { given, _ in given }
  }

  /// Whether the zone has a meaning.
  public func contains(_ zone: Zone) -> Bool {
    if case .named(let name) = zone { return histories[name] != nil }
    return true
  }

  /// The seconds ahead of UTC at a moment in seconds since 1970-01-01T00:00:00Z; nil for an unknown
  /// zone.
  public func offset(of zone: Zone, at second: Int) -> Int? {
    switch zone {
    case .offset(let offset): return offset
    case .named(let name):
      guard let history = histories[name] else { return nil }
      return history.changes.last { $0.second <= second }?.offset ?? history.first
    }
  }

  /// The seconds ahead of UTC when the zone's own clocks show `second`, counted as if they showed
  /// UTC; nil for an unknown zone.
  ///
  /// A time that clocks show twice means the first one, and a time that they skip counts with the
  /// offset before the gap.
  public func offset(of zone: Zone, atLocal second: Int) -> Int? {
    guard case .named(let name) = zone else { return offset(of: zone, at: second) }
    guard let history = histories[name] else { return nil }
    var current = history.first
    for change in history.changes {
      guard second - max(current, change.offset) >= change.second else { break }
      current = change.offset
    }
    return current
  }
}
