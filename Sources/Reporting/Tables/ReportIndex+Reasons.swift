import Criteria
import FEEL
import Scoring
import Standing

extension ReportIndex {
  /// Why a record has no result: the causes behind the values that order it, else behind its levels.
  ///
  /// Nothing where a state settles that there is none, such as absence for the whole period. What
  /// else is not known of the record is told beside each value.
  func reasons(_ table: Int, _ row: Int) -> [Unknown.Cause] {
    guard mayBeOpen(table, row) else { return [] }
    if outcome.grading.notes[table][row].state != nil,
      !outcome.grading.notes[table][row].isPending
    {
      return []
    }
    let record = RecordReference(type: Int32(table), row: Int32(row))
    var all: Unknown?
    for member in orderedBy[table] {
      if case .unknown(let why) = world.value(of: member, in: record) {
        all = all?.union(why) ?? why
      }
    }
    if let all { return all.causes }
    let levels = world.world.levels[table]
    for stage in levels.indices {
      if case .unknown(let why) = levels[stage][row] { all = all?.union(why) ?? why }
    }
    return all?.causes ?? []
  }

  /// Whether an authority has to decide something before the record has a level.
  func needsDecision(_ table: Int, _ row: Int) -> Bool {
    guard mayBeOpen(table, row) else { return false }
    let levels = world.world.levels[table]
    if case .symbol = levels[LevelStage.standing.rawValue][row] { return false }
    return levels.contains {
      if case .unknown(let why) = $0[row] { why.needsDecision } else { false }
    }
  }

  /// For each record of a table whether a level, or a member that orders it, or what was given for
  /// it, may be not known.
  static func isOpen(_ table: Int, _ orderedBy: [Int], in world: World) -> [Bool] {
    let rows = 0..<world.tables[table].count
    var isOpen = [Bool](repeating: false, count: rows.count)
    for column in world.levels[table] {
      for row in rows { if case .unknown = column[row] { isOpen[row] = true } }
    }
    for member in orderedBy {
      for row in rows {
        let record = RecordReference(type: Int32(table), row: Int32(row))
        if case .unknown = world.value(of: member, in: record) { isOpen[row] = true }
      }
    }
    for (value, given) in world.given where world.pack.values[value].table == table {
      for row in given.keys { isOpen[row] = true }
    }
    return isOpen
  }
}
