import Criteria
import FEEL
import Model
import Records

extension World {
  /// Puts other cells in the place of a record's, if nothing but its values changes by that: the key
  /// and the owner are the same, and nothing is wrong with it before or after.
  ///
  /// - Parameters:
  ///   - raw: The new record alone.
  ///   - ids: The rows by name of every table.
  ///   - wrong: The names of records that must stay as they are.
  /// - Returns: The row of the record; `nil` where the world has to be made anew.
  package mutating func replace(
    _ table: Int, with raw: RawTable, ids: [[String: Int32]], except wrong: Set<String> = []
  ) -> Int? {
    let layout = pack.layout.tables[table]
    let identified = IdentifiedRows(unsorted: raw, layout)
    guard raw.count == 1, let owner = layout.ownerField,
      layout.key != nil || !layout.same.isEmpty, !wrong.contains(identified.names[0]),
      let row = ids[table][identified.names[0]].map({ Int($0) }),
      tables[table].states[row] == .used || tables[table].states[row] == .outsidePeriod
    else { return nil }
    let joined = HeldTable.joined(
      raw, layout, identified, ids: ids, layout: pack.layout, files: files)
    guard joined.problems.isEmpty, !raw.lacks(0, layout.fields),
      joined.table.columns[owner][0] == tables[table].columns[owner][row],
      standsAlone(table, joined.table, 0), standsAlone(table, tables[table], row),
      !hasGaps(table, row)
    else { return nil }
    let before = tables[table].columns.map { $0[row] }
    for field in layout.fields.indices {
      tables[table].columns[field][row] = joined.table.columns[field][0]
    }
    tables[table].states[row] = .used
    guard isWhole(table, row) else {
      for field in layout.fields.indices { tables[table].columns[field][row] = before[field] }
      return nil
    }
    return row
  }

  /// Whether no constraint of a table joins a record with others.
  private func standsAlone(_ table: Int, _ held: HeldTable, _ row: Int) -> Bool {
    pack.constraints.filter { $0.table == table }.allSatisfy { constraint in
      constraint.isOfSums && constraint.fields.contains { held.columns[$0][row] == .null }
    }
  }

  /// Whether a field of a record is unknown, because it lacks or something was wrong with it.
  private func hasGaps(_ table: Int, _ row: Int) -> Bool {
    tables[table].columns.contains { if case .unknown = $0[row] { true } else { false } }
  }

  /// Whether a record passes every check of its table, and is known on the day of the results.
  private func isWhole(_ table: Int, _ row: Int) -> Bool {
    if let known = pack.layout.tables[table].knownOn,
      case .date(let day) = tables[table].columns[known][row], day > asOf
    {
      return false
    }
    return pack.tableRules[table].checks.allSatisfy {
      column($0, of: table, [row])[0] != .boolean(false)
    }
  }
}
