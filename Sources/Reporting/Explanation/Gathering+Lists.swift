import Criteria
import FEEL
import Scoring
import Standing

extension Gathering {
  /// The places of the subject in the orders of the pack.
  mutating func addRanks() {
    guard case .record = subject else { return }
    for ranking in explainer.outcome.rankings where ranking.ranking.table == Int(record.type) {
      for (within, groups) in zip(ranking.ranking.within, ranking.scopes) {
        for group in groups where group.rows.contains(Int(record.row)) {
          ranks.append(rank(ranking.ranking, within, group))
        }
      }
    }
  }

  private func rank(
    _ ranking: ResolvedPack.Ranking, _ within: [Int], _ group: RankingResult.Group
  ) -> ExplainedRank {
    let place = group.rows.firstIndex(of: Int(record.row)) ?? 0
    func key(_ row: Int) -> Value {
      world.value(
        of: ranking.by, in: RecordReference(type: Int32(ranking.table), row: Int32(row)))
    }
    func members(_ test: (Int, Int) -> Bool) -> [Int] {
      guard case .rank(let own) = group.places[place] else { return [] }
      return group.rows.indices.filter {
        guard $0 != place, case .rank(let other) = group.places[$0] else { return false }
        return test(other, own)
      }
    }
    let unranked = group.places.count { if case .unranked = $0 { true } else { false } }
    return ExplainedRank(
      rule: ranking.rule,
      names: within.map { pack.layout.tables[ranking.table].members[$0].name }, key: group.key,
      own: key(Int(record.row)), place: group.places[place],
      ahead: members { $0 < $1 }.map { (group.rows[$0], key(group.rows[$0])) },
      level: members { $0 == $1 }.map { (group.rows[$0], key(group.rows[$0])) },
      behind: behind(place, group), unranked: unranked, table: ranking.table)
  }

  /// How many of a group are ranked and stand behind; all who are ranked where the subject is not.
  private func behind(_ place: Int, _ group: RankingResult.Group) -> Int {
    group.places.count { other in
      guard case .rank(let rank) = other else { return false }
      guard case .rank(let own) = group.places[place] else { return true }
      return rank > own
    }
  }

  /// The lists of the subject's table and of its own records.
  mutating func addLists() {
    for (index, list) in explainer.outcome.lists.enumerated() {
      if case .line(let only, _) = subject, only != index { continue }
      if case .seat = subject { continue }
      for (table, rows) in own where table == list.list.table {
        for row in rows where world.tables[table].states[row] == .used {
          lists.append(listing(list, row))
        }
      }
    }
  }

  private mutating func listing(_ list: ListResult, _ row: Int) -> ExplainedListing {
    let rule = list.list.rule
    let record = RecordReference(type: Int32(list.list.table), row: Int32(row))
    let line = list.lines.first { $0.row == row }
    let outcome: ExplainedListing.Outcome =
      !list.unset.isEmpty
      ? .notMade
      : line != nil
        ? .listed
        : list.heldBack.contains { $0.row == row }
          ? .heldBack
          : list.open.contains { $0.row == row } ? .cannotBeEstablished : .notListed
    let who = outcome == .notMade ? nil : builder.tree(list.list.who, record)
    let isWeighed = who?.value == .boolean(true)
    var guards: [ExplainedRule] = []
    var attention: [ExplainedRule] = []
    var cells: [(column: ColumnRule, tree: ExplainedTree?)] = []
    if isWeighed {
      guards = rules(zip(rule.guards, list.list.guards).map { ($0.head, nil, false, $1) }, record)
    }
    if line != nil {
      attention = rules(
        zip(rule.attention, list.list.attention).map { ($0.head, nil, false, $1) }, record)
      cells = zip(rule.columns, list.list.columns).map { column, program in
        (column, program.flatMap { builder.tree($0, record) })
      }
    }
    return ExplainedListing(
      rule: rule, table: list.list.table, row: row, outcome: outcome, unset: list.unset, who: who,
      guards: guards, attention: attention, cells: cells)
  }
}
