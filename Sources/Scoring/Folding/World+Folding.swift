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
  /// - Returns: What is wrong with these records in joining them.
  /// - Precondition: Everything that the table's values need is computed in this world.
  package func fold(
    _ rows: RawTable, _ plan: FoldPlan, ids: [[String: Int32]], into state: inout FoldState
  ) -> [RecordProblem] {
    let layout = pack.layout.tables[plan.table]
    let identified = IdentifiedRows(unsorted: rows, layout)
    let joined = HeldTable.joined(
      rows, layout, identified, ids: ids, layout: pack.layout, files: files)
    return fold(joined.table, plan, into: &state) + joined.problems
  }

  /// Folds records that may share something with others: copies once, contradictions as gaps of their
  /// owners, and whatever adds up to more than the pack allows is told.
  package func foldSuspects(
    _ rows: RawTable, _ plan: FoldPlan, ids: [[String: Int32]], into state: inout FoldState
  ) -> [RecordProblem] {
    let layout = pack.layout.tables[plan.table]
    let identified = IdentifiedRows(rows, layout, files: files)
    let joined = HeldTable.joined(
      rows, layout, identified, ids: ids, layout: pack.layout, files: files)
    return fold(joined.table, plan, summing: true, into: &state) + identified.problems
      + joined.problems
  }

  private func fold(
    _ table: HeldTable, _ plan: FoldPlan, summing: Bool = false, into state: inout FoldState
  ) -> [RecordProblem] {
    var batch = self
    batch.threads = 1
    batch.tables[plan.table] = table
    batch.hideLaterRecords(of: plan.table)
    var problems = batch.check(table: plan.table)
    if summing { problems += batch.sumsBroken(in: plan.table) }
    for node in plan.plan.strata.flatMap(\.nodes) {
      switch node {
      case .counting(plan.table): batch.count(table: plan.table)
      case .value(let index) where pack.values[index].table == plan.table:
        batch.compute(value: index)
      default: break
      }
    }
    let field = pack.layout.tables[plan.table].ownerField ?? 0
    for row in 0..<table.count {
      guard let owner = batch.reference(plan.table, field, row) else { continue }
      batch.fold(row, owner, plan, into: &state)
    }
    return problems
  }

  private func fold(_ row: Int, _ owner: Int, _ plan: FoldPlan, into state: inout FoldState) {
    let record = record(plan.table, row)
    let single: Value
    switch tables[plan.table].states[row] {
    case .used: single = .list([record])
    case .perhaps(let why): single = .list([.perhaps(record, why)])
    case .setAside:
      let lost = contradiction(plan.table, row)
      single = .list([.perhaps(.unknown(lost), lost)])
    case .outsidePeriod, .knownLater: return
    }
    let host = SingleRecordHost(world: self, table: plan.table, records: single)
    let person = RecordReference(type: Int32(plan.owner), row: Int32(owner))
    for (index, fold) in plan.folds.enumerated() {
      let value = fold.program.evaluate(self: person, locals: [], host: host, trace: nil)
      state.add(value, to: index, of: owner)
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
