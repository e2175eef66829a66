import Files
import Model
import Records

/// The keys of a table that occur more than once, found in memory that does not grow with the table.
struct RepeatedKeys: Sendable {
  private let hashes: Set<UInt64>

  /// Reads the keys of a table twice: to mark them, and to look at the few that were marked twice.
  init(
    _ table: String, key: FieldSchema, _ source: DatasetSource, threads: Int
  ) throws(FileProblem) {
    let schema = TableSchema(table, fields: [key], key: key.name)
    let (filters, _) = try source.fold(
      table, schema, threads: threads, initial: { DuplicateFilter() },
      each: { (filter: inout DuplicateFilter, batch) in
        for cell in batch.columns[0] { RepeatedKeys.hash(cell).map { filter.mark($0) } }
      })
    var marks = DuplicateFilter()
    for filter in filters { marks.merge(filter) }
    let all = marks
    let (found, _) = try source.fold(
      table, schema, threads: threads, initial: { Suspects() },
      each: { (suspects: inout Suspects, batch) in
        for cell in batch.columns[0] {
          if let hash = RepeatedKeys.hash(cell), all.isSuspect(hash) { suspects.add(hash) }
        }
      })
    var suspects = Suspects()
    for some in found { suspects.merge(some) }
    hashes = Set(suspects.repeated)
  }

  /// Whether a record with this key must be compared with others.
  func contains(_ cell: Cell) -> Bool {
    RepeatedKeys.hash(cell).map { hashes.contains($0) } ?? false
  }

  private static func hash(_ cell: Cell) -> UInt64? {
    guard case .text(let key) = cell else { return nil }
    return StableHash.of(key)
  }
}
