import Criteria
import FEEL
package import Model

/// How every formula that reads the records of one table will be computed for a large dataset.
package struct FoldReview: Sendable {
  /// The ways to compute a formula, the fastest first.
  package enum Way: CaseIterable, Sendable {
    /// For many records at once, as steps on columns; whatever a column does not hold goes the next
    /// way.
    case columns
    /// For one record after the other, each of which is then forgotten.
    case records
    /// For all records of an owner together, which must be kept.
    case list
  }

  /// Which records of the table stay in memory.
  package struct Kept: Sendable {
    /// Every one of them: they are needed together, or lists read them all.
    package let isAll: Bool
    /// Those that lists and reports may pick out or have as lines.
    package let isPicked: Bool
    /// Those that records of these tables name.
    package let naming: Set<Int>
    /// What is kept of one: fields, and named values.
    package let columns: (fields: Int, values: Int)

    /// The most bytes that one of these takes in columns; texts of more than fifteen bytes are stored
    /// beside and not counted.
    package var bytesOfRecord: Int {
      (columns.fields + columns.values) * MemoryLayout<Value>.stride
        + MemoryLayout<String>.stride + MemoryLayout<RecordPlace>.stride
    }
  }

  /// The entry of the pack that a formula belongs to, and how it is computed.
  package let formulas: [(entry: String, way: Way)]
  package let table: Int
  package let owner: Int
  /// Which records stay.
  package let kept: Kept

  /// Whether a large table is divided by owner on disk, where its records are needed together.
  package let isDivisible: Bool

  /// Whether the table is folded into its owners, so that its records are not kept.
  package let isFolded: Bool

  /// Reviews the formulas of a plan that read one table.
  ///
  /// - Parameter period: A period for which the pack's numbers hold.
  /// - Complexity: O(size of the formulas).
  package init(_ plan: Plan, table: Int, in period: Period) {
    let pack = plan.pack
    let world = World.empty(pack, period, asOf: nil)
    var folding = Folding(table, pack)
    var draft = ColumnDraft(table, world)
    var formulas: [(entry: String, way: Way)] = []
    for (index, value) in pack.values.enumerated() {
      guard let way = FoldReview.way(index, value, &folding, &draft) else { continue }
      formulas.append(("\(pack.layout.tables[value.table].name).\(value.rule.head.id)", way))
    }
    formulas += FoldReview.rules(of: table, pack, &draft) + folding.classes(&draft)
    let fold = FoldPlan(plan, table: table)
    if fold == nil, !formulas.contains(where: { $0.way == .list }) {
      // Each reads single records, but what they need is known only of all together.
      formulas = formulas.map { ($0.entry, .list) }
    }
    (self.formulas, self.table, owner) = (formulas, table, folding.owner)
    isFolded = !formulas.isEmpty && fold != nil
    isDivisible = fold == nil && FoldPlan(plan, table: table, together: true) != nil
    kept = Kept(
      isAll: fold?.keeps.contains(where: \.isOfAll) ?? true, isPicked: fold?.keeps.isEmpty == false,
      naming: fold?.naming ?? [],
      columns: (
        pack.layout.tables[table].fields.count, pack.values.count { $0.table == table }
      ))
  }

  /// How it is computed which records count and which are right: one on its own way takes all with it.
  private static func rules(
    of table: Int, _ pack: ResolvedPack, _ draft: inout ColumnDraft
  ) -> [(entry: String, way: Way)] {
    let (name, rules) = (pack.layout.tables[table].name, pack.tableRules[table])
    let all = [("counts when", [rules.countsWhen].compactMap(\.self)), ("checks", rules.checks)]
    return all.filter { !$0.1.isEmpty }.map { entry, programs in
      let areColumns = programs.allSatisfy { draft.truth($0) != nil }
      return ("\(name).\(entry)", areColumns ? .columns : .records)
    }
  }

  /// How a named value is computed; nil where it does not read the table.
  private static func way(
    _ index: Int, _ value: ResolvedPack.Value, _ folding: inout Folding, _ draft: inout ColumnDraft
  ) -> Way? {
    if value.table == folding.table {
      guard folding.isSelfContained(value.program) else { return .list }
      return draft.value(index) == nil ? .records : .columns
    }
    guard folding.reads(value.program) || folding.reads(value.when) else { return nil }
    let before = folding.folds.count
    guard value.table == folding.owner, folding.replaced(value) != nil else { return .list }
    let areColumns = folding.folds[before...].allSatisfy { draft.output($0) != nil }
    return areColumns ? .columns : .records
  }
}

extension Folding {
  /// How the entries beside named values are computed, those that read the table's records.
  fileprivate mutating func classes(_ draft: inout ColumnDraft) -> [(String, FoldReview.Way)] {
    var found: [(String, FoldReview.Way)] = grounds.filter { $0.1.contains { reads($0) } }.map {
      ($0.0, .list)
    }
    found += pack.rankings.filter { $0.table == table }.map { ($0.rule.head.id, .records) }
    for list in pack.lists {
      let rest = list.columns + list.order + list.guards + list.attention
      found += classes(list.rule.head.id, list.table, line: list.who, rest, &draft)
    }
    for report in pack.reports {
      let rest = report.order + report.rows + report.columns
      found += classes(report.rule.head.id, report.table, line: report.filter, rest, &draft)
    }
    return found
  }

  private mutating func classes(
    _ entry: String, _ about: Int, line: Program?, _ rest: [Program?], _ draft: inout ColumnDraft
  ) -> [(String, FoldReview.Way)] {
    let programs = ([line] + rest).compactMap(\.self)
    guard about == table || programs.contains(where: { reads($0) }) else { return [] }
    if about == table {
      return [(entry, draft.output(self.line(line)) == nil ? .records : .columns)]
    }
    let before = (folds.count, keeps.count)
    for program in programs where !picks(replaced(program, about: about)) {
      return [(entry, .records)]
    }
    let areColumns =
      folds[before.0...].allSatisfy { draft.output($0) != nil }
      && keeps[before.1...].allSatisfy { draft.output($0) != nil }
    return [(entry, areColumns ? .columns : .records)]
  }

  /// The formulas of levels, caps and quotas by entry.
  private var grounds: [(String, [Program?])] {
    var all: [(String, [Program?])] = pack.levels.map {
      ($0.rule.head.id, $0.states + $0.rows.map(\.when))
    }
    all += pack.caps.map { ($0.rule.head.id, [$0.when, $0.atMost]) }
    all += pack.quotas.map { ($0.rule.head.id, [$0.who, $0.share, $0.base]) }
    return all
  }
}
