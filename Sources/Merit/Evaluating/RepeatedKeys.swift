import Files
import Model
import Records

/// The keys of a table that occur more than once.
struct RepeatedKeys: Sendable {
  private let hashes: Set<UInt64>

  var isEmpty: Bool { hashes.isEmpty }

  /// Reads the keys of a table again, to see which of the suspected ones occur twice.
  ///
  /// - Complexity: O(bytes); memory for the suspected keys.
  init(
    among suspects: Set<UInt64>, _ names: [String], key: FieldSchema, _ source: DatasetSource,
    threads: Int
  ) throws(FileProblem) {
    var found = Suspects()
    for name in names {
      let schema = TableSchema(name, fields: [key], key: key.name)
      let (parts, _) = try source.foldPlain(
        name, schema, threads: threads, initial: { Suspects() },
        each: { (found: inout Suspects, batch, _) in
          for hash in batch.keyHashes(0) where suspects.contains(hash) { found.add(hash) }
          for cell in batch.rest.columns[0] {
            if let hash = RepeatedKeys.hash(cell), suspects.contains(hash) { found.add(hash) }
          }
        })
      for part in parts { found.merge(part) }
    }
    hashes = Set(found.repeated)
  }

  /// Whether a record with this key must be compared with others.
  func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }

  static func hash(_ cell: Cell) -> UInt64? {
    guard case .text(let key) = cell else { return nil }
    return StableHash.of(key)
  }
}
