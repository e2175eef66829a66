import Criteria
import FEEL
import Scoring
import Standing

extension Gathering {
  /// The quotas of the subject's table, with what the seats are computed from.
  mutating func addQuotas() {
    for (index, quota) in pack.quotas.enumerated() where quota.table == Int(record.type) {
      if case .seat(let only, _) = subject, only != index { continue }
      guard explainer.outcome.grading.quotas.indices.contains(index) else { continue }
      quotas.append(explained(quota, index, grading.quotas[index]))
    }
  }

  private mutating func explained(
    _ quota: ResolvedPack.Quota, _ index: Int, _ result: QuotaResult
  ) -> ExplainedQuota {
    let row = Int(record.row)
    let place = result.candidates.firstIndex(of: row)
    let part: ExplainedQuota.Part =
      place != nil
      ? .candidate
      : result.pending.contains(row)
        ? .pending : isOther(quota) ? .other : .outside
    let isInvolved = part == .candidate || part == .pending
    let mine = scopes(of: record, quota, result)
    let family = isInvolved ? family(of: mine, result) : []
    let who = quota.who.flatMap { builder.tree($0, record) }
    let base = isInvolved ? base(of: quota) : []
    let scopes = family.map { scope(quota, index, result, $0, mine) }
    return ExplainedQuota(
      rule: quota, part: part, who: who, base: base, scopes: scopes,
      candidates: isInvolved ? candidates(quota, result, family) : [],
      pending: isInvolved ? pending(quota, result, family) : [], row: row,
      before: grading.level(.capped, quota.table, row),
      after: grading.level(.proposed, quota.table, row),
      outcome: place.map { result.prospect.outcomes[$0] },
      ahead: place.map { ahead(of: $0, result) } ?? [])
  }

  /// Whether someone of each level counts in the base, the lowest level first.
  private mutating func base(
    of quota: ResolvedPack.Quota
  ) -> [(level: String, tree: ExplainedTree?)] {
    let names = pack.schema.scales.first?.symbols ?? []
    return names.enumerated().map { rank, name in
      let level = Symbol(scale: 0, rank: Int32(rank), name: name)
      return (name, builder.tree(quota.base, record, locals: [.symbol(level)]))
    }
  }

  private func isOther(_ quota: ResolvedPack.Quota) -> Bool {
    guard case .symbol = grading.level(.proposed, quota.table, Int(record.row)) else {
      return false
    }
    return quota.counts(record, in: world)
  }

  /// The scopes of the result that a record is in.
  private func scopes(
    of record: RecordReference, _ quota: ResolvedPack.Quota, _ result: QuotaResult
  ) -> [Int] {
    quota.within.compactMap { names in
      world.scopeKey(names, of: record).flatMap { key in
        result.scopes.firstIndex { $0.key == key }
      }
    }
  }

  /// All scopes that share candidates or pending people with some, ascending.
  private func family(of scopes: [Int], _ result: QuotaResult) -> [Int] {
    var family = Set(scopes)
    var grows = true
    while grows {
      grows = false
      for chain in result.memberships where !family.isDisjoint(with: chain) {
        if !family.isSuperset(of: chain) { grows = true }
        family.formUnion(chain)
      }
    }
    return family.sorted()
  }

  private mutating func scope(
    _ quota: ResolvedPack.Quota, _ index: Int, _ result: QuotaResult, _ scope: Int, _ mine: [Int]
  ) -> ExplainedQuota.Scope {
    let figures = explainer.cohorts[index]
    let names = quota.within[figures.scopes[scope]]
    var tree: ExplainedTree?
    if mine.contains(scope), let first = names.first,
      case .record(let owner) = world.value(of: first, in: record)
    {
      tree = builder.tree(quota.share, owner)
    }
    return ExplainedQuota.Scope(
      index: scope, names: names.map { pack.layout.tables[quota.table].members[$0].name },
      key: result.scopes[scope].key, isSubjects: mine.contains(scope),
      share: result.scopes[scope].share, shareTree: tree, others: figures.others[scope],
      result: result.scopes[scope])
  }

  private func candidates(
    _ quota: ResolvedPack.Quota, _ result: QuotaResult, _ family: [Int]
  ) -> [ExplainedQuota.Candidate] {
    result.candidates.indices.compactMap { place in
      guard result.memberships[place].contains(where: family.contains) else { return nil }
      let row = result.candidates[place]
      let record = RecordReference(type: Int32(quota.table), row: Int32(row))
      return .init(
        row: row, keys: quota.by.map { world.value(of: $0, in: record) },
        scopes: result.memberships[place], outcome: result.prospect.outcomes[place])
    }
  }

  private func pending(
    _ quota: ResolvedPack.Quota, _ result: QuotaResult, _ family: [Int]
  ) -> [(row: Int, scopes: [Int])] {
    result.pending.compactMap { row in
      let record = RecordReference(type: Int32(quota.table), row: Int32(row))
      let scopes = scopes(of: record, quota, result)
      return scopes.contains(where: family.contains) ? (row, scopes) : nil
    }
  }

  private func ahead(of place: Int, _ result: QuotaResult) -> [Int] {
    let allocation = result.prospect.allocation
    let seated = result.memberships[place].flatMap {
      allocation.holders(of: $0, aheadOf: place).seated
    }
    return Set(seated).sorted { (allocation.places[$0], $0) < (allocation.places[$1], $1) }
      .map { result.candidates[$0] }
  }
}
