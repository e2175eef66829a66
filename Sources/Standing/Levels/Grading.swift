package import Criteria
package import FEEL
import Model
package import Scoring

/// A world together with how its levels came about.
///
/// Walks the strata of the plan once: values through the world, levels here.
package struct Grading: Sendable {
  package var world: World
  /// How each level came about, by table (people, units) and row.
  package internal(set) var notes: [[LevelNote]]
  /// What every quota gave, in the order of the pack.
  package internal(set) var quotas: [QuotaResult] = []
  /// The records that read each other in a circle, which the data must not have.
  package internal(set) var circles: [RecordReference] = []
  let plan: Plan
  private var computedStrata: Set<Int> = []

  /// Begins to compute `plan` in `world`; nothing is computed yet but what decisions give.
  package init(_ plan: Plan, in world: World) {
    self.plan = plan
    self.world = world
    notes = [EngineTable.people, .units].map {
      Array(repeating: LevelNote(), count: world.tables[$0.rawValue].count)
    }
    applyDecidedValues()
  }

  /// Computes the strata that hold some of `nodes`, or all that are left.
  ///
  /// - Parameter skipping: A table whose records are folded, not kept: nothing is computed for it.
  /// - Complexity: O(records × size of the formulas), and O(n log n) in every cohort.
  package mutating func compute(_ nodes: Set<PlanNode>? = nil, skipping table: Int? = nil) {
    for (index, stratum) in plan.strata.enumerated() where !computedStrata.contains(index) {
      if let nodes, nodes.isDisjoint(with: stratum.nodes) { continue }
      computedStrata.insert(index)
      if stratum.circle.isEmpty {
        for node in stratum.nodes where node.table(in: plan) != table { compute(node) }
      } else {
        computeCircle(stratum)
      }
    }
  }

  private mutating func compute(_ node: PlanNode) {
    switch node {
    case .counting(let table): world.count(table: table)
    case .membership: world.findMembership()
    case .value(let index): world.compute(value: index)
    case .level(let table, .proposed): propose(table)
    case .level(let table, let stage):
      for row in 0..<world.tables[table].count { compute(stage, table, row) }
    }
  }

  /// Computes one level of one record at one stage.
  mutating func compute(_ stage: LevelStage, _ table: Int, _ row: Int) {
    switch stage {
    case .computed: computed(table, row)
    case .capped: capped(table, row)
    case .proposed: world.levels[table][stage.rawValue][row] = level(.capped, table, row)
    case .standing: standing(table, row)
    }
  }

  package func level(_ stage: LevelStage, _ table: Int, _ row: Int) -> Value {
    world.levels[table][stage.rawValue][row]
  }

  private mutating func computed(_ table: Int, _ row: Int) {
    let record = RecordReference(type: Int32(table), row: Int32(row))
    let outcome = scopeOutcome(record) ?? rowsOutcome(table, record)
    world.levels[table][LevelStage.computed.rawValue][row] = outcome.value
    notes[table][row] = outcome.note
  }

  private func rowsOutcome(_ table: Int, _ record: RecordReference) -> RowOutcome {
    plan.pack.levels.first { $0.table == table }?.outcome(record, in: world)
      ?? RowOutcome(.null(reason: "the pack gives no level"))
  }

  /// The state of a record that the pack is not about, or may not be about.
  private func scopeOutcome(_ record: RecordReference) -> RowOutcome? {
    for scope in plan.pack.scopes where scope.table == Int(record.type) {
      switch scope.program.evaluate(self: record, locals: [], host: world, trace: nil) {
      case .boolean(true): continue
      case .unknown(let why): return RowOutcome(.unknown(why), isPending: true)
      default: return RowOutcome(.null(reason: Wording(verbatim: outOfScope)), state: outOfScope)
      }
    }
    return nil
  }

  private mutating func capped(_ table: Int, _ row: Int) {
    let record = RecordReference(type: Int32(table), row: Int32(row))
    var level = level(.computed, table, row)
    for cap in plan.pack.caps where cap.table == table {
      guard case .symbol(let now) = level else { break }
      let next = cap.lowered(now, record, in: world)
      if next != level { notes[table][row].caps.append(cap.rule.head.id) }
      if case .unknown = next { notes[table][row].isPending = true }
      level = next
    }
    world.levels[table][LevelStage.capped.rawValue][row] = level
  }
}

extension ResolvedPack.Cap {
  /// The level under this cap; unknown where the cap is, unless it could not lower the level.
  func lowered(_ level: Symbol, _ record: RecordReference, in world: World) -> Value {
    let applies =
      when?.evaluate(self: record, locals: [], host: world, trace: nil) ?? .boolean(true)
    if case .boolean(false) = applies { return .symbol(level) }
    let cap = atMost.evaluate(self: record, locals: [], host: world, trace: nil)
    switch (applies, cap) {
    case (.boolean(true), .symbol(let most)): return .symbol(most.rank < level.rank ? most : level)
    case (_, .symbol(let most)) where most.rank >= level.rank: return .symbol(level)
    case _ where level.rank == 0: return .symbol(level)
    case (.unknown(let why), _), (_, .unknown(let why)): return .unknown(why)
    default: return .symbol(level)
    }
  }
}
