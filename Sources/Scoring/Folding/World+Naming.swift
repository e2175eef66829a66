package import Criteria
import FEEL
import Files
import Model
package import Records

extension World {
  /// Joins the records of tables that name those of a folded one, once these are there.
  ///
  /// - Parameter naming: The records as they were read, by table.
  /// - Returns: What is wrong with them in joining; what checks find is not among it.
  mutating func join(naming: [Int: RawTable]) -> [RecordProblem] {
    let order = naming.keys.sorted()
    let layouts = order.map { pack.layout.tables[$0] }
    let raw = zip(order, layouts).map { (naming[$0] ?? RawTable(fields: 0)).with(rowsOf: $1) }
    let identified = IdentifiedRows.all(of: raw, layouts, files: files, threads: threads)
    // They may name each other.
    for (place, table) in order.enumerated() { tables[table].names = identified[place].names }
    let ids = rowsByName(of: layouts.reduce(into: []) { $0.formUnion($1.tablesNamed) })
    var problems: [RecordProblem] = []
    for (place, table) in order.enumerated() {
      let joined = HeldTable.joined(
        raw[place], layouts[place], identified[place], ids: ids, layout: pack.layout,
        files: files, threads: threads)
      tables[table] = joined.table
      problems += identified[place].problems + joined.problems
    }
    for table in order {
      hideLaterRecords(of: table)
      linkRecords(of: table)
    }
    listRecords(of: order)
    return problems
  }
}

extension World {
  /// The rows of a table that records of some others name.
  func rowsNamed(of table: Int, by others: [Int]) -> Set<Int> {
    var rows: Set<Int> = []
    for other in others {
      for (index, field) in pack.layout.tables[other].fields.enumerated()
      where field.kind == .reference(table) {
        rows.formUnion(
          tables[other].columns[index].indices.compactMap { reference(other, index, $0) })
      }
    }
    return rows
  }
}

extension FoldPlan {
  /// The keys of the table that records of other tables name.
  ///
  /// - Parameter raw: The records of each table of the layout, by index.
  package func keysNamed(in raw: [RawTable], _ layout: Layout) -> [Cell] {
    naming.sorted().flatMap { other in
      layout.tables[other].fields.indices
        .filter { layout.tables[other].fields[$0].kind == .reference(table) }
        .flatMap { raw[other].columns[$0] }
    }
  }
}
