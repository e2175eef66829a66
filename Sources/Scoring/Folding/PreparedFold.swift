import Criteria
import FEEL
package import Records

/// Folds the records of one small dataset after the other, with a kernel that was made once.
package struct PreparedFold: Sendable {
  package let plan: FoldPlan
  private var columns: ColumnFold
  private let keyField: Int
  private let hasTextKeys: Bool
  /// The tables whose records are named.
  private let named: [Int]
  private var keys = KeyComparison()

  /// Prepares the fold of a table; nil where formulas on its records are none for columns, or read
  /// records of other tables.
  ///
  /// - Parameter world: A world of the same period without records.
  package init?(_ plan: FoldPlan, in world: World) {
    guard plan.shared.isEmpty, plan.naming.isEmpty, !plan.readsTogether,
      let kernel = ColumnKernel(plan, in: world), kernel.lookups.isEmpty
    else { return nil }
    self.plan = plan
    let layout = world.pack.layout.tables[plan.table]
    keyField = layout.key ?? 0
    hasTextKeys = layout.fields[keyField].kind == .text
    columns = ColumnFold(kernel, plan, owners: 0)
    named = Set(kernel.references.map(\.table)).sorted()
  }

  /// Folds all records of the table into a world that holds none of them.
  ///
  /// - Returns: Whether columns say all of every record, and no two have one key; if not, the world
  ///   lacks what was to be folded.
  /// - Precondition: What the plan needs is computed in the world.
  package mutating func fold(_ batch: PlainBatch?, into world: inout World) -> Bool {
    let owners = world.tables[plan.owner].count
    columns.begin(plan, owners: owners)
    if let batch {
      guard !hasTextKeys || !keys.repeats(keyField, of: batch) else { return false }
      var names = [NameIndex?](repeating: nil, count: world.tables.count)
      for table in named { names[table] = NameIndex(world.tables[table].names) }
      let none = [Bool](repeating: false, count: batch.count)
      let left = columns.fold(
        batch, skipped: none, names: names, asOf: world.asOf.dayNumber
      ).left
      guard left.isEmpty else { return false }
    }
    (world.folded, world.hasFolded, world.foldedTable) = (
      columns.slots(plan), columns.hasRecords, plan.table
    )
    return true
  }
}
