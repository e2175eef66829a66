import Records

/// Some keys of a table, and whoever looks like them.
///
/// Two different keys look alike so rarely that their records may simply be looked at more closely.
struct KeyMarks: Sendable {
  private let marks: Set<UInt64>

  var isEmpty: Bool { marks.isEmpty }

  /// Finds the keys that came more than once, to any thread.
  init(among seen: [SeenKeys], threads: Int) {
    marks = SeenKeys.repeated(among: seen, threads: threads)
  }

  /// The keys that some cells name.
  init(of cells: [Cell]) {
    marks = Set(cells.lazy.compactMap { KeyMarks.hash($0).map(SeenKeys.mark) })
  }

  /// Whether a record has one of these keys, or looks like it.
  func contains(_ hash: UInt64) -> Bool { marks.contains(SeenKeys.mark(hash)) }

  static func hash(_ cell: Cell) -> UInt64? {
    guard case .text(let key) = cell else { return nil }
    return StableHash.of(key)
  }
}
