import Criteria
import Files
import Model
import Records
import Scoring

/// The fold of one large table: what its records give to their owners, without keeping them.
struct TableFolding {
  private(set) var state: FoldState
  private(set) var count = 0

  /// Reads all records of the table of `plan` and folds them.
  ///
  /// - Parameters:
  ///   - world: A world in which everything is computed that the table's values need.
  ///   - firstFile: The index in the world's files of the table's first file.
  /// - Complexity: O(bytes); memory for the owners, not for the records.
  init(
    _ plan: FoldPlan, _ world: World, _ source: DatasetSource, _ names: [String],
    firstFile: Int, threads: Int, _ log: ProblemLog
  ) throws(FileProblem) {
    let layout = world.pack.layout.tables[plan.table]
    let schema = layout.schema(world.pack.layout)
    let owners = world.tables[plan.owner].count
    let ids = world.rowsByName
    let keyField = layout.key ?? 0
    state = FoldState(plan, owners: owners)
    var held = RawTable(fields: schema.fields.count)
    var first = firstFile
    for name in names {
      let keys = try RepeatedKeys(
        name, key: schema.fields[keyField], source, threads: threads)
      let start = first
      let (parts, found) = try source.fold(
        name, schema, threads: threads,
        initial: { Part(plan, owners: owners, fields: schema.fields.count) },
        each: { (part: inout Part, batch) in
          part.add(batch, plan, world, ids, keys, keyField, firstFile: start, log)
        })
      for part in parts {
        if let problem = part.failure { throw problem }
        state.add(part.state)
        held.append(part.held)
        count += part.count
      }
      try log.absorb(found)
      first += source.files(of: name).count
    }
    count += held.count
    try log.add(world.foldSuspects(held, plan, ids: ids, into: &state))
  }

  /// What one thread has folded.
  private struct Part: Sendable {
    var state: FoldState
    var held: RawTable
    var count = 0
    var failure: FileProblem?

    init(_ plan: FoldPlan, owners: Int, fields: Int) {
      state = FoldState(plan, owners: owners)
      held = RawTable(fields: fields)
    }

    mutating func add(
      _ batch: RecordBatch, _ plan: FoldPlan, _ world: World, _ ids: [[String: Int32]],
      _ keys: RepeatedKeys, _ keyField: Int, firstFile: Int, _ log: ProblemLog
    ) {
      var rows = RawTable(fields: batch.columns.count)
      rows.append(batch, firstFile: firstFile)
      let (suspect, plain) = rows.parted { keys.contains(rows.columns[keyField][$0]) }
      held.append(suspect)
      count += plain.count
      do throws(FileProblem) {
        try log.add(world.fold(plain, plan, ids: ids, into: &state))
      } catch { failure = error }
    }
  }
}
