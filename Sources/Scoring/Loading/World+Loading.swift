package import Criteria
package import FEEL
package import Model
import Records

extension World {
  /// Joins the records of a dataset into a world for one period.
  ///
  /// - Parameters:
  ///   - raw: The records of each table of the layout, by index.
  ///   - files: The names of the files that the places of `raw` refer to.
  ///   - asOf: The day on which the results are drawn up; facts known later are hidden. By
  ///     default the last day of the period in the office's own calendar.
  ///   - carried: Rows that inner periods left behind; none of them may be in `raw` already.
  ///   - threads: How many threads join, and later compute.
  /// - Returns: The world, in which nothing is computed yet, and the problems found in joining.
  /// - Complexity: O(records × log records).
  package static func joined(
    _ pack: ResolvedPack, period: Period, asOf: CalendarDate?, raw: [RawTable], files: [String],
    carried: [CarriedRow] = [], threads: Int = 1
  ) -> (world: World, problems: [RecordProblem]) {
    var problems: [RecordProblem] = []
    let tables = pack.layout.tables
    var whole = tables.indices.map { raw[$0].with(rowsOf: tables[$0]) }
    for (index, row) in carried.enumerated() { whole[row.table].append(row, at: index) }
    let identified = IdentifiedRows.all(of: whole, tables, files: files, threads: threads)
    let named = pack.layout.namedTables
    let ids = identified.indices.map { named.contains($0) ? identified[$0].rowsByName : [:] }
    var held: [HeldTable] = []
    for index in tables.indices {
      let joined = HeldTable.joined(
        whole[index], tables[index], identified[index], ids: ids, layout: pack.layout,
        files: files, threads: threads)
      held.append(joined.table)
      problems += identified[index].problems + joined.problems
    }
    for index in Set(carried.map(\.table)) { held[index].restore(carried) }
    var world = World(pack, period, asOf, files, held)
    world.carried = carried
    world.threads = threads
    problems += world.hangTogether(Array(tables.indices))
    return (world, problems)
  }

  /// Finds how the records of some tables hang together with all others, and what is wrong with that.
  mutating func hangTogether(_ changed: [Int]) -> [RecordProblem] {
    for table in changed {
      hideLaterRecords(of: table)
      linkRecords(of: table)
    }
    let calendar = EngineTable.calendar.rawValue
    if changed.contains(calendar) {
      self.calendar = WorkingCalendar(tables[calendar], pack.layout.tables[calendar])
    }
    relations.postings = postingsInPeriod()
    return buildUnitTree() + checkRecords(of: changed)
  }

  /// A world without records but those of the pack itself.
  package static func empty(
    _ pack: ResolvedPack, _ period: Period, asOf: CalendarDate?, files: [String] = []
  ) -> World {
    let none = pack.layout.tables.map { RawTable(fields: $0.fields.count) }
    return joined(pack, period: period, asOf: asOf, raw: none, files: files).world
  }

  private init(
    _ pack: ResolvedPack, _ period: Period, _ day: CalendarDate?, _ files: [String],
    _ tables: [HeldTable]
  ) {
    self.pack = pack
    self.files = files
    self.tables = tables
    let calendar = EngineTable.periods.rawValue
    let office = tables[calendar].names.firstIndex(of: period.id)
    self.period = office.flatMap { Period(period, tables[calendar], $0) } ?? period
    asOf = day ?? self.period.to
    if office == nil { self.tables[calendar].append(period, pack.layout.tables[calendar]) }
    let row = office ?? self.tables[calendar].count - 1
    globals = World.globals(pack, self.period, asOf, periodRow: row, self.tables)
    relations = Relations()
    values = Array(repeating: [], count: pack.layout.values.count)
    levels = tables.indices.map { World.levels($0, tables[$0].count) }
  }

  /// The levels of each stage for so many records, none computed yet.
  static func levels(_ table: Int, _ count: Int) -> [[Value]] {
    guard table <= EngineTable.units.rawValue else { return noLevels }
    let none = Array(repeating: notComputed, count: count)
    return noLevels.map { _ in none }
  }

  private static let noLevels = LevelStage.allCases.map { _ in [Value]() }
  /// What a formula reads before it may.
  static let notComputed = Value.unknown(Unknown("not computed yet"))
}

extension IdentifiedRows {
  /// The position of each record by its name.
  var rowsByName: [String: Int32] { IdentifiedRows.rowsByName(names) }

  static func rowsByName(_ names: [String]) -> [String: Int32] {
    var rows: [String: Int32] = [:]
    rows.reserveCapacity(names.count)
    for (row, name) in names.enumerated().reversed() { rows[name] = Int32(row) }
    return rows
  }
}

extension Period {
  /// The same period with the days of the office's own calendar, where that has it.
  ///
  /// - Parameter calendar: The records of the table `periods` as they were read.
  package func inOffice(
    _ calendar: RawTable, _ layout: Layout, files: [String]
  ) -> Period {
    guard calendar.count > 0 else { return self }
    let table = layout.tables[EngineTable.periods.rawValue]
    let rows = IdentifiedRows(calendar, table, files: files)
    let fields = EngineTable.periods.fieldNames
    guard let position = rows.names.firstIndex(of: id), let from = fields.firstIndex(of: "from"),
      let to = fields.firstIndex(of: "to"),
      case .date(let first) = calendar.columns[from][rows.rows[position]],
      case .date(let last) = calendar.columns[to][rows.rows[position]], first <= last
    else { return self }
    return Period(id: id, kind: kind, from: first, to: last)
  }

  /// The same period with the days of the office's own calendar.
  init?(_ civil: Period, _ calendar: HeldTable, _ row: Int) {
    let fields = EngineTable.periods.fieldNames
    guard let from = fields.firstIndex(of: "from"), let to = fields.firstIndex(of: "to"),
      case .date(let first) = calendar.columns[from][row],
      case .date(let last) = calendar.columns[to][row], first <= last
    else { return nil }
    self.init(id: civil.id, kind: civil.kind, from: first, to: last)
  }
}

extension HeldTable {
  /// Adds a civil period to the calendar, so that formulas can read it as a record.
  mutating func append(_ period: Period, _ table: LayoutTable) {
    for (index, field) in table.fields.enumerated() {
      switch field.name {
      case "id": columns[index].append(.string(period.id))
      case "from": columns[index].append(.date(period.from))
      case "to": columns[index].append(.date(period.to))
      default: columns[index].append(.null)
      }
    }
    places.append(RecordPlace(file: -1, line: 0))
    states.append(.used)
    names.append(period.id)
  }
}

extension World {
  /// The values that are the same for all records, in the order of the layout's globals.
  private static func globals(
    _ pack: ResolvedPack, _ period: Period, _ asOf: CalendarDate, periodRow: Int,
    _ tables: [HeldTable]
  ) -> [Value] {
    pack.layout.globals.map { global in
      switch global {
      case .reportingPeriod:
        return .record(
          RecordReference(type: Int32(EngineTable.periods.rawValue), row: Int32(periodRow)))
      case .asOf: return .date(asOf)
      case .parameter(let index): return pack.pack.parameters[index].value(on: period.to)
      case .policy(let index): return pack.pack.policies[index].asValue
      case .table(let index): return list(of: index, tables[index])
      }
    }
  }

  /// All records of a table that count, as a list.
  private static func list(of table: Int, _ held: HeldTable) -> Value {
    .list(
      held.states.indices.filter { held.states[$0] == .used }.map {
        .record(RecordReference(type: Int32(table), row: Int32($0)))
      })
  }

  /// Lists the records of some tables anew, where formulas ask for all of them.
  mutating func listRecords(of changed: [Int]) {
    for (place, global) in pack.layout.globals.enumerated() {
      if case .table(let table) = global, changed.contains(table) {
        globals[place] = World.list(of: table, tables[table])
      }
    }
  }
}
