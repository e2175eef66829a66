/// What ties a clock to the world: a fixed offset from UTC, or a zone with a name.
public enum Zone: Hashable, Sendable {
  /// A number of seconds that the clock is ahead of UTC; UTC itself is zero.
  case offset(Int)
  /// A zone such as `Asia/Ho_Chi_Minh`.
  case named(NamedZone)

  /// Universal time.
  public static let utc = Zone.offset(0)

  /// The greatest offset, 14 hours either way (XML Schema 1.1 part 2, section 3.3.7).
  public static let offsets = -50_400...50_400

  /// The seconds ahead of UTC, if they are the same at all times.
  public var fixedOffset: Int? {
    switch self {
    case .offset(let seconds): seconds
    case .named(let zone): zone.history.fixedOffset
    }
  }

  /// The seconds ahead of UTC at a moment, in seconds since 1970-01-01T00:00:00Z.
  public func offset(at second: Int) -> Int {
    switch self {
    case .offset(let seconds): seconds
    case .named(let zone): zone.history.offset(at: second)
    }
  }

  /// The seconds ahead of UTC when the zone's own clocks show `second`, counted as if they showed
  /// UTC; see ``ZoneHistory/offset(atLocal:)``.
  public func offset(atLocal second: Int) -> Int {
    switch self {
    case .offset(let seconds): seconds
    case .named(let zone): zone.history.offset(atLocal: second)
    }
  }
}

extension Zone: CustomStringConvertible {
  /// `Z`, `+07:00`, `-02:45:55` or `@Asia/Ho_Chi_Minh`, as it stands after a time.
  public var description: String {
    switch self {
    case .named(let zone): return "@\(zone.name)"
    case .offset(0): return "Z"
    case .offset(let seconds):
      let size = Int(seconds.magnitude)
      let rest = size % 60 == 0 ? "" : ":\(twoDigits(size % 60))"
      return
        "\(seconds < 0 ? "-" : "+")\(twoDigits(size / 3600)):\(twoDigits(size / 60 % 60))\(rest)"
    }
  }
}
