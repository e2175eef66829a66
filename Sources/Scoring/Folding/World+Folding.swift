import Criteria
import FEEL
package import Model
import Records

extension World {
  /// Folds records of the table of `plan` into the values of their owners.
  ///
  /// - Parameters:
  ///   - rows: Some records as they were read.
  ///   - ids: The rows by id of every table that a field may name.
  ///   - kept: Gets the records that lists and reports may pick out.
  /// - Returns: What is wrong with these records in joining them.
  /// - Precondition: Everything that the table's values need is computed in this world.
  package func fold(
    _ rows: RawTable, _ plan: FoldPlan, ids: [[String: Int32]], into state: inout FoldState,
    keeping kept: inout RawTable
  ) -> [RecordProblem] {
    let identified = IdentifiedRows(unsorted: rows, pack.layout.tables[plan.table])
    return fold(rows, identified, plan, ids: ids, into: &state, keeping: &kept)
  }

  /// Folds records that may share something with others: copies once, contradictions as gaps of their
  /// owners, and whatever adds up to more than the pack allows is told.
  ///
  /// Of these are all that records of other tables name.
  ///
  /// - Parameter naming: The records that name them, by table; what is wrong with these is told too.
  package func foldSuspects(
    _ rows: RawTable, _ plan: FoldPlan, ids: [[String: Int32]], naming: [Int: RawTable],
    threads: Int, into state: inout FoldState, keeping kept: inout RawTable
  ) -> [RecordProblem] {
    let identified = IdentifiedRows(
      rows, pack.layout.tables[plan.table], files: files, threads: threads)
    return fold(
      rows, identified, plan, ids: ids, naming: naming, threads: threads, into: &state,
      keeping: &kept)
  }

  /// - Parameter naming: The records that name these; nil where nothing can be found by looking at
  ///   several records.
  private func fold(
    _ rows: RawTable, _ identified: IdentifiedRows, _ plan: FoldPlan, ids: [[String: Int32]],
    naming: [Int: RawTable]? = nil, threads: Int = 1, into state: inout FoldState,
    keeping kept: inout RawTable
  ) -> [RecordProblem] {
    let (batch, found) = holding(
      rows, identified, plan, ids: ids, naming: naming ?? [:], threads: threads)
    let problems =
      found + (naming == nil ? [] : batch.sumsBroken(in: plan.table) + identified.problems)
    if plan.readsTogether { batch.foldTogether(plan, into: &state) }
    // A record that something is wrong with is kept, so that it is told to whom it belongs.
    let wrong = Set(problems.compactMap(\.record))
    let fields = pack.layout.tables[plan.table].fields
    let named = batch.rowsNamed(of: plan.table, by: naming.map { Array($0.keys) } ?? [])
    var singles = SingleRecords(batch, plan)
    var picked: [Int] = []
    for (row, place) in identified.rows.enumerated() {
      let isPicked = !singles.isOwned(row) || singles.fold(row, into: &state)
      if isPicked || named.contains(row) || wrong.contains(identified.names[row])
        || rows.lacks(place, fields)
      {
        picked.append(place)
      }
    }
    kept.append(rows.taking(picked))
    return problems
  }

  /// What formulas make of the records of owners who have none.
  package func foldNothing(_ plan: FoldPlan, into state: inout FoldState) {
    foldWholes(plan, Array(0..<tables[plan.owner].count), into: &state)
  }

  /// What formulas make of all records of each owner who has some here.
  private func foldTogether(_ plan: FoldPlan, into state: inout FoldState) {
    guard let field = pack.layout.tables[plan.table].ownerField else { return }
    var world = self
    world.linkRecords(of: plan.table)
    let owners = Set((0..<tables[plan.table].count).compactMap { reference(plan.table, field, $0) })
    world.foldWholes(plan, owners.sorted(), into: &state)
  }

  private func foldWholes(_ plan: FoldPlan, _ owners: [Int], into state: inout FoldState) {
    var world = self
    for (index, program) in plan.wholes.enumerated() {
      for (owner, value) in zip(owners, world.compute(program, of: plan.owner, owners)) {
        state.take(value, of: index, for: owner)
      }
    }
  }

  /// A world that holds some records of the table of `plan`, with all their values, and what is wrong
  /// with these.
  private func holding(
    _ rows: RawTable, _ identified: IdentifiedRows, _ plan: FoldPlan, ids: [[String: Int32]],
    naming: [Int: RawTable], knowing known: KeptRecords? = nil, threads: Int
  ) -> (world: World, problems: [RecordProblem]) {
    let joined = HeldTable.joined(
      rows, pack.layout.tables[plan.table], identified, ids: ids, layout: pack.layout, files: files,
      threads: threads)
    var world = self
    world.threads = threads
    world.tables[plan.table] = joined.table
    world.hideLaterRecords(of: plan.table)
    var problems = joined.problems + world.join(naming: naming)
    // What columns have said of a record they have said of its checks, and whether it counts.
    let open = identified.rows.indices.filter { known?.isSettled[identified.rows[$0]] != true }
    var columns = known?.columns(identified.rows, threads: threads) ?? [:]
    for table in (naming.keys + [plan.table]).sorted() {
      problems +=
        table == plan.table
        ? world.check(table: table, open) : world.checkRecords(of: [table])
    }
    for node in plan.plan.strata.flatMap(\.nodes) {
      switch node {
      case .counting(plan.table): world.count(table: plan.table, open)
      case .value(let index) where pack.values[index].table == plan.table:
        world.compute(value: index, knowing: columns.removeValue(forKey: index))
      case .counting(let table) where !naming.isEmpty && plan.late.contains(node):
        world.count(table: table)
      case .value(let index) where !naming.isEmpty && plan.late.contains(node):
        world.compute(value: index)
      default: break
      }
    }
    return (world, problems)
  }

  /// Computes one named value for all records but those of which it is known.
  private mutating func compute(
    value index: Int, knowing known: (values: [Value], open: [Int])?
  ) {
    guard let known else { return compute(value: index) }
    values[index] = known.values
    if !known.open.isEmpty { compute(value: index, known.open) }
  }

  /// Takes over what was folded, and the records that were kept.
  ///
  /// - Parameters:
  ///   - kept: As ``fold(_:_:ids:into:keeping:)`` gave them; what is wrong with them is told.
  ///   - naming: The records that name some of these, by table; what is wrong with them is told too.
  package mutating func take(
    _ state: FoldState, _ kept: KeptRecords, _ plan: FoldPlan, ids: [[String: Int32]],
    naming: [Int: RawTable]
  ) {
    let identified = IdentifiedRows(
      kept.rows, pack.layout.tables[plan.table], files: files, threads: threads)
    self =
      holding(
        kept.rows, identified, plan, ids: ids, naming: naming, knowing: kept, threads: threads
      ).world
    linkRecords(of: plan.table)
    folded = state.slots
    hasFolded = state.hasRecords
    foldedTable = plan.table
  }
}
