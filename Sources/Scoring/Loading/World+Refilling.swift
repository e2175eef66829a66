import Criteria
import FEEL
package import Records

extension World {
  /// Puts the records of a plain document in the place of those of the one before, and forgets all that
  /// was computed of these.
  ///
  /// The world is then the one that ``joined(_:period:asOf:raw:files:carried:threads:)`` makes of the same
  /// records, in the room of the last one.
  ///
  /// - Parameters:
  ///   - changed: The tables whose records are taken; not `periods`.
  ///   - before: The tables whose records were taken before.
  ///   - empty: The world without records that this one was made of.
  /// - Returns: Whether nothing is wrong with the records; if something is, the world is of no use.
  package mutating func refill(
    _ changed: [Int], of document: PlainDocument, after before: [Int], as empty: World
  ) -> Bool {
    forget(before.filter { !changed.contains($0) }, as: empty)
    let single = changed.filter { isSingle($0, in: document) }
    for table in single { putName(table, of: document) }
    guard joinOthers(changed.filter { !single.contains($0) }, of: document) else { return false }
    for table in single {
      guard join(table, of: document) else { return false }
    }
    listRecords(of: changed)
    return hangTogether(changed).isEmpty
  }

  /// Forgets what was computed, and the records of some tables.
  private mutating func forget(_ gone: [Int], as empty: World) {
    for index in values.indices { values[index].removeAll(keepingCapacity: true) }
    var records: [Int: Links] = [:]
    swap(&records, &relations.recordsOf)
    relations = empty.relations
    swap(&records, &relations.recordsOf)
    for table in gone {
      tables[table] = empty.tables[table]
      levels[table] = empty.levels[table]
      relations.recordsOf[table] = empty.relations.recordsOf[table]
    }
    (given, folded, hasFolded, foldedTable) = (empty.given, [], [], nil)
    calendar = empty.calendar
    listRecords(of: gone)
  }

  /// Whether a table has one record, which stands for itself.
  private func isSingle(_ table: Int, in document: PlainDocument) -> Bool {
    document.count(of: table) == 1 && pack.layout.tables[table].rule?.rows.isEmpty != false
  }

  /// Names the single record of a table.
  private mutating func putName(_ table: Int, of document: PlainDocument) {
    let layout = pack.layout.tables[table]
    let name = layout.recordName(0) { document.cell(table, 0, $0).text }
    if tables[table].names.count == 1 {
      tables[table].names[0] = name
    } else {
      tables[table].names = [name]
    }
  }

  /// Joins the single record of a table, when all tables have their names; false if it names a record that
  /// is not there, or lacks something.
  private mutating func join(_ table: Int, of document: PlainDocument) -> Bool {
    let layout = pack.layout.tables[table]
    var held = HeldTable(columns: 0)
    swap(&held, &tables[table])
    defer { swap(&held, &tables[table]) }
    if held.count != 1 { held = HeldTable(single: held.names, columns: layout.fields.count) }
    held.states[0] = .used
    for field in layout.fields.indices {
      let cell = document.cell(table, 0, field)
      if case .reference(let target) = layout.fields[field].kind, case .text(let id) = cell {
        let names = target == table ? held.names : tables[target].names
        guard let row = names.firstIndex(of: id) else { return false }
        held.columns[field][0] = record(target, row)
      } else {
        let value = cell.given ?? cell.value(layout.fields[field], record: held.names[0])
        guard value.isKnown else { return false }
        held.columns[field][0] = value
      }
    }
    if levels[table].first?.count == 1 {
      for stage in levels[table].indices { levels[table][stage][0] = World.notComputed }
    } else {
      levels[table] = World.levels(table, 1)
    }
    return true
  }

  /// Joins tables of any size as those of all datasets; false if something is wrong with them.
  private mutating func joinOthers(_ others: [Int], of document: PlainDocument) -> Bool {
    guard !others.isEmpty else { return true }
    let layouts = pack.layout.tables
    let raw = others.map {
      RawTable(document.cells($0), firstFile: 0).with(rowsOf: layouts[$0])
    }
    let identified = others.indices.map {
      IdentifiedRows(raw[$0], layouts[others[$0]], files: files)
    }
    for (place, table) in others.enumerated() { tables[table].names = identified[place].names }
    let named = pack.layout.namedTables
    let ids = tables.indices.map { table in
      named.contains(table) ? IdentifiedRows.rowsByName(tables[table].names) : [:]
    }
    for (place, table) in others.enumerated() {
      let joined = HeldTable.joined(
        raw[place], layouts[table], identified[place], ids: ids, layout: pack.layout, files: files)
      guard identified[place].problems.isEmpty, joined.problems.isEmpty else { return false }
      tables[table] = joined.table
      levels[table] = World.levels(table, joined.table.count)
    }
    return true
  }
}

extension HeldTable {
  /// Room for one record with its name.
  fileprivate init(single names: [String], columns: Int) {
    self.init(columns: 0)
    self.columns = Array(repeating: [.null], count: columns)
    self.names = names
    places = [RecordPlace(file: 0, line: 0)]
    states = [.used]
  }
}
