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
  package func foldSuspects(
    _ rows: RawTable, _ plan: FoldPlan, ids: [[String: Int32]], into state: inout FoldState,
    keeping kept: inout RawTable
  ) -> [RecordProblem] {
    let identified = IdentifiedRows(rows, pack.layout.tables[plan.table], files: files)
    return fold(rows, identified, plan, ids: ids, summing: true, into: &state, keeping: &kept)
  }

  private func fold(
    _ rows: RawTable, _ identified: IdentifiedRows, _ plan: FoldPlan, ids: [[String: Int32]],
    summing: Bool = false, into state: inout FoldState, keeping kept: inout RawTable
  ) -> [RecordProblem] {
    let (batch, found) = holding(rows, identified, plan, ids: ids)
    let problems =
      found + (summing ? batch.sumsBroken(in: plan.table) + identified.problems : [])
    // A record that something is wrong with is kept, so that it is told to whom it belongs.
    let wrong = Set(problems.compactMap(\.record))
    let fields = pack.layout.tables[plan.table].fields
    let field = pack.layout.tables[plan.table].ownerField ?? 0
    var picked: [Int] = []
    for (row, place) in identified.rows.enumerated() {
      guard let owner = batch.reference(plan.table, field, row) else { continue }
      let isPicked = batch.fold(row, owner, plan, into: &state)
      if isPicked || wrong.contains(identified.names[row]) || rows.lacks(place, fields) {
        picked.append(place)
      }
    }
    kept.append(rows.taking(picked))
    return problems
  }

  /// A world that holds some records of the table of `plan`, with all their values, and what is wrong
  /// with these.
  private func holding(
    _ rows: RawTable, _ identified: IdentifiedRows, _ plan: FoldPlan, ids: [[String: Int32]]
  ) -> (world: World, problems: [RecordProblem]) {
    let joined = HeldTable.joined(
      rows, pack.layout.tables[plan.table], identified, ids: ids, layout: pack.layout, files: files)
    var world = self
    world.threads = 1
    world.tables[plan.table] = joined.table
    world.hideLaterRecords(of: plan.table)
    let problems = world.check(table: plan.table) + joined.problems
    for node in plan.plan.strata.flatMap(\.nodes) {
      switch node {
      case .counting(plan.table): world.count(table: plan.table)
      case .value(let index) where pack.values[index].table == plan.table:
        world.compute(value: index)
      default: break
      }
    }
    return (world, problems)
  }

  /// Takes over what was folded, and the records that were kept.
  ///
  /// - Parameter kept: As ``fold(_:_:ids:into:keeping:)`` gave them; what is wrong with them is told.
  package mutating func take(
    _ state: FoldState, _ kept: RawTable, _ plan: FoldPlan, ids: [[String: Int32]]
  ) {
    let identified = IdentifiedRows(kept, pack.layout.tables[plan.table], files: files)
    let threads = threads
    self = holding(kept, identified, plan, ids: ids).world
    self.threads = threads
    linkRecords(of: plan.table)
    folded = state.slots
    foldedTable = plan.table
  }

  /// Folds one record; says whether it is to be kept.
  private func fold(
    _ row: Int, _ owner: Int, _ plan: FoldPlan, into state: inout FoldState
  ) -> Bool {
    let record = record(plan.table, row)
    let single: Value
    switch tables[plan.table].states[row] {
    case .used: single = .list([record])
    case .perhaps(let why): single = .list([.perhaps(record, why)])
    case .setAside:
      let lost = contradiction(plan.table, row)
      single = .list([.perhaps(.unknown(lost), lost)])
    case .outsidePeriod, .knownLater: return false
    }
    let host = SingleRecordHost(world: self, table: plan.table, records: single)
    let person = RecordReference(type: Int32(plan.owner), row: Int32(owner))
    for (index, fold) in plan.folds.enumerated() {
      let value = fold.program.evaluate(self: person, locals: [], host: host, trace: nil)
      state.add(value, to: index, of: owner)
    }
    return plan.keeps.contains { keep in
      switch keep {
      case .picked(let fold):
        return fold.program.evaluate(self: person, locals: [], host: host, trace: nil) != .list([])
      case .line(let condition):
        let line = RecordReference(type: Int32(plan.table), row: Int32(row))
        return condition.evaluate(self: line, locals: [], host: self, trace: nil)
          != .boolean(false)
      }
    }
  }
}

/// A world in which every owner has the same single record.
private struct SingleRecordHost: Host {
  let world: World
  let table: Int
  let records: Value

  func value(of member: Int, in record: RecordReference) -> Value {
    let source = world.pack.layout.tables[Int(record.type)].members[member].source
    return source == .related(.records(table: table))
      ? records : world.value(of: member, in: record)
  }
  func global(_ index: Int) -> Value { world.global(index) }
  func slot(_ index: Int, of record: RecordReference?) -> Value {
    world.slot(index, of: record)
  }
  func workingDays(from: CalendarDate, to: CalendarDate) -> Value {
    world.workingDays(from: from, to: to)
  }
}
