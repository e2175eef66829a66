/// A time zone with its name and the history of its offsets.
///
/// A value that speaks of a zone holds it, so that nothing has to be looked up when it is compared
/// or computed with. Two zones are equal if their names are.
public final class NamedZone: Sendable {
  /// The name, such as `Asia/Ho_Chi_Minh`.
  public let name: String
  /// The offsets from UTC through time.
  public let history: ZoneHistory

  /// Creates a zone.
  public init(_ name: String, _ history: ZoneHistory) {
    self.name = name
    self.history = history
  }
}

extension NamedZone: Hashable {
  /// Whether both have the same name.
  public static func == (left: NamedZone, right: NamedZone) -> Bool { left.name == right.name }

  /// Feeds the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
