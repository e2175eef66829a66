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
    let keys = outcome.grading.world.pack.rankings.filter { $0.table == table }.map {
      outcome.grading.world.value(of: $0.by, in: record)
    }
    let levels = LevelStage.allCases.map { outcome.grading.level($0, table, row) }
    return ReportIndex.causes(keys) ?? ReportIndex.causes(levels) ?? []
  }

  /// Whether an authority has to decide something before the record has a level.
  func needsDecision(_ table: Int, _ row: Int) -> Bool {
    LevelStage.allCases.contains { stage in
      guard case .unknown(let why) = outcome.grading.level(stage, table, row) else { return false }
      return why.needsDecision
    } && outcome.grading.level(.standing, table, row).levelName == nil
  }

  private static func causes(_ values: [Value]) -> [Unknown.Cause]? {
    var all: Unknown?
    for case .unknown(let why) in values { all = all.map { $0.union(why) } ?? why }
    return all?.causes
  }
}
