import Criteria
import Files
import Model
import Records
import Scoring

/// The fold of one large table: what its records give to their owners, without keeping them.
///
///     block ─▶ plain records ─▶ kernel ─▶ totals
///          └▶ all others ─▶ world of one batch ─▶ totals
///
/// Some bytes of each key are kept. Most tables have no key twice, and are read once; otherwise the table
/// is folded anew with all records of these keys held back, to be compared with one another. Records that
/// others name are held back too, until those that name them are joined.
struct TableFolding {
  private(set) var state: FoldState
  /// The records that lists and reports may pick out.
  private(set) var kept: KeptRecords
  private(set) var count = 0
  /// The rows by name of the tables that the records name.
  let ids: NamedRows

  /// Reads all records of the table of `plan` and folds them.
  ///
  /// - Parameters:
  ///   - world: A world in which everything is computed that the table's values need.
  ///   - data: The other tables of the dataset.
  ///   - limit: How many bytes of the table may be in memory at a time, where it is read owner by owner.
  /// - Complexity: O(bytes); memory for the owners, not for the records.
  init(
    _ plan: FoldPlan, _ world: World, _ source: DatasetSource, _ data: LoadedDataset,
    threads: Int, limit: Int, _ log: ProblemLog
  ) throws(FileProblem) {
    let named = KeyMarks(of: plan.keysNamed(in: data.raw, world.pack.layout))
    let reading = FoldReading(plan, world, named: named)
    if plan.readsTogether {
      let divided = try DividedFolding(
        reading, source, data, threads: threads, limit: limit, log)
      (state, kept, count, ids) = (divided.state, divided.kept, divided.count, reading.ids)
      return
    }
    let (names, firstFile) = (data.tableNames[plan.table], data.firstFiles[plan.table])
    var once = ProblemLog()
    var pass = try FoldPass(
      reading, source, names, firstFile: firstFile, threads: threads, nil, once)
    let repeated = KeyMarks(among: pass.takeSeen(), threads: threads)
    if !repeated.isEmpty {
      once = ProblemLog()
      pass = try FoldPass(
        reading, source, names, firstFile: firstFile, threads: threads, repeated, once)
    }
    try log.absorb(once)
    (state, ids) = (pass.state, reading.ids)
    count = pass.count + pass.held.count
    let fields = reading.schema.fields.count
    var suspects = RawTable(fields: fields)
    if pass.held.count > 0 || !plan.naming.isEmpty {
      try log.add(
        world.foldSuspects(
          pass.held, plan, ids: reading.ids.rows, naming: data.naming(plan), threads: threads,
          into: &state, keeping: &suspects))
    }
    kept = KeptRecords(
      pass.takeKept() + [KeptRecords(suspects)], fields: fields, threads: threads)
  }
}

/// What a fold needs to know of its table.
struct FoldReading: Sendable {
  let plan: FoldPlan
  let world: World
  let schema: TableSchema
  let keyField: Int
  let ownerField: Int
  /// Whether keys are texts; others are not compared.
  let hasTextKeys: Bool
  let owners: Int
  /// The keys that records of other tables name.
  let named: KeyMarks
  /// One bit for each field by which records belong together that add up to a whole.
  let shared: UInt64
  /// The rows by name of every table, for records one by one.
  let ids: NamedRows
  /// The same for plain records, of the tables that they name.
  let names: [NameIndex?]
  let kernel: ColumnKernel?

  init(_ plan: FoldPlan, _ world: World, named: KeyMarks) {
    self.plan = plan
    self.world = world
    self.named = named
    let layout = world.pack.layout.tables[plan.table]
    schema = layout.schema(world.pack.layout)
    (keyField, ownerField) = (layout.key ?? 0, layout.ownerField ?? 0)
    hasTextKeys = layout.fields[keyField].kind == .text
    owners = world.tables[plan.owner].count
    shared = plan.shared.reduce(0) { $0 | 1 << UInt64($1) }
    ids = NamedRows(of: layout.tablesNamed, in: world)
    let kernel = ColumnKernel(plan, in: world)
    self.kernel = kernel
    names = world.tables.indices.map { table in
      kernel?.references.contains { $0.table == table } == true
        ? NameIndex(world.tables[table].names) : nil
    }
  }
}
