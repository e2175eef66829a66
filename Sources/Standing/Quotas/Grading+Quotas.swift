import Criteria
import FEEL
import Scoring

extension Grading {
  /// Gives the proposed levels of a table: capped levels after every quota.
  mutating func propose(_ table: Int) {
    let stage = LevelStage.proposed.rawValue
    world.levels[table][stage] = world.levels[table][LevelStage.capped.rawValue]
    for quota in plan.pack.quotas where quota.table == table { allot(quota) }
  }

  /// Fills the seats of one quota and writes what it changes.
  private mutating func allot(_ quota: ResolvedPack.Quota) {
    let cohort = QuotaCohort(quota, in: self)
    let result = cohort.result()
    let stage = LevelStage.proposed.rawValue
    for (candidate, row) in result.candidates.enumerated() {
      let level: Value
      switch result.prospect.outcomes[candidate] {
      case .settled(.seated), .seated: continue
      case .settled(.refused), .refused: level = .symbol(quota.refused)
      case .settled(.tied), .settled(.waiting):
        level = .unknown(Unknown(.init("level with others at the last seat", needsDecision: true)))
      case .pending:
        level = .unknown(Unknown(.init("somebody in the cohort is pending", needsDecision: true)))
      }
      world.levels[quota.table][stage][row] = level
      notes[quota.table][row].quota = quota.rule.head.id
    }
    quotas.append(result)
  }
}

/// The people of one quota, parted into candidates, pending ones and others.
struct QuotaCohort {
  private let quota: ResolvedPack.Quota
  private let world: World
  private let host: FixedWorld
  private var candidates: [Int] = []
  private var pending: [Int] = []
  private var others: [Int] = []

  init(_ quota: ResolvedPack.Quota, in grading: Grading) {
    self.quota = quota
    world = grading.world
    host = FixedWorld(world)
    let rows = 0..<world.tables[quota.table].count
    let belongs = quota.who.map { world.column($0, of: quota.table, rows) }
    for row in rows {
      let level = grading.level(.proposed, quota.table, row)
      switch (level, belongs?[row] ?? .boolean(true)) {
      case (_, .boolean(false)), (.null, _): continue
      case (.unknown, _): if grading.notes[quota.table][row].isPending { pending.append(row) }
      case (.symbol, .unknown): pending.append(row)
      case (.symbol(quota.level), _):
        if hasKeys(row) { candidates.append(row) } else { pending.append(row) }
      default: others.append(row)
      }
    }
  }

  private func record(_ row: Int) -> RecordReference {
    RecordReference(type: Int32(quota.table), row: Int32(row))
  }

  /// Whether all numbers that order a candidate are known.
  private func hasKeys(_ row: Int) -> Bool {
    quota.by.allSatisfy {
      if case .number = world.value(of: $0, in: record(row)) { true } else { false }
    }
  }

  /// The candidates in their order; texts part those who are level.
  private func ranking() -> Ranking {
    let keys = quota.by.map { member in
      candidates.map { row -> Number? in
        if case .number(let number) = world.value(of: member, in: record(row)) {
          number
        } else {
          nil
        }
      }
    }
    let breakers = quota.then.map { member in
      candidates.map { row in
        if case .string(let text) = world.value(of: member, in: record(row)) { text } else { "" }
      }
    }
    return Ranking(
      candidates.count, keys, by: PointOrder(quota.by.map { _ in .greatestFirst }),
      thenBy: breakers)
  }

  /// The places among the others of those who count in the base with the level that they have.
  private var counted: [Int] {
    var byRank: [(level: Symbol, places: [Int])?] = []
    for (place, row) in others.enumerated() {
      guard case .symbol(let level) = world.levels[quota.table][LevelStage.proposed.rawValue][row]
      else { continue }
      let rank = Int(level.rank)
      while byRank.count <= rank { byRank.append(nil) }
      if byRank[rank] == nil { byRank[rank] = (level, []) }
      byRank[rank]?.places.append(place)
    }
    return byRank.compactMap(\.self).flatMap { level, places in
      let rows = places.map { others[$0] }
      return zip(places, world.column(quota.base, of: quota.table, rows, locals: [.symbol(level)]))
        .filter { $0.1 == .boolean(true) }.map(\.0)
    }
  }

  /// Whether someone of a level counts in the base.
  private func counts(_ row: Int, as level: Symbol) -> Bool {
    quota.base.evaluate(
      self: record(row), locals: [.symbol(level)], host: host, trace: nil) == .boolean(true)
  }

  func result() -> QuotaResult {
    let (people, order) = world.both(
      rows: candidates.count, { grouped() }, { ranking().classPlaces })
    let (scopes, bases) = (people.groups.scopes, people.bases)
    let prospect = SeatProspect(
      places: order, bases: bases.map(\.base), memberships: people.memberships,
      pending: pending.indices.map { people.groups.memberships(of: candidates.count + $0) })
    return QuotaResult(
      quota: quota.rule.head.id, table: quota.table,
      scopes: scopes.indices.map { position in
        QuotaResult.Scope(
          scope: scopes[position].scope, key: scopes[position].texts(world),
          share: bases[position].share,
          others: bases[position].base.others, prospect: prospect.scopes[position],
          seats: prospect.allocation.scopes[position])
      },
      candidates: candidates, pending: pending, memberships: people.memberships,
      prospect: prospect)
  }

  /// The people of the quota by group, and for each group who decides how many seats it has.
  private struct Grouped {
    let groups: ScopeGroups
    /// The groups of each candidate.
    let memberships: [[Int]]
    let bases: [(base: SeatBase, share: Value)]
  }

  private func grouped() -> Grouped {
    let groups = ScopeGroups(candidates + pending + others, quota, world)
    var inBase = [Int](repeating: 0, count: groups.scopes.count)
    let known = candidates.count + pending.count
    for place in counted { groups.count(known + place, in: &inBase) }
    let rules = SeatCounts(self)
    return Grouped(
      groups: groups, memberships: candidates.indices.map { groups.memberships(of: $0) },
      bases: groups.scopes.indices.map { base(groups.scopes[$0], others: inBase[$0], rules) })
  }

  /// Who counts in the base whatever the scope: the seated, the refused, everybody.
  private struct SeatCounts {
    let seated: Bool
    let refused: Bool
    let everybody: Bool

    init(_ cohort: QuotaCohort) {
      let sample = cohort.candidates.first ?? cohort.others.first ?? cohort.pending.first ?? 0
      seated = cohort.counts(sample, as: cohort.quota.level)
      refused = cohort.counts(sample, as: cohort.quota.refused)
      let lowest = cohort.world.pack.schema.scales.first?.symbols.first.map {
        Symbol(scale: 0, rank: 0, name: $0)
      }
      everybody = lowest.map { cohort.counts(sample, as: $0) } ?? false
    }
  }

  /// The base of one scope; a share that is not known gives no seats.
  private func base(
    _ scope: ScopeKey, others: Int, _ counts: SeatCounts
  ) -> (base: SeatBase, share: Value) {
    var record: RecordReference?
    if case .record(let reference) = scope.values.first { record = reference }
    let share = quota.share.evaluate(self: record, locals: [], host: host, trace: nil)
    var part = Number.zero
    if case .number(let number) = share { part = number }
    let rule =
      SeatRule(
        share: part, countsSeated: counts.seated, countsRefused: counts.refused,
        countsEverybody: counts.everybody)
      ?? SeatRule(share: .zero, countsSeated: true, countsRefused: true)
    guard let rule else { preconditionFailure("a share of nought is a share") }
    return (SeatBase(rule, others: others), share)
  }
}

/// One group of people: a scope of the quota and the values that make it.
struct ScopeKey: Hashable {
  let scope: Int
  let values: [Value]

  /// The values as texts, for order and for print.
  func texts(_ world: World) -> [String] {
    values.map { value in
      switch value {
      case .record(let reference): world.tables[Int(reference.type)].names[Int(reference.row)]
      case .string(let text): text
      default: "\(value)"
      }
    }
  }
}
