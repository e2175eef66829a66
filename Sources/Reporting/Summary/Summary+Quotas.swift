import Criteria
import FEEL
import Model
import Scoring
import Standing

extension Summary {
  /// The most scopes and groups that are told one by one.
  static let mostScopes = 15
  static let mostAgencies = 5
  /// The ranks of each agency that are shown, and the most lines for them.
  static let shownRanks = 3
  static let mostRankLines = 6

  /// The seats of every quota, scope by scope.
  var quotas: [String] {
    index.outcome.grading.quotas.flatMap { quota -> [String] in
      guard let rule = world.pack.quotas.first(where: { $0.rule.head.id == quota.quota }),
        !quota.scopes.isEmpty
      else { return [] }
      let label = rule.rule.head.label?[language] ?? rule.rule.head.id
      var table = TextTable(
        [Words.scope, Words.candidates, Words.seats, Words.given, Words.reserved, Words.open]
          .map { $0[language] })
      for scope in quota.scopes.prefix(Summary.mostScopes) { table.add(cells(scope, quota, rule)) }
      return ["\(label) (\(Words.expected[language]))"] + table.lines(indent: Summary.indent)
        + more(quota.scopes.count - Summary.mostScopes)
    }
  }

  private func cells(
    _ scope: QuotaResult.Scope, _ quota: QuotaResult, _ rule: ResolvedPack.Quota
  ) -> [String] {
    let members = rule.within.first { $0.count == scope.key.count } ?? []
    let (seats, range) = (scope.seats, scope.prospect.seats)
    let number =
      range.lowerBound == range.upperBound
      ? "\(seats.seats)" : "\(range.lowerBound)–\(range.upperBound)"
    var name = names.group(scope.key, members, of: quota.table).cut(to: 44)
    if seats.isTooSmall, range.upperBound == 0 { name += " (\(Words.tooSmall[language]))" }
    return [
      name, "\(seats.candidates)", number, "\(seats.given)", "\(seats.reserved)", "\(seats.free)",
    ]
  }

  func more(_ count: Int) -> [String] {
    count > 0 ? ["\(Summary.indent)… \(Words.andMore.with("\(count)")[language])"] : []
  }

  /// The first of every agency by points.
  var orders: [String] {
    index.outcome.rankings.filter { $0.ranking.table == EngineTable.people.rawValue }
      .flatMap { result -> [String] in
        guard let scope = result.ranking.within.firstIndex(where: isAgency) else { return [] }
        let groups = result.scopes[scope].filter { group in
          group.places.contains { if case .rank = $0 { true } else { false } }
        }
        let label = result.ranking.rule.head.label?[language] ?? result.ranking.rule.head.id
        let lines = groups.prefix(Summary.mostAgencies).flatMap { first($0, result.ranking) }
        return lines.isEmpty
          ? [] : ["\(label) (\(Words.workingTable[language]))"] + lines
            + more(groups.count - Summary.mostAgencies)
      }
  }

  /// Whether a scope is the agency alone.
  private func isAgency(_ members: [Int]) -> Bool {
    guard members.count == 1, let member = members.first else { return false }
    let source = world.pack.layout.tables[EngineTable.people.rawValue].members[member].source
    return source == .related(.agency)
  }

  private func first(
    _ group: RankingResult.Group, _ ranking: ResolvedPack.Ranking
  ) -> [String] {
    let all = group.inOrder { world.personOrUnitName(ranking.table, $0) }
    let shown = all.filter { member in
      if case .rank(let rank) = group.places[member] { rank <= Summary.shownRanks } else { false }
    }
    let name = names.unit(group.key.first ?? "")
    return [Summary.indent + name]
      + shown.prefix(Summary.mostRankLines).map { line($0, group, ranking) }
      + more(shown.count - Summary.mostRankLines).map { Summary.indent + $0 }
  }

  private func line(
    _ member: Int, _ group: RankingResult.Group, _ ranking: ResolvedPack.Ranking
  ) -> String {
    let row = group.rows[member]
    var rank = ""
    if case .rank(let number) = group.places[member] { rank = "\(number)" }
    let record = RecordReference(type: Int32(ranking.table), row: Int32(row))
    let value = index.forms.text(
      world.value(of: ranking.by, in: record),
      percent: world.pack.isPercent(ranking.by, of: ranking.table), language)
    let person = person(row)
    return "\(Summary.indent)\(Summary.indent)\(rank.padded(to: 3, atStart: true))  \(person)  \(value)"
  }

  private func person(_ row: Int) -> String {
    let name = world.personOrUnitName(EngineTable.people.rawValue, row)
    var unit = ""
    if case .record(let found) = world.relations.unit[row] {
      unit = names.unit(index.forms.name(of: found))
    }
    return name.cut(to: 28).padded(to: 28) + "  " + unit.cut(to: 40).padded(to: 40)
  }
}

extension Words {
  static let tooSmall = LocalizedText(
    "chưa đủ người cho một suất", "too small for one seat")
  static let workingTable = LocalizedText(
    "bảng làm việc nội bộ", "internal working table")
}
