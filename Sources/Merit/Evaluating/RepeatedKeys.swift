import Records

/// The keys of a table that occur more than once, and whoever looks like them.
///
/// Two different keys look alike so rarely that their records may simply be compared exactly.
struct RepeatedKeys: Sendable {
  private let marks: Set<UInt64>

  var isEmpty: Bool { marks.isEmpty }

  /// Finds the keys that came more than once, to any thread.
  init(among seen: [SeenKeys], threads: Int) {
    marks = SeenKeys.repeated(among: seen, threads: threads)
  }

  /// Whether a record with this key must be compared with others.
  func contains(_ hash: UInt64) -> Bool { marks.contains(SeenKeys.mark(hash)) }

  static func hash(_ cell: Cell) -> UInt64? {
    guard case .text(let key) = cell else { return nil }
    return StableHash.of(key)
  }
}
