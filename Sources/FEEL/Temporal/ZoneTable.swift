import Synchronization

/// The time zones that texts may name, given by the caller.
///
/// The language reads no zone data of the machine, so that results depend on inputs only. `UTC`,
/// `Etc/UTC`, `GMT` and `Etc/GMT` are always known, and nothing else unless it is given.
public struct ZoneTable: Sendable {
  /// The most zones that are kept when they are found one by one.
  private static let limit = 2000

  private let found: Found
  private let find: @Sendable (String) -> NamedZone?

  /// A table of universal time only.
  public static let universal = ZoneTable([])

  /// Creates a table of some zones.
  public init(_ zones: [NamedZone]) {
    let zones = Dictionary(zones.map { ($0.name, $0) }) { first, _ in first }
    self.init { zones[$0] }
  }

  /// Creates a table that asks for a zone when a text first names it.
  ///
  /// - Parameter find: Gives the zone of a name, nil if there is none; always the same.
  public init(find: @escaping @Sendable (String) -> NamedZone?) {
    found = Found()
    self.find = find
  }

  /// Creates a table that reads the file of a zone when a text first names it; a file that is damaged
  /// counts as none.
  ///
  /// - Parameter files: Gives the bytes of the file of a zone, as in ``ZoneHistory/init(tzif:)``; nil
  ///   if there is none.
  public init(files: @escaping @Sendable (String) -> [UInt8]?) {
    self.init { name in
      let history = files(name).flatMap { try? ZoneHistory(tzif: $0) }
      return history.map { NamedZone(name, $0) }
    }
  }

  /// The zone of a name; nil if it is not known.
  public subscript(name: String) -> NamedZone? {
    if let zone = ZoneTable.always[name] ?? found.zones.withLock({ $0[name] }) { return zone }
    guard name.utf8.count <= 255, let zone = find(name) else { return nil }
    found.zones.withLock { zones in
      if zones.count < ZoneTable.limit { zones[name] = zone }
    }
    return zone
  }

  private static let always = Dictionary(
    uniqueKeysWithValues: ["UTC", "Etc/UTC", "GMT", "Etc/GMT"].map { name in
      (name, NamedZone(name, ZoneHistory(first: 0)))
    })

  /// The zones already asked for, so that none is made twice.
  private final class Found: Sendable {
    let zones = Mutex<[String: NamedZone]>([:])
  }
}

extension ZoneTable {
  /// The name of the zone that makes a text unreadable, as it is not in the table; nil if something
  /// else does.
  func missingName(in text: String) -> String? {
    guard let at = text.firstIndex(of: "@") else { return nil }
    let (before, name) = (text[..<at], String(text[text.index(after: at)...]))
    guard self[name] == nil, ClockTime(before) != nil || DateTime(before) != nil else { return nil }
    return name
  }
}
