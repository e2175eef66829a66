import FEEL
import Files
import Model
import Records
import Scoring

/// The fold of a table of which formulas need all records of an owner together, as a median does.
///
///     lines ─▶ parts on disk, by owner ─▶ one part after the other in memory ─▶ values of its owners
///
/// Owners with a record that must be looked at beside those of others come last, together: a key that is
/// there twice or that other tables name, or a share of a whole.
struct DividedFolding {
  private(set) var state: FoldState
  /// The records that lists and reports may pick out.
  let kept: KeptRecords
  let count: Int

  /// Divides the table of a plan and folds it part by part.
  ///
  /// - Parameters:
  ///   - data: The other tables of the dataset.
  ///   - limit: About so many bytes of lines are in memory at a time; more where the table is so large, or
  ///     has so many files, that there would be too many parts.
  /// - Throws: Where the disk has no room for the table once more.
  /// - Complexity: O(bytes): the table is written and read once more, twice where keys repeat.
  init(
    _ reading: FoldReading, _ source: DatasetSource, _ data: LoadedDataset, threads: Int,
    limit: Int, _ log: ProblemLog
  ) throws(FileProblem) {
    let plan = reading.plan
    state = FoldState(plan, owners: reading.owners)
    reading.world.foldNothing(plan, into: &state)
    let records = try DividedRecords(reading, source, data, threads: threads, limit: limit, log)
    let last = try LastOwners(records, reading)
    let none = RawTable(fields: reading.schema.fields.count)
    var (picked, held, count) = (none, none, 0)
    for part in 0..<records.count {
      let rows = try records.rows(of: part, log)
      count += rows.count
      let (late, now) = rows.parted { last.contains($0, of: rows) }
      held.append(late)
      try log.add(
        reading.world.foldSuspects(
          now, plan, ids: reading.ids.rows, naming: [:], threads: threads, into: &state,
          keeping: &picked))
    }
    try log.add(
      reading.world.foldSuspects(
        held, plan, ids: reading.ids.rows, naming: data.naming(plan), threads: threads,
        into: &state,
        keeping: &picked))
    kept = KeptRecords(picked)
    self.count = count
  }
}

/// The records of a table on disk, in parts that each have all records of some owners.
private struct DividedRecords {
  let count: Int
  let repeated: KeyMarks
  private let tables: [(name: String, table: DividedTable, firstFile: Int)]
  private let schema: TableSchema
  private let threads: Int

  init(
    _ reading: FoldReading, _ source: DatasetSource, _ data: LoadedDataset, threads: Int,
    limit: Int, _ log: ProblemLog
  ) throws(FileProblem) {
    let names = data.tableNames[reading.plan.table]
    let bytes = names.reduce(0) { $0 + (source.bytes(of: $1) ?? 0) }
    // Twice as many as needed, since some owners have more than others.
    let files = max(1, names.map { source.files(of: $0).count }.max() ?? 1)
    count = min(max(1, DividedRecords.mostFiles / files), 1 + 2 * (bytes / max(1, limit)))
    var tables: [(String, DividedTable, Int)] = []
    var first = data.firstFiles[reading.plan.table]
    for name in names {
      let divided = try source.divided(
        name, reading.schema, by: reading.ownerField, key: reading.keyField, into: count, log)
      tables.append((name, divided, first))
      first += source.files(of: name).count
    }
    self.tables = tables
    (schema, self.threads) = (reading.schema, threads)
    repeated = KeyMarks(among: tables.map(\.1.keys), threads: threads)
  }

  /// So many files may be open while a table is divided: each part has one for every file of the table, and
  /// systems allow some hundreds.
  private static var mostFiles: Int { 128 }

  /// The records of one part, in the order of the files.
  func rows(of part: Int, _ log: ProblemLog) throws(FileProblem) -> RawTable {
    var rows: [RawTable] = []
    for (name, table, firstFile) in tables {
      rows.append(
        try RawTable.read(
          [name], schema, table.parts[part], firstFile: firstFile, threads: threads, log))
    }
    return RawTable(rows, fields: schema.fields.count, threads: threads)
  }
}

/// The owners whose records are looked at beside those of others, and records without an owner.
private struct LastOwners {
  private var owners: Set<String> = []
  private let ownerField: Int

  init(_ records: DividedRecords, _ reading: FoldReading) throws(FileProblem) {
    ownerField = reading.ownerField
    let marks = [records.repeated, reading.named].filter { !$0.isEmpty }
    let shared = reading.plan.shared
    guard !marks.isEmpty || !shared.isEmpty else { return }
    for part in 0..<records.count {
      let rows = try records.rows(of: part, ProblemLog())
      for row in rows.places.indices {
        let hash = KeyMarks.hash(rows.columns[reading.keyField][row])
        let isMarked = hash.map { hash in marks.contains { $0.contains(hash) } } ?? false
        guard isMarked || shared.contains(where: { rows.columns[$0][row] != .missing }),
          case .text(let owner) = rows.columns[ownerField][row]
        else { continue }
        owners.insert(owner)
      }
    }
  }

  /// Whether a record comes last.
  func contains(_ row: Int, of rows: RawTable) -> Bool {
    guard case .text(let owner) = rows.columns[ownerField][row] else { return true }
    return owners.contains(owner)
  }
}
