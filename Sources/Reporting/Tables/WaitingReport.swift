import Criteria
import FEEL
import JSON
import Model
import Scoring
import Standing

/// `waiting.ndjson`: everything that waits for a person, with who must act and by when where the pack
/// or the calendar says it.
struct WaitingReport: Sendable {
  static let fileName = "waiting.ndjson"
  private let index: ReportIndex
  private let world: World
  private(set) var items: [WaitingItem] = []

  /// Gathers what waits.
  ///
  /// - Complexity: O(people + units + records of tables with entries), sorted.
  init(_ index: ReportIndex) {
    self.index = index
    world = index.outcome.grading.world
    addTies()
    let tied = Set(items.compactMap(\.subject))
    for table in [EngineTable.people, .units] { items += gaps(table.rawValue, besides: tied) }
    addPolicies()
    for waiting in world.pack.waiting { add(waiting) }
    items.sort(by: WaitingItem.precedes)
  }

  var bytes: [UInt8] {
    var json = JSONWriter(.compact)
    for item in items { item.write(to: &json) }
    return json.bytes
  }

  /// How many things of each kind wait, those kinds that occur.
  var counts: [(kind: WaitingItem.Kind, count: Int)] {
    WaitingItem.Kind.allCases.compactMap { kind in
      let count = items.count { $0.kind == kind }
      return count == 0 ? nil : (kind, count)
    }
  }

  /// Why somebody has no result: what has to be decided, and which records are missing.
  ///
  /// - Parameter tied: Those whose tie is told already; a tie is no further decision.
  private func gaps(_ table: Int, besides tied: Set<String>) -> [WaitingItem] {
    var items: [WaitingItem] = []
    for row in 0..<world.tables[table].count where index.mayBeOpen(table, row) {
      var causes = Set(index.reasons(table, row))
      if case .unknown(let why) = index.outcome.grading.level(.standing, table, row) {
        causes.formUnion(why.causes.filter(\.needsDecision))
      }
      for (value, given) in world.given where world.pack.values[value].table == table {
        // Decisions that differ, also where the level does not depend on the value.
        if case .unknown(let why)? = given[row] { causes.formUnion(why.causes) }
      }
      guard !causes.isEmpty else { continue }
      let name = world.name(RecordReference(type: Int32(table), row: Int32(row)))
      for cause in causes.sorted()
      where !(tied.contains(name) && cause.needsDecision && cause.record == nil) {
        let duty = duty(of: cause)
        items.append(
          item(
            cause.needsDecision ? .decision : .record, table, row,
            index.forms.reasons[cause.reason], record: cause.record, field: cause.field,
            by: duty?.by, until: duty?.until.flatMap { day($0) }))
      }
    }
    return items
  }

  private mutating func addTies() {
    for quota in index.outcome.grading.quotas {
      let rule = world.pack.pack.quotas.first { $0.head.id == quota.quota }
      for (candidate, row) in quota.candidates.enumerated()
      where ["tied", "waiting"].contains(quota.prospect.outcomes[candidate].word) {
        items.append(
          item(
            .tie, quota.table, row, rule?.head.label ?? LocalizedText(quota.quota, quota.quota),
            entry: quota.quota))
      }
    }
  }

  private mutating func addPolicies() {
    let unset = Set(index.outcome.lists.flatMap(\.unset)).sorted()
    for name in unset {
      let head = world.pack.pack.policies.first { $0.head.id == name }?.head
      items.append(
        WaitingItem(
          kind: .policy, subject: nil, name: "", what: head?.label ?? LocalizedText(name, name),
          record: nil, field: name, by: nil, until: nil, entry: name))
    }
  }

  private mutating func add(_ waiting: ResolvedPack.Waiting) {
    for one in index.outcome.grading.records(waiting: waiting) {
      let record = RecordReference(type: Int32(waiting.table), row: Int32(one.row))
      let owner = owner(of: record)
      items.append(
        item(
          .entry, owner.map { Int($0.type) }, owner.map { Int($0.row) } ?? 0,
          waiting.rule.message, record: owner == record ? nil : world.name(record),
          by: waiting.rule.by, until: one.until, entry: waiting.rule.head.id))
    }
  }

  /// The person or unit that a record is about.
  private func owner(of record: RecordReference) -> RecordReference? {
    let table = Int(record.type)
    if table <= EngineTable.units.rawValue { return record }
    let layout = world.pack.layout.tables[table]
    let fields = layout.ownerField.map { [$0] } ?? ["person", "unit"].compactMap(layout.field)
    for field in fields {
      if case .record(let owner) = world.tables[table].columns[field][Int(record.row)] {
        return owner
      }
    }
    return nil
  }

  private func item(
    _ kind: WaitingItem.Kind, _ table: Int?, _ row: Int, _ what: LocalizedText,
    record: String? = nil, field: String? = nil, by: LocalizedText? = nil,
    until: CalendarDate? = nil, entry: String? = nil
  ) -> WaitingItem {
    let subject = table.map { RecordReference(type: Int32($0), row: Int32(row)) }
    return WaitingItem(
      kind: kind, subject: subject.map { world.name($0) },
      name: table.map { world.personOrUnitName($0, row) } ?? "", what: what, record: record,
      field: field, by: by, until: until, entry: entry)
  }

  /// Whose task a gap is: as the message says, else as the field that is missing.
  private func duty(of cause: Unknown.Cause) -> DutyRule? {
    if let duty = world.pack.pack.duties[cause.reason.description] { return duty }
    guard let record = cause.record, let field = cause.field else { return nil }
    let table = record.split(separator: "/").first.map { String($0) } ?? ""
    let rule = world.pack.pack.tables.first { $0.head.id == table }
    return rule?.fields.first { $0.name == field }?.duty
  }

  /// A day of the office's calendar for the period, if it gives one.
  private func day(_ field: String) -> CalendarDate? {
    let table = EngineTable.periods.rawValue
    guard let column = world.pack.layout.tables[table].field(field),
      let row = world.tables[table].names.firstIndex(of: world.period.id),
      case .date(let date) = world.tables[table].columns[column][row]
    else { return nil }
    return date
  }
}
