import Criteria
import FEEL
import Model
import Scoring
import Standing

/// `ranking.csv`: every order by points, by scope, group and rank; those level by name.
///
/// A working sheet in Vietnamese, for people: whoever has no rank stands at the end of the group
/// with the reason.
struct RankingSheet: Sendable {
  private let index: ReportIndex
  private let names: GroupNames
  private let world: World
  private let words: LevelWords
  /// The values that some ranking orders by, each once, with the tables they belong to.
  private let keys: [(table: Int, member: Int)]
  /// The fields of a posting that are texts, such as the role.
  private let postingFields: [Int]
  private let language = Language.vietnamese

  init(_ index: ReportIndex) {
    self.index = index
    names = index.names
    world = index.outcome.grading.world
    words = LevelWords(index)
    var seen: Set<[Int]> = []
    keys = world.pack.rankings.compactMap { ranking in
      seen.insert([ranking.table, ranking.by]).inserted ? (ranking.table, ranking.by) : nil
    }
    let postings = world.pack.layout.tables[EngineTable.postings.rawValue]
    postingFields = postings.declaredFields.filter { postings.fields[$0].kind == .text }
  }

  /// The groups that make one part of the file.
  private static let groupsOfPart = 64

  /// The file, made in parts of some groups each.
  static func file(_ index: ReportIndex) -> ReportFile {
    let sheet = RankingSheet(index)
    let groups = sheet.allGroups
    let parts = (groups.count + groupsOfPart - 1) / groupsOfPart
    return ReportFile("ranking.csv", parts: parts) { part in
      var text = SheetText(withMark: part == 0)
      if part == 0 { text.row(sheet.headings) }
      for group in groups.dropFirst(part * groupsOfPart).prefix(groupsOfPart) {
        sheet.add(group.group, group.ranking, group.scope, to: &text)
      }
      return text.bytes
    }
  }

  /// The groups of all rankings in their order.
  private var allGroups: [(ranking: Int, scope: Int, group: RankingResult.Group)] {
    index.outcome.rankings.enumerated().flatMap { ranking, result in
      result.scopes.enumerated().flatMap { scope, groups in groups.map { (ranking, scope, $0) } }
    }
  }

  private var headings: [String] {
    let postings = world.pack.layout.tables[EngineTable.postings.rawValue]
    let fixed =
      [Words.ranking, Words.scope, Words.group, Words.order, Words.id]
      + [Words.name, Words.unit]
    return fixed.map { $0[language] }
      + postingFields.map { postings.fields[$0].label?[language] ?? postings.fields[$0].name }
      + keys.map { names.label($0.member, of: $0.table)[language] }
      + [index.levelHeading(.people)[language], Words.proposed[language], Words.note[language]]
  }

  private func add(
    _ group: RankingResult.Group, _ position: Int, _ scope: Int, to sheet: inout SheetText
  ) {
    let ranking = index.outcome.rankings[position].ranking
    let lead = [
      (ranking.rule.head.label ?? LocalizedText(ranking.rule.head.id, ""))[language],
      names.scope(ranking.within[scope], of: ranking.table, language),
      names.group(group.key, ranking.within[scope], of: ranking.table, language),
    ]
    for member in group.inOrder(names: { name(ranking.table, $0) }) {
      let row = group.rows[member]
      sheet.row(lead + cells(row, group.places[member], ranking))
    }
  }

  private func name(_ table: Int, _ row: Int) -> String { world.personOrUnitName(table, row) }

  private func cells(
    _ row: Int, _ place: Ranking.Place, _ ranking: ResolvedPack.Ranking
  ) -> [String] {
    let table = ranking.table
    var rank = ""
    if case .rank(let number) = place { rank = "\(number)" }
    let record = RecordReference(type: Int32(table), row: Int32(row))
    let values = keys.map { key in
      key.table == table
        ? known(
          world.value(of: key.member, in: record),
          percent: world.pack.isPercent(key.member, of: table)) : ""
    }
    return [rank, world.tables[table].names[row], name(table, row), unit(table, row)]
      + posting(table, row) + values + levels(table, row)
  }

  private func levels(_ table: Int, _ row: Int) -> [String] {
    return [
      words.level(.computed, table, row, language), words.standing(table, row, language),
      words.note(table, row, language),
    ]
  }

  /// The value as text; what is not known stays empty, as the note tells why.
  private func known(
    _ value: Value, percent: Bool = false, labels: TextLabels = [:]
  ) -> String {
    if case .unknown = value { return "" }
    return index.forms.text(value, percent: percent, labels: labels, language)
  }

  private func unit(_ table: Int, _ row: Int) -> String {
    guard table == EngineTable.people.rawValue, case .record(let unit) = world.relations.unit[row]
    else { return "" }
    return names.unit(index.forms.name(of: unit))
  }

  private func posting(_ table: Int, _ row: Int) -> [String] {
    guard table == EngineTable.people.rawValue,
      case .record(let posting) = world.relations.posting[row]
    else { return postingFields.map { _ in "" } }
    let postings = EngineTable.postings.rawValue
    let columns = world.tables[postings].columns
    let fields = world.pack.layout.tables[postings].fields
    return postingFields.map { known(columns[$0][Int(posting.row)], labels: fields[$0].labels) }
  }
}

extension RankingResult.Group {
  /// The members by rank, those level by name as offices sort names; without a rank last.
  func inOrder(names: (Int) -> String) -> [Int] {
    let keys = rows.map { VietnameseNameKey(names($0)) }
    func rank(_ member: Int) -> Int {
      if case .rank(let rank) = places[member] { rank } else { Int.max }
    }
    return rows.indices.sorted { left, right in
      if rank(left) != rank(right) { return rank(left) < rank(right) }
      return keys[left] == keys[right] ? rows[left] < rows[right] : keys[left] < keys[right]
    }
  }
}
