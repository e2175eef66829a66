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
    let note = outcome.grading.notes[table][row]
    if note.state != nil, !note.isPending { return [] }
    let record = RecordReference(type: Int32(table), row: Int32(row))
    var all: Unknown?
    for member in orderedBy[table] ?? [] {
      if let why = world.value(of: member, in: record).unknown { all = all?.union(why) ?? why }
    }
    if let all { return all.causes }
    for stage in LevelStage.allCases {
      if let why = outcome.grading.level(stage, table, row).unknown { all = all?.union(why) ?? why }
    }
    return all?.causes ?? []
  }

  /// Whether an authority has to decide something before the record has a level.
  func needsDecision(_ table: Int, _ row: Int) -> Bool {
    LevelStage.allCases.contains { stage in
      guard case .unknown(let why) = outcome.grading.level(stage, table, row) else { return false }
      return why.needsDecision
    } && outcome.grading.level(.standing, table, row).levelName == nil
  }
}
