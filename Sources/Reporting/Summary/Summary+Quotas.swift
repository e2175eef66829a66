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

  /// The seats of every quota, scope by scope; scopes where nobody is a candidate are counted.
  var quotas: [String] {
    index.outcome.grading.quotas.flatMap { quota -> [String] in
      guard let rule = world.pack.quotas.first(where: { $0.rule.head.id == quota.quota }) else {
        return []
      }
      let asked = quota.scopes.indices.filter { quota.scopes[$0].seats.candidates > 0 }
      let label = rule.rule.head.label?[language] ?? rule.rule.head.id
      let headings = [
        Words.scope, Words.candidates, Words.seats, Words.given, Words.undecided, Words.reserved,
        Words.open,
      ]
      var table = TextTable(headings.map { $0[language] })
      for scope in asked.prefix(Summary.mostScopes) { table.add(cells(scope, quota, rule)) }
      return ["\(label) (\(Words.expected[language]))"]
        + (asked.isEmpty ? [] : table.lines(indent: Summary.indent))
        + more(asked.count - Summary.mostScopes) + remarks(quota, shown: asked)
    }
  }

  private func cells(
    _ scope: Int, _ quota: QuotaResult, _ rule: ResolvedPack.Quota
  ) -> [String] {
    let place = quota.scopes[scope]
    let members = rule.within.first { $0.count == place.key.count } ?? []
    let range = place.prospect.seats
    let seats = range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
    let free = quota.free(scope)
    let left = free.map { ["\($0.reserved)", "\($0.open)"] } ?? ["?", "?"]
    return [
      names.group(place.key, members, of: quota.table, language).cut(to: 44),
      "\(place.seats.candidates)", seats, "\(place.prospect.seated)", "\(quota.undecided(scope))",
    ] + left
  }

  /// What the figures of the table do not say by themselves.
  private func remarks(_ quota: QuotaResult, shown: [Int]) -> [String] {
    var remarks: [String] = []
    let empty = quota.scopes.count - shown.count
    if empty > 0 { remarks.append(Words.withoutCandidates.with("\(empty)")[language]) }
    if shown.contains(where: { quota.scopes[$0].prospect.seats.upperBound == 0 }) {
      remarks.append(Words.tooSmall[language])
    }
    if !quota.prospect.isFinal { remarks.append(Words.provisional[language]) }
    return remarks.flatMap { $0.paragraph(indent: Summary.indent) }
  }

  func more(_ count: Int) -> [String] {
    count > 0 ? ["\(Summary.indent)… \(Words.andMore.with("\(count)")[language])"] : []
  }

  /// The first of every agency by points; where the pack has no order of agencies, of its first groups.
  var orders: [String] {
    index.outcome.rankings.filter { $0.ranking.table == EngineTable.people.rawValue }
      .flatMap { result -> [String] in
        guard !result.scopes.isEmpty else { return [] }
        let scope = result.ranking.within.firstIndex(where: isAgency) ?? 0
        let groups = result.scopes[scope].filter { group in
          group.places.contains { if case .rank = $0 { true } else { false } }
        }
        let label = result.ranking.rule.head.label?[language] ?? result.ranking.rule.head.id
        let lines = groups.prefix(Summary.mostAgencies).flatMap { first($0, result.ranking) }
        return lines.isEmpty
          ? []
          : ["\(label) (\(Words.workingTable[language]))"] + lines
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
    let members = ranking.within.first { $0.count == group.key.count } ?? []
    let name = names.group(group.key, members, of: ranking.table, language)
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
    return
      "\(Summary.indent)\(Summary.indent)\(rank.padded(to: 3, atStart: true))  \(person)  \(value)"
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
  static let undecided = LocalizedText("Chưa định", "Undecided")
  static let withoutCandidates = LocalizedText(
    "Nhóm khác không có người đủ điểm: ….", "Other groups without a candidate: ….")
  static let tooSmall = LocalizedText(
    "Số suất 0: nhóm chưa đủ người cho một suất.", "No seats: the group is too small for one.")
  static let provisional = LocalizedText(
    "Khoảng và dấu ? là vì còn người chưa có kết quả.",
    "Ranges and question marks: some people have no result yet.")
  static let workingTable = LocalizedText(
    "bảng làm việc nội bộ", "internal working table")
}

extension QuotaResult {
  /// Whether no pending person can change what the candidates of a scope get.
  func isSettled(_ scope: Int) -> Bool {
    prospect.allocation.members[scope].allSatisfy { candidate in
      if case .settled = prospect.outcomes[candidate] { true } else { false }
    } && scopes[scope].prospect.pending == 0
  }

  /// The seats of a scope that are kept for ties and that stay open; `nil` while that is open.
  func free(_ scope: Int) -> (reserved: Int, open: Int)? {
    let place = scopes[scope]
    if isSettled(scope) { return (place.seats.reserved, place.seats.free) }
    guard undecided(scope) == 0, place.prospect.seats.count == 1 else { return nil }
    return (0, place.prospect.seats.lowerBound - place.prospect.seated)
  }

  /// The candidates of a scope who neither have a seat nor are refused for certain.
  func undecided(_ scope: Int) -> Int {
    let place = scopes[scope]
    return place.seats.candidates - place.prospect.seated - place.prospect.refused
  }
}
