import Criteria
package import FEEL
package import Model

extension World {
  /// The row that a field of a record refers to, if it is there and known.
  func reference(_ table: EngineTable, _ field: String, _ row: Int) -> Int? {
    guard let index = pack.layout.tables[table.rawValue].field(field) else { return nil }
    return reference(table.rawValue, index, row)
  }

  func reference(_ table: Int, _ field: Int, _ row: Int) -> Int? {
    guard case .record(let target) = tables[table].columns[field][row] else { return nil }
    return Int(target.row)
  }

  /// Hides records that became known only after the day of the results.
  mutating func hideLaterRecords(of table: Int) {
    guard let known = pack.layout.tables[table].knownOn else { return }
    for row in 0..<tables[table].count {
      if case .date(let date) = tables[table].columns[known][row], date > asOf {
        tables[table].states[row] = .knownLater
      }
    }
  }

  /// Gives the records of one table to their owners, and to the records that they name.
  mutating func linkRecords(of table: Int) {
    for (index, field) in pack.layout.tables[table].fields.enumerated() {
      guard field.foundAs != nil, case .reference(let target) = field.kind else { continue }
      relations.naming[.naming(table: table, field: index)] = links(table, index, to: target)
    }
    if table == EngineTable.decisions.rawValue { linkDecisions() }
    guard let owner = pack.layout.tables[table].owner,
      let field = pack.layout.tables[table].ownerField
    else { return }
    relations.recordsOf[table] = links(table, field, to: owner)
  }

  /// The records of a table by those of another that a field names.
  private func links(_ table: Int, _ field: Int, to target: Int) -> Links {
    var pairs: [(from: Int, to: Int)] = []
    for row in 0..<tables[table].count {
      guard let named = reference(table, field, row) else { continue }
      pairs.append((named, row))
    }
    return Links(count: tables[target].count, pairs)
  }

  /// Decisions belong to a person or to a unit; both sides find them under one name.
  private mutating func linkDecisions() {
    let decisions = EngineTable.decisions
    guard tables[decisions.rawValue].count > 0 else {
      relations.recordsOf[decisions.rawValue] = Links()
      relations.unitDecisions = Links()
      return
    }
    var pairs: [(from: Int, to: Int)] = []
    for row in 0..<tables[decisions.rawValue].count {
      if let person = reference(decisions, "person", row) { pairs.append((person, row)) }
    }
    relations.recordsOf[decisions.rawValue] = Links(count: tables[0].count, pairs)
    pairs = []
    for row in 0..<tables[decisions.rawValue].count {
      if let unit = reference(decisions, "unit", row) { pairs.append((unit, row)) }
    }
    relations.unitDecisions = Links(count: tables[EngineTable.units.rawValue].count, pairs)
  }

  /// The postings of each person that are in force on some day of the period, the earliest first.
  func postingsInPeriod() -> Links {
    let table = EngineTable.postings
    let (held, layout) = (tables[table.rawValue], pack.layout.tables[table.rawValue])
    let dated = DatedRows(held, layout)
    let person = layout.field("person") ?? 0
    let (first, last) = (period.from, period.to)
    var rows = (0..<held.count).filter { dated.inForce($0, first, last) }
    if rows.count > 1 {
      rows.sort { left, right in
        let (a, b) = (dated.from(left), dated.from(right))
        if a != b { return b.map { b in a.map { $0 < b } ?? true } ?? false }
        return left < right
      }
    }
    return Links(
      count: tables[0].count,
      rows.compactMap { row in
        guard case .record(let owner) = held.columns[person][row] else { return nil }
        return (from: Int(owner.row), to: row)
      })
  }

  /// Finds the agency and the sub-units of every unit; a circle is told and cut.
  mutating func buildUnitTree() -> [RecordProblem] {
    let table = EngineTable.units
    var problems: [RecordProblem] = []
    var pairs: [(from: Int, to: Int)] = []
    relations.agency = Array(repeating: -1, count: tables[table.rawValue].count)
    let dated = DatedRows(tables[table.rawValue], pack.layout.tables[table.rawValue])
    for unit in 0..<tables[table.rawValue].count {
      guard let chain = chain(above: unit) else {
        problems.append(circle(table, unit, "parent"))
        continue
      }
      if chain.count > 1, dated.inForce(unit, period.from, period.to) {
        pairs.append((chain[1], unit))
      }
      for above in chain where isAgency(above) {
        relations.agency[unit] = Int32(above)
        break
      }
    }
    relations.subUnits = Links(count: tables[table.rawValue].count, pairs)
    return problems
  }

  /// The unit and all units above it, nearest first, or `nil` where the way up never ends.
  func chain(above unit: Int) -> [Int]? {
    var chain = [unit]
    while let parent = reference(.units, "parent", chain[chain.count - 1]) {
      chain.append(parent)
      if chain.count > tables[EngineTable.units.rawValue].count { return nil }
    }
    return chain
  }

  private func isAgency(_ unit: Int) -> Bool {
    guard let field = pack.layout.tables[EngineTable.units.rawValue].field("agency") else {
      return false
    }
    return tables[EngineTable.units.rawValue].columns[field][unit] == .boolean(true)
  }

  func circle(_ table: EngineTable, _ row: Int, _ field: String) -> RecordProblem {
    problem(.circle, table.rawValue, row, field: field)
  }

  /// The problem of a record that reads itself by way of others.
  package func circle(_ record: RecordReference) -> RecordProblem {
    problem(.circle, Int(record.type), Int(record.row))
  }

  /// A problem of one record, at its place.
  package func problem(
    _ kind: RecordProblem.Kind, _ table: Int, _ row: Int, field: String? = nil,
    expected: Expectation? = nil, given: String? = nil
  ) -> RecordProblem {
    let place = tables[table].places[row]
    return RecordProblem(
      kind, table: pack.layout.tables[table].name,
      file: place.file >= 0 ? files[Int(place.file)] : "", line: Int(place.line), field: field,
      record: tables[table].names[row], expected: expected, given: given)
  }
}

/// The records of a table with the days from and to which they are in force.
struct DatedRows {
  private let first: [Value]
  private let last: [Value]
  private let states: [RecordState]

  init(_ table: Int, in world: World) {
    self.init(world.tables[table], world.pack.layout.tables[table])
  }

  init(_ held: HeldTable, _ layout: LayoutTable) {
    first = layout.field("from").map { held.columns[$0] } ?? []
    last = layout.field("to").map { held.columns[$0] } ?? []
    states = held.states
  }

  /// The first day of a record, if it is there and known.
  func from(_ row: Int) -> CalendarDate? { DatedRows.date(first, row) }

  /// The last day of a record, if it is there and known.
  func to(_ row: Int) -> CalendarDate? { DatedRows.date(last, row) }

  /// Whether a record is in force on some day from `first` to `last`.
  func inForce(_ row: Int, _ first: CalendarDate, _ last: CalendarDate) -> Bool {
    if let from = from(row), from > last { return false }
    if let to = to(row), to < first { return false }
    return states[row] == .used
  }

  private static func date(_ column: [Value], _ row: Int) -> CalendarDate? {
    guard !column.isEmpty, case .date(let date) = column[row] else { return nil }
    return date
  }
}
