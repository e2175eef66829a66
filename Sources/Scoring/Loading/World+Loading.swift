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
  /// - Returns: The world, in which nothing is computed yet, and the problems found in joining.
  /// - Complexity: O(records × log records).
  package static func joined(
    _ pack: ResolvedPack, period: Period, asOf: CalendarDate?, raw: [RawTable], files: [String],
    carried: [CarriedRow] = []
  ) -> (world: World, problems: [RecordProblem]) {
    var problems: [RecordProblem] = []
    let tables = pack.layout.tables
    var whole = tables.indices.map { index in
      guard tables[index].rule?.rows.isEmpty == false else { return raw[index] }
      var table = raw[index]
      table.append(RawTable(rowsOf: tables[index]))
      return table
    }
    for (index, row) in carried.enumerated() { whole[row.table].append(row, at: index) }
    let identified = tables.indices.map { IdentifiedRows(whole[$0], tables[$0], files: files) }
    let named = pack.layout.namedTables
    let ids = identified.indices.map { named.contains($0) ? identified[$0].rowsByName : [:] }
    var held: [HeldTable] = []
    for index in tables.indices {
      let joined = HeldTable.joined(
        whole[index], tables[index], identified[index], ids: ids, layout: pack.layout,
        files: files)
      held.append(joined.table)
      problems += identified[index].problems + joined.problems
    }
    for index in Set(carried.map(\.table)) { held[index].restore(carried) }
    var world = World(pack, period, asOf, files, held)
    world.carried = carried
    world.hideLaterRecords()
    world.linkRecords()
    world.calendar = WorkingCalendar(
      world.tables[EngineTable.calendar.rawValue],
      pack.layout.tables[EngineTable.calendar.rawValue])
    world.relations.postings = world.postingsInPeriod()
    problems += world.buildUnitTree()
    problems += world.checkRecords()
    return (world, problems)
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
    levels = tables.indices.map { index in
      index > EngineTable.units.rawValue
        ? World.noLevels
        : World.noLevels.map { _ in
          Array(repeating: World.notComputed, count: tables[index].count)
        }
    }
  }

  private static let noLevels = LevelStage.allCases.map { _ in [Value]() }
  /// What a formula reads before it may.
  static let notComputed = Value.unknown(Unknown("not computed yet"))
}

extension IdentifiedRows {
  /// The position of each record by its name.
  var rowsByName: [String: Int32] {
    Dictionary(
      names.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
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
      case .table(let index):
        return .list(
          tables[index].states.indices.filter { tables[index].states[$0] == .used }.map {
            .record(RecordReference(type: Int32(index), row: Int32($0)))
          })
      }
    }
  }
}
