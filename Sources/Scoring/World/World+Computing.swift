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
    if let when = definition.when {
      switch when.evaluate(self: record, locals: [], host: self, trace: nil) {
      case .boolean(true): break
      case .unknown(let why): return .unknown(why)
      default: return .null
      }
    }
    if !folded.isEmpty {
      let host = FoldedHost(world: self, row: row)
      return definition.program.evaluate(self: record, locals: [], host: host, trace: trace)
    }
    return definition.program.evaluate(self: record, locals: [], host: self, trace: trace)
  }

  /// Computes one named value for all records.
  ///
  /// - Complexity: O(records × size of the formula).
  package mutating func compute(value index: Int) {
    let world = self
    values[index] = (0..<rows(of: .value(index))).map { world.value(index, row: $0) }
  }

  /// Finds which records of a table count in the period.
  ///
  /// Records that contradict each other leave a gap only in the periods in which one of them would
  /// count.
  package mutating func count(table: Int) {
    guard let program = pack.tableRules[table].countsWhen else { return }
    let world = self
    for row in 0..<tables[table].count {
      let state = world.tables[table].states[row]
      guard state == .used || state == .setAside else { continue }
      let record = RecordReference(type: Int32(table), row: Int32(row))
      switch program.evaluate(self: record, locals: [], host: world, trace: nil) {
      case .boolean(true): break
      case .unknown(let why): if state == .used { tables[table].states[row] = .perhaps(why) }
      default: tables[table].states[row] = .outsidePeriod
      }
    }
  }

  /// Finds the posting and unit of every person, and from them who belongs to and leads whom.
  package mutating func findMembership() {
    let world = self
    let people = EngineTable.people.rawValue
    relations.posting = (0..<tables[people].count).map { row in
      world.pack.membership?.evaluate(
        self: RecordReference(type: Int32(people), row: Int32(row)), locals: [], host: world,
        trace: nil) ?? .unknown(Unknown("the pack does not say how a posting is found"))
    }
    relations.unit = relations.posting.map { world.unit(ofPosting: $0) }
    linkMembers()
    linkLed()
  }

  private func unit(ofPosting posting: Value) -> Value {
    guard case .record(let reference) = posting else {
      if case .unknown = posting { return posting }
      return .unknown(Unknown("no posting in the period"))
    }
    let field = pack.layout.tables[EngineTable.postings.rawValue].field("unit") ?? 0
    return tables[EngineTable.postings.rawValue].columns[field][Int(reference.row)]
  }

  private mutating func linkMembers() {
    let units = tables[EngineTable.units.rawValue].count
    var direct: [(from: Int, to: Int)] = []
    var all: [(from: Int, to: Int)] = []
    for (person, unit) in relations.unit.enumerated() {
      guard case .record(let reference) = unit else { continue }
      direct.append((Int(reference.row), person))
      for above in chain(above: Int(reference.row)) ?? [] { all.append((above, person)) }
    }
    relations.members = Links(count: units, direct)
    relations.everyone = Links(count: units, all)
  }

  /// Leads in force on the last day that a leader is in post in the period: of units with all below
  /// them, or of persons, as far as these were in post while the lead was in force.
  private mutating func linkLed() {
    let posted = timesInPost()
    var led: [Int: Set<Int>] = [:]
    var units: [(from: Int, to: Int)] = []
    for row in 0..<tables[EngineTable.leads.rawValue].count {
      guard let leader = reference(.leads, "person", row) else { continue }
      let day = posted[leader]?.last ?? period.to
      guard inForce(.leads, row, day, day) else { continue }
      let lead = time(.leads, row)
      func wasThere(_ person: Int) -> Bool { posted[person]?.overlaps(lead) ?? true }
      if let unit = reference(.leads, "unit", row) {
        units.append((leader, unit))
        led[leader, default: []].formUnion(
          relations.everyone[unit].lazy.map { Int($0) }.filter(wasThere))
      }
      if let person = reference(.leads, "led person", row), wasThere(person) {
        led[leader, default: []].insert(person)
      }
    }
    let people = tables[EngineTable.people.rawValue].count
    relations.ledUnits = Links(count: people, units)
    relations.ledPeople = Links(
      count: people,
      led.keys.sorted().flatMap { leader in
        (led[leader] ?? []).subtracting([leader]).sorted().map { (from: leader, to: $0) }
      })
  }

  /// The days of the period on which each person held the posting that the period counts for; `nil`
  /// where that posting is not known.
  private func timesInPost() -> [Days?] {
    relations.posting.map { posting in
      guard case .record(let record) = posting else { return nil }
      return time(.postings, Int(record.row))
    }
  }

  /// The days of the period on which a dated record is in force.
  private func time(_ table: EngineTable, _ row: Int) -> Days {
    Days(
      first: max(date(table, "from", row) ?? period.from, period.from),
      last: min(date(table, "to", row) ?? period.to, period.to))
  }
}

/// A first and a last day; none lie between them where the first comes later.
private struct Days {
  let first: CalendarDate
  let last: CalendarDate

  func overlaps(_ other: Days) -> Bool { first <= other.last && other.first <= last }
}
