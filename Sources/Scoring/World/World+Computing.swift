import Criteria
package import FEEL
import Model

extension World {
  /// The number of records of the table that a node is computed for.
  package func rows(of node: PlanNode) -> Int {
    switch node {
    case .counting(let table), .level(let table, _): tables[table].count
    case .membership: tables[EngineTable.people.rawValue].count
    case .value(let index): tables[pack.values[index].table].count
    }
  }

  /// Computes one named value of one record.
  ///
  /// A value that a decision or a case gives goes before the formula; where the value does not
  /// apply it is null.
  package func value(_ index: Int, row: Int, trace: TraceRecorder? = nil) -> Value {
    if let given = given[index]?[row] { return given }
    return formulaValue(index, row: row, trace: trace)
  }

  /// What the formula of a named value gives for one record, also where a decision goes before it.
  package func formulaValue(_ index: Int, row: Int, trace: TraceRecorder? = nil) -> Value {
    let definition = pack.values[index]
    let record = RecordReference(type: Int32(definition.table), row: Int32(row))
    let condition = definition.when?.evaluate(self: record, locals: [], host: self, trace: nil)
    return ValueFormula.applied(condition) {
      definition.program.evaluate(self: record, locals: [], host: self, trace: trace)
    }
  }

  /// Computes one named value for all records.
  ///
  /// - Complexity: O(records × size of the formula).
  package mutating func compute(value index: Int) {
    let count = rows(of: .value(index))
    guard count == 1, formulas != nil, given[index] == nil else {
      values[index] = values(index, Array(0..<count))
      return
    }
    let value = preparedValue(pack.values[index], 0)
    values[index].removeAll(keepingCapacity: true)
    values[index].append(value)
  }

  /// Computes one named value for some records; those of the others stay.
  package mutating func compute(value index: Int, _ rows: [Int]) {
    let found = values(index, rows)
    for (row, value) in zip(rows, found) { values[index][row] = value }
  }

  private mutating func values(_ index: Int, _ rows: [Int]) -> [Value] {
    let (definition, given) = (pack.values[index], given[index] ?? [:])
    if formulas != nil, given.isEmpty { return preparedValues(definition, rows) }
    let host = FixedWorld(self)
    return mapped(
      rows, { ValueFormula(definition, given: given, in: host, rows: rows.count) },
      { $0.value($1) })
  }

  private mutating func preparedValue(_ definition: ResolvedPack.Value, _ row: Int) -> Value {
    let condition = definition.when.map { compute($0, of: definition.table, row) }
    return ValueFormula.applied(condition) {
      compute(definition.program, of: definition.table, row)
    }
  }

  private mutating func preparedValues(
    _ definition: ResolvedPack.Value, _ rows: [Int]
  ) -> [Value] {
    guard let when = definition.when else {
      return compute(definition.program, of: definition.table, rows)
    }
    let conditions = compute(when, of: definition.table, rows)
    let applying = zip(rows, conditions).filter { $0.1 == .boolean(true) }.map(\.0)
    var values = compute(definition.program, of: definition.table, applying).makeIterator()
    return conditions.map { condition in
      ValueFormula.applied(condition) { values.next() ?? .null }
    }
  }

  /// Finds which records of a table count in the period.
  ///
  /// Records that contradict each other leave a gap only in the periods in which one of them would
  /// count.
  package mutating func count(table: Int) { count(table: table, Array(0..<tables[table].count)) }

  /// Finds which of some records of a table count in the period.
  package mutating func count(table: Int, _ rows: [Int]) {
    guard let program = pack.tableRules[table].countsWhen else { return }
    let rows = rows.filter {
      tables[table].states[$0] == .used || tables[table].states[$0] == .setAside
    }
    for (row, counts) in zip(rows, compute(program, of: table, rows)) {
      switch counts {
      case .boolean(true): break
      case .unknown(let why):
        if tables[table].states[row] == .used { tables[table].states[row] = .perhaps(why) }
      default: tables[table].states[row] = .outsidePeriod
      }
    }
  }

  /// Finds the posting and unit of every person, and from them who belongs to and leads whom.
  package mutating func findMembership() {
    let people = EngineTable.people.rawValue
    let rows = Array(0..<tables[people].count)
    let unsaid = Value.unknown(Unknown("the pack does not say how a posting is found"))
    relations.posting =
      pack.membership.map { compute($0, of: people, rows) } ?? rows.map { _ in unsaid }
    let field = pack.layout.tables[EngineTable.postings.rawValue].field("unit") ?? 0
    relations.unit = relations.posting.map { unit(ofPosting: $0, field) }
    linkMembers()
    linkLed()
  }

  private func unit(ofPosting posting: Value, _ field: Int) -> Value {
    guard case .record(let reference) = posting else {
      if case .unknown = posting { return posting }
      return .unknown(Unknown("no posting in the period"))
    }
    return tables[EngineTable.postings.rawValue].columns[field][Int(reference.row)]
  }

  private mutating func linkMembers() {
    let units = tables[EngineTable.units.rawValue].count
    var direct: [(from: Int, to: Int)] = []
    var all: [(from: Int, to: Int)] = []
    let chains = (0..<units).map { chain(above: $0) ?? [] }
    for (person, unit) in relations.unit.enumerated() {
      guard case .record(let reference) = unit else { continue }
      direct.append((Int(reference.row), person))
      for above in chains[Int(reference.row)] { all.append((above, person)) }
    }
    relations.members = Links(count: units, direct)
    relations.everyone = Links(count: units, all)
  }

  /// Leads in force on the last day that a leader is in post in the period: of units with all below
  /// them, or of persons, as far as these were in post while the lead was in force.
  private mutating func linkLed() {
    (relations.ledUnits, relations.ledPeople) = (Links(), Links())
    guard tables[EngineTable.leads.rawValue].count > 0 else { return }
    let posted = timesInPost()
    let leads = DatedRows(EngineTable.leads.rawValue, in: self)
    var led: [Int: [Int]] = [:]
    var units: [(from: Int, to: Int)] = []
    for row in 0..<tables[EngineTable.leads.rawValue].count {
      guard let leader = reference(.leads, "person", row) else { continue }
      let day = posted[leader]?.last ?? period.to
      guard leads.inForce(row, day, day) else { continue }
      let lead = time(leads, row)
      func wasThere(_ person: Int) -> Bool { posted[person]?.overlaps(lead) ?? true }
      if let unit = reference(.leads, "unit", row) {
        units.append((leader, unit))
        for person in relations.everyone[unit] where wasThere(Int(person)) {
          led[leader, default: []].append(Int(person))
        }
      }
      if let person = reference(.leads, "led person", row), wasThere(person) {
        led[leader, default: []].append(person)
      }
    }
    let people = tables[EngineTable.people.rawValue].count
    relations.ledUnits = Links(count: people, units)
    relations.ledPeople = Links(
      count: people,
      led.keys.sorted().flatMap { leader in
        let all = (led[leader] ?? []).sorted()
        return all.indices.lazy.filter { all[$0] != leader && ($0 == 0 || all[$0] != all[$0 - 1]) }
          .map { (from: leader, to: all[$0]) }
      })
  }

  /// The days of the period on which each person held the posting that the period counts for; `nil`
  /// where that posting is not known.
  private func timesInPost() -> [Days?] {
    let postings = DatedRows(EngineTable.postings.rawValue, in: self)
    return relations.posting.map { posting in
      guard case .record(let record) = posting else { return nil }
      return time(postings, Int(record.row))
    }
  }

  /// The days of the period on which a dated record is in force.
  private func time(_ dated: DatedRows, _ row: Int) -> Days {
    Days(
      first: max(dated.from(row) ?? period.from, period.from),
      last: min(dated.to(row) ?? period.to, period.to))
  }
}

/// A first and a last day; none lie between them where the first comes later.
private struct Days {
  let first: CalendarDate
  let last: CalendarDate

  func overlaps(_ other: Days) -> Bool { first <= other.last && other.first <= last }
}
