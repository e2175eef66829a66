import Criteria
import FEEL
package import Model
import Scoring
import Standing

/// Levels and states in the words that a reader sees.
package struct LevelWords: Sendable {
  private let index: ReportIndex
  private let grading: Grading

  init(_ index: ReportIndex) {
    self.index = index
    grading = index.outcome.grading
  }

  /// The level at one stage, or what stands in its place; empty where there is none yet.
  func level(_ stage: LevelStage, _ table: Int, _ row: Int, _ language: Language) -> String {
    switch grading.level(stage, table, row) {
    case .symbol(let symbol): index.forms.label(ofLevel: symbol.name)[language]
    default: ""
    }
  }

  /// The level that stands, and whether it is decided.
  func standing(_ table: Int, _ row: Int, _ language: Language) -> String {
    let level = level(.standing, table, row, language)
    guard !level.isEmpty, grading.notes[table][row].decision != nil else { return level }
    return "\(level) (\(Words.decided[language]))"
  }

  /// The state of a record without a level.
  func state(_ table: Int, _ row: Int) -> LocalizedText? {
    let note = grading.notes[table][row]
    guard let state = note.state else { return nil }
    if state == outOfScope {
      let names = [EngineTable.people, .units].map(\.name)
      let scope = grading.world.pack.pack.scopes.first { $0.head.id == names[table] }
      return scope?.otherwise ?? Words.outOfScope
    }
    let rule = grading.world.pack.levels.first { $0.table == table }?.rule
    return rule?.states.first { $0.head.id == note.entry }?.head.label
      ?? LevelWords.state(named: state)
  }

  /// The engine's word for a state.
  package static func state(named name: String) -> LocalizedText {
    switch name {
    case "noResult": Words.noResult
    case "notClassified": Words.notClassified
    case outOfScope: Words.outOfScope
    case LevelCounts.open: Words.needsDecision
    default: LocalizedText(name, name)
    }
  }

  /// Why there is no level, what lowered it, and what a quota left open.
  func note(_ table: Int, _ row: Int, _ language: Language) -> String {
    var parts = [state(table, row)?[language]].compactMap(\.self)
    parts += grading.notes[table][row].caps.compactMap { cap in
      grading.world.pack.caps.first { $0.rule.head.id == cap }?.rule.head.label?[language] ?? cap
    }
    if let seat = seat(table, row) {
      parts.append(seat[language])
    } else {
      let reasons = index.reasons(table, row)
      if !reasons.isEmpty { parts.append(index.forms.text(reasons, language)) }
    }
    return parts.isEmpty ? "" : parts.joined(separator: "; ")
  }

  /// What the quota leaves to the authority.
  private func seat(_ table: Int, _ row: Int) -> LocalizedText? {
    for position in grading.quotas.indices where grading.quotas[position].table == table {
      guard let candidate = index.candidate(position, row) else { continue }
      switch grading.quotas[position].prospect.outcomes[candidate] {
      case .settled(.seated), .seated: continue
      case .settled(.refused), .refused: return Words.overTheNumber
      case .settled(.tied), .settled(.waiting): return Words.tied
      case .pending: return Words.seatPending
      }
    }
    return nil
  }
}

extension ReportIndex {
  /// The pack's words for what a level is, such as the heading of its column.
  func levelHeading(_ table: EngineTable) -> LocalizedText {
    let rule = outcome.grading.world.pack.levels.first { $0.table == table.rawValue }?.rule
    return rule?.head.label ?? Words.level
  }
}

extension Words {
  static let overTheNumber = LocalizedText(
    "đủ điểm, vượt tỷ lệ, chờ cấp có thẩm quyền quyết định",
    "enough points, over the share; for the authority to decide")
  static let tied = LocalizedText(
    "bằng điểm ở suất cuối, chờ cấp có thẩm quyền quyết định",
    "level with others at the last seat; for the authority to decide")
  static let seatPending = LocalizedText(
    "chờ kết quả của người khác trong nhóm", "open until others in the group have a result")
}
