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
  private var candidates: [Int] = []
  private var pending: [Int] = []
  private var others: [Int] = []

  init(_ quota: ResolvedPack.Quota, in grading: Grading) {
    self.quota = quota
    world = grading.world
    let rows = 0..<world.tables[quota.table].count
    let belongs = quota.who.map { world.column($0, of: quota.table, rows) }
    for row in rows {
      let level = grading.level(.proposed, quota.table, row)
      let note = grading.notes[quota.table][row]
      switch (level, belongs?[row] ?? .boolean(true)) {
      case (_, .boolean(false)), (.null, _): continue
      case (.unknown, _): if note.isPending { pending.append(row) }
      case (.symbol, .unknown): pending.append(row)
      case (.symbol(quota.level), _):
        if keys(row) == nil { pending.append(row) } else { candidates.append(row) }
      default: others.append(row)
      }
    }
  }

  private func record(_ row: Int) -> RecordReference {
    RecordReference(type: Int32(quota.table), row: Int32(row))
  }

  /// The numbers that order a candidate, or `nil` where one is not known.
  private func keys(_ row: Int) -> [Number]? {
    let found = quota.by.compactMap { member -> Number? in
      guard case .number(let number) = world.value(of: member, in: record(row)) else { return nil }
      return number
    }
    return found.count == quota.by.count ? found : nil
  }

  /// The texts that part candidates who are level.
  private func breakers(_ row: Int) -> [String] {
    quota.then.map { member in
      guard case .string(let text) = world.value(of: member, in: record(row)) else { return "" }
      return text
    }
  }

  /// The values that make the group of a scope, or `nil` where one is not known.
  private func group(_ row: Int, _ scope: Int) -> ScopeKey? {
    let values = quota.within[scope].map { world.value(of: $0, in: record(row)) }
    guard !values.contains(where: { if case .unknown = $0 { true } else { false } }) else {
      return nil
    }
    return ScopeKey(scope: scope, values: values)
  }

  /// Those of some people who count in the base with the level that they have.
  private func counted(_ rows: [Int]) -> [Int] {
    var byLevel: [Symbol: [Int]] = [:]
    for row in rows {
      if case .symbol(let level) = world.levels[quota.table][LevelStage.proposed.rawValue][row] {
        byLevel[level, default: []].append(row)
      }
    }
    return byLevel.flatMap { level, rows in
      zip(rows, world.column(quota.base, of: quota.table, rows, locals: [.symbol(level)]))
        .filter { $0.1 == .boolean(true) }.map(\.0)
    }
  }

  /// Whether someone of a level counts in the base.
  private func counts(_ row: Int, as level: Symbol) -> Bool {
    quota.base.evaluate(
      self: record(row), locals: [.symbol(level)], host: world, trace: nil) == .boolean(true)
  }

  func result() -> QuotaResult {
    let everyone = candidates + pending + others
    let scopes = Set(
      everyone.flatMap { row in quota.within.indices.compactMap { group(row, $0) } }
    ).sorted { left, right in
      left.scope != right.scope
        ? left.scope < right.scope
        : left.texts(world).lexicographicallyPrecedes(right.texts(world))
    }
    let index = Dictionary(uniqueKeysWithValues: scopes.enumerated().map { ($1, $0) })
    func memberships(_ row: Int) -> [Int] {
      quota.within.indices.compactMap { group(row, $0).flatMap { index[$0] } }
    }
    var inBase = [Int](repeating: 0, count: scopes.count)
    for row in counted(others) { for scope in memberships(row) { inBase[scope] += 1 } }
    let bases = scopes.indices.map { base(scopes[$0], others: inBase[$0]) }
    let ranking = Ranking(
      candidates.map { (keys($0) ?? []).map { Optional($0) } },
      by: PointOrder(quota.by.map { _ in .greatestFirst }), thenBy: candidates.map(breakers))
    let prospect = SeatProspect(
      order: ranking.classes, bases: bases.map(\.base), memberships: candidates.map(memberships),
      pending: pending.map(memberships))
    return QuotaResult(
      quota: quota.rule.head.id, table: quota.table,
      scopes: scopes.indices.map { position in
        QuotaResult.Scope(
          scope: scopes[position].scope, key: scopes[position].texts(world),
          share: bases[position].share,
          others: inBase[position], prospect: prospect.scopes[position],
          seats: prospect.allocation.scopes[position])
      },
      candidates: candidates, pending: pending, memberships: candidates.map(memberships),
      prospect: prospect)
  }

  /// The base of one scope; a share that is not known gives no seats.
  private func base(_ scope: ScopeKey, others: Int) -> (base: SeatBase, share: Value) {
    var record: RecordReference?
    if case .record(let reference) = scope.values.first { record = reference }
    let share = quota.share.evaluate(self: record, locals: [], host: world, trace: nil)
    var part = Number.zero
    if case .number(let number) = share { part = number }
    let sample = candidates.first ?? self.others.first ?? pending.first ?? 0
    let lowest = world.pack.schema.scales.first?.symbols.first.map {
      Symbol(scale: 0, rank: 0, name: $0)
    }
    let everybody = lowest.map { counts(sample, as: $0) } ?? false
    let rule =
      SeatRule(
        share: part, countsSeated: counts(sample, as: quota.level),
        countsRefused: counts(sample, as: quota.refused), countsEverybody: everybody)
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
