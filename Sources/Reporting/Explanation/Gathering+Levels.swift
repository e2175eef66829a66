import Criteria
import FEEL
import Model
import Scoring
import Standing

extension Gathering {
  /// The level of the subject at every stage.
  mutating func addLevels() {
    guard Int(record.type) <= EngineTable.units.rawValue else { return }
    add(computedLevel())
    add(cappedLevel())
    var proposed = ExplainedLevel(stage: .proposed)
    proposed.quotas = pack.quotas.filter { $0.table == Int(record.type) }.map(\.rule.head.id)
    add(proposed)
    var standing = ExplainedLevel(stage: .standing)
    standing.decision = note.decision
    add(standing)
  }

  private var note: LevelNote { grading.notes[Int(record.type)][Int(record.row)] }

  private var levelRule: ResolvedPack.Level? {
    pack.levels.first { $0.table == Int(record.type) }
  }

  private mutating func add(_ level: ExplainedLevel) {
    let head = levelRule?.rule.head
    nodes.append(
      ExplainedNode(
        id: "\(name(record)).\(level.stage.name)", record: record, name: level.stage.name,
        label: level.stage == .computed ? head?.label : nil, cite: head?.cite, kind: .level(level),
        value: grading.level(level.stage, Int(record.type), Int(record.row)), tree: nil))
  }

  private mutating func computedLevel() -> ExplainedLevel {
    var level = ExplainedLevel(stage: .computed)
    (level.state, level.entry, level.isPending) = (note.state, note.entry, note.isPending)
    let scopes = zip(pack.pack.scopes, pack.scopes).filter { $1.table == Int(record.type) }
    level.scopes = rules(
      scopes.map { ($0.head, $0.otherwise?.english, false, $1.program) }, record,
      until: { $0 != .boolean(true) })
    guard level.scopes.allSatisfy({ $0.tree.value == .boolean(true) }), let rule = levelRule else {
      return level
    }
    level.states = rules(
      zip(rule.rule.states, rule.states).map { ($0.head, $0.state, $0.isPending, $1) }, record,
      until: { $0 == .boolean(true) || $0.unknown != nil })
    if let last = level.states.last, last.tree.value != .boolean(false) { return level }
    level.rows = rules(
      zip(rule.rule.rows, rule.rows).map { ($0.head, $0.level, false, $1.when) }, record,
      until: { $0 == .boolean(true) })
    level.after = rule.rule.rows.dropFirst(level.rows.count).map(\.head.id)
    return level
  }

  private mutating func cappedLevel() -> ExplainedLevel {
    var level = ExplainedLevel(stage: .capped)
    var now = grading.level(.computed, Int(record.type), Int(record.row))
    for cap in pack.caps where cap.table == Int(record.type) {
      guard case .symbol(let before) = now else { break }
      let when = cap.when.flatMap { builder.tree($0, record) }
      let applies = when?.value ?? .boolean(true)
      let most = applies == .boolean(false) ? nil : builder.tree(cap.atMost, record)
      let after = before.lowered(to: most?.value, where: applies)
      level.caps.append(
        .init(head: cap.rule.head, when: when, most: most, before: now, after: after))
      now = after
    }
    return level
  }
}

extension Symbol {
  /// The level under a cap, as the caps of a pack lower it; unknown where the cap is.
  func lowered(to cap: Value?, where applies: Value) -> Value {
    guard let cap, applies != .boolean(false) else { return .symbol(self) }
    switch (applies, cap) {
    case (.boolean(true), .symbol(let most)): return .symbol(most.rank < rank ? most : self)
    case (_, .symbol(let most)) where most.rank >= rank: return .symbol(self)
    case _ where rank == 0: return .symbol(self)
    case (.unknown(let why), _), (_, .unknown(let why)): return .unknown(why)
    default: return .symbol(self)
    }
  }
}
