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
  /// For each stratum whether it is computed.
  private var isComputed: [Bool]

  /// Begins to compute `plan` in `world`; nothing is computed yet but what decisions give.
  package init(_ plan: Plan, in world: World) {
    self.plan = plan
    self.world = world
    isComputed = Array(repeating: false, count: plan.strata.count)
    notes = [[], []]
    restart()
  }

  /// Begins anew, in the world as it is now.
  package mutating func restart() {
    for index in isComputed.indices { isComputed[index] = false }
    for table in [EngineTable.people.rawValue, EngineTable.units.rawValue] {
      let count = world.tables[table].count
      if notes[table].count == count {
        for row in notes[table].indices { notes[table][row] = LevelNote() }
      } else {
        notes[table] = Array(repeating: LevelNote(), count: count)
      }
    }
    (quotas, circles) = ([], [])
    applyDecidedValues()
  }

  /// Computes the strata that hold some of `nodes`, or all that are left.
  ///
  /// - Parameter skipping: A table whose records are folded, not kept: nothing is computed for it.
  /// - Complexity: O(records × size of the formulas), and O(n log n) in every cohort.
  package mutating func compute(_ nodes: Set<PlanNode>? = nil, skipping table: Int? = nil) {
    for (index, stratum) in plan.strata.enumerated() {
      if let nodes, nodes.isDisjoint(with: stratum.nodes) { continue }
      compute(stratum: index, skipping: table)
    }
  }

  /// The strata, by place, that must be computed to know the values of a table and its levels up to
  /// a stage.
  package static func strata(of plan: Plan, for table: Int, to stage: LevelStage) -> [Int] {
    let graph = DependencyGraph(plan.pack)
    var open = graph.nodes.filter { node in
      switch node {
      case .value(let index): plan.pack.values[index].table == table
      default: node == .level(table: table, stage) || node == .membership
      }
    }
    var needed = Set(open)
    while let node = open.popLast() {
      for edge in graph.edges(from: node) where needed.insert(edge.to).inserted {
        open.append(edge.to)
      }
    }
    return plan.strata.indices.filter { !needed.isDisjoint(with: plan.strata[$0].nodes) }
  }

  /// Computes some strata, by their places, that are not computed yet.
  ///
  /// - Parameter skipping: A table whose records are folded.
  package mutating func compute(strata: [Int], skipping table: Int?) {
    for index in strata { compute(stratum: index, skipping: table) }
  }

  private mutating func compute(stratum index: Int, skipping table: Int?) {
    let stratum = plan.strata[index]
    guard !isComputed[index] else { return }
    isComputed[index] = true
    guard stratum.circle.isEmpty else { return computeCircle(stratum) }
    for node in stratum.nodes where node.table(in: plan) != table { compute(node) }
  }

  mutating func compute(_ node: PlanNode) {
    switch node {
    case .counting(let table): world.count(table: table)
    case .membership: world.findMembership()
    case .value(let index): world.compute(value: index)
    case .level(let table, .proposed): propose(table)
    case .level(let table, let stage): compute(stage, table, Array(0..<world.tables[table].count))
    }
  }

  /// Computes one level of some records at one stage.
  mutating func compute(_ stage: LevelStage, _ table: Int, _ rows: [Int]) {
    switch stage {
    case .computed: computed(table, rows)
    case .capped: capped(table, rows)
    case .proposed: put(levels(.capped, table, rows), stage, table, rows)
    case .standing: standing(table, rows)
    }
  }

  package func level(_ stage: LevelStage, _ table: Int, _ row: Int) -> Value {
    // The stage first: a column that is held while a call is made is counted, and two threads that
    // count the same one wait for each other.
    let stage = stage.rawValue
    return world.levels[table][stage][row]
  }

  /// The levels of some records at a stage, in their order.
  func levels(_ stage: LevelStage, _ table: Int, _ rows: [Int]) -> [Value] {
    isWhole(table, rows)
      ? world.levels[table][stage.rawValue] : rows.map { level(stage, table, $0) }
  }

  /// Puts levels of some records, in their order, into their place.
  mutating func put(_ levels: [Value], _ stage: LevelStage, _ table: Int, _ rows: [Int]) {
    if isWhole(table, rows) {
      world.levels[table][stage.rawValue] = levels
    } else {
      for (row, level) in zip(rows, levels) { world.levels[table][stage.rawValue][row] = level }
    }
  }

  /// Whether some records are all of a table, in their order: then a whole column may take another's
  /// place.
  private func isWhole(_ table: Int, _ rows: [Int]) -> Bool {
    rows.count == world.tables[table].count && rows.elementsEqual(rows.indices)
  }

  private mutating func computed(_ table: Int, _ rows: [Int]) {
    let choice = choice(table, rows)
    put(choice.levels, .computed, table, rows)
    for (place, row) in rows.enumerated() { notes[table][row] = choice.note(at: place) }
  }

  /// What the scopes and the level rows of the pack give for some records, in their order.
  private mutating func choice(_ table: Int, _ rows: [Int]) -> FirstChoice {
    var choice = FirstChoice(rows)
    for scope in plan.pack.scopes where scope.table == table {
      choice.settle(by: scope.program, of: table, in: &world) { _, holds, _ in
        switch holds {
        case .boolean(true): nil
        case .unknown(let why): RowOutcome(.unknown(why), isPending: true)
        default:
          RowOutcome(.null(reason: Wording(verbatim: outOfScope)), state: outOfScope)
        }
      }
    }
    if let level = plan.pack.levels.first(where: { $0.table == table }) {
      level.settle(&choice, in: &world)
    } else {
      choice.settleRest { _ in RowOutcome(.null(reason: "the pack gives no level")) }
    }
    return choice
  }

  private mutating func capped(_ table: Int, _ rows: [Int]) {
    var levels = levels(.computed, table, rows)
    for cap in plan.pack.caps where cap.table == table {
      let open = levels.indices.filter { if case .symbol = levels[$0] { true } else { false } }
      for (place, level) in cap.changes(of: levels, at: open, rows, in: &world) {
        levels[place] = level
        notes[table][rows[place]].caps.append(cap.rule.head.id)
        if case .unknown = level { notes[table][rows[place]].isPending = true }
      }
    }
    put(levels, .capped, table, rows)
  }
}

extension ResolvedPack.Cap {
  /// The levels of some records, by their places, that are others under this cap.
  func changes(
    of levels: [Value], at places: [Int], _ rows: [Int], in world: inout World
  ) -> [(place: Int, level: Value)] {
    let applies = when.map { world.compute($0, of: table, places.map { rows[$0] }) }
    let capped = places.indices.filter { index in
      if case .boolean(false)? = applies?[index] { false } else { true }
    }
    let most = world.compute(atMost, of: table, capped.map { rows[places[$0]] })
    return zip(capped, most).compactMap { index, most in
      let place = places[index]
      let level = lowered(levels[place], applies: applies?[index] ?? .boolean(true), most)
      return level == levels[place] ? nil : (place, level)
    }
  }

  /// The level under this cap; unknown where the cap is, unless it could not lower the level.
  private func lowered(_ level: Value, applies: Value, _ cap: Value) -> Value {
    guard case .symbol(let level) = level else { return level }
    switch (applies, cap) {
    case (.boolean(true), .symbol(let most)): return .symbol(most.rank < level.rank ? most : level)
    case (_, .symbol(let most)) where most.rank >= level.rank: return .symbol(level)
    case _ where level.rank == 0: return .symbol(level)
    case (.unknown(let why), _), (_, .unknown(let why)): return .unknown(why)
    default: return .symbol(level)
    }
  }
}
