import Criteria
import FEEL

/// The folds of a plan, one record after the other: each is computed as if its owner had no other.
struct SingleRecords {
  private let host: SingleRecordHost
  private var folds: [Computation]
  /// Nil where nothing is asked of a record that is kept.
  private var keeps: [Computation?]
  private let plan: FoldPlan

  /// Prepares to fold the records of a world, which have all their values.
  init(_ world: World, _ plan: FoldPlan) {
    let host = SingleRecordHost(world, plan)
    folds = plan.folds.map { Computation($0.program, host: host) }
    keeps = plan.keeps.map { $0.program.map { Computation($0, host: host) } }
    (self.host, self.plan) = (host, plan)
  }

  /// Whether the owner of a record is known.
  func isOwned(_ row: Int) -> Bool { host.owners[row] >= 0 }

  /// Folds one record; says whether it is to be kept.
  mutating func fold(_ row: Int, into state: inout FoldState) -> Bool {
    guard host.records[row] != .null else { return false }
    let owner = Int(host.owners[row])
    let alone = host.owner(of: row)
    if host.mayCount[row] { state.see(owner) }
    for index in folds.indices {
      state.add(
        folds[index].value(self: alone), to: index, of: owner, from: host.names[row],
        isLost: host.isLost[row])
    }
    var isKept = false
    for index in keeps.indices where !isKept {
      let line = RecordReference(type: Int32(plan.table), row: Int32(row))
      let isOfOwner = if case .line = plan.keeps[index] { false } else { true }
      let found = keeps[index]?.value(self: isOfOwner ? alone : line)
      switch plan.keeps[index] {
      case .picked: isKept = found != .list([])
      case .any:
        isKept = found?.isKnown == true ? found != .list([]) && state.needs(index, owner) : true
      case .line: isKept = found != .boolean(false)
      case .all: isKept = true
      }
    }
    return isKept
  }
}

/// A world in which every record has an owner of its own.
///
/// That of record n has the row −1 − n, and is like the real owner in everything but the records it
/// owns.
private final class SingleRecordHost: Host {
  /// The real owner of each record; −1 where it is not known.
  let owners: [Int32]
  /// Whether each record counts in the period, or may count.
  let mayCount: [Bool]
  /// What each record is called, and whether it contradicts another of the same key.
  let names: [String]
  let isLost: [Bool]
  /// The list of each record alone; null where it does not count.
  let records: [Value]
  private let world: FixedWorld
  private let plan: FoldPlan

  init(_ world: World, _ plan: FoldPlan) {
    let table = plan.table
    let field = world.pack.layout.tables[table].ownerField ?? 0
    let rows = 0..<world.tables[table].count
    owners = rows.map { Int32(world.reference(table, field, $0) ?? -1) }
    records = rows.map { world.alone($0, of: table) }
    mayCount = rows.map { world.isUsed(table, $0) }
    names = world.tables[table].names
    isLost = world.tables[table].states.map { $0 == .setAside }
    self.world = FixedWorld(world)
    self.plan = plan
  }

  /// The owner that has one record alone.
  func owner(of row: Int) -> RecordReference {
    RecordReference(type: Int32(plan.owner), row: -1 - Int32(row))
  }

  func value(of member: Int, in record: RecordReference) -> Value {
    guard record.row < 0 else { return world.value(of: member, in: record) }
    let row = Int(-1 - record.row)
    let source = world.world.pack.layout.tables[plan.owner].members[member].source
    if source == .related(.records(table: plan.table)) { return records[row] }
    return world.value(of: member, in: RecordReference(type: record.type, row: owners[row]))
  }

  func global(_ index: Int) -> Value { world.global(index) }

  func slot(_ index: Int, of record: RecordReference?) -> Value {
    world.slot(index, of: record)
  }

  func workingDays(from: CalendarDate, to: CalendarDate) -> Value {
    world.workingDays(from: from, to: to)
  }
}

extension World {
  /// The records of an owner who has only this one; null where it does not count.
  fileprivate func alone(_ row: Int, of table: Int) -> Value {
    switch tables[table].states[row] {
    case .used: return .list([record(table, row)])
    case .perhaps(let why): return .list([.perhaps(record(table, row), why)])
    case .setAside:
      let lost = contradiction(table, row)
      return .list([.perhaps(.unknown(lost), lost)])
    case .outsidePeriod, .knownLater: return .null
    }
  }
}
