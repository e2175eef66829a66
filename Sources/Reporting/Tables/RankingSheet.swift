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
  private let keys: [(table: Int, member: Int, isPercent: Bool)]
  /// The fields of a posting that are texts, such as the role, with what these are called.
  private let postingFields: [(field: Int, labels: TextLabels)]
  private let language = Language.vietnamese

  init(_ index: ReportIndex) {
    self.index = index
    names = index.names
    world = index.outcome.grading.world
    words = LevelWords(index)
    var seen: Set<[Int]> = []
    keys = world.pack.rankings.compactMap { [pack = world.pack] ranking in
      guard seen.insert([ranking.table, ranking.by]).inserted else { return nil }
      return (ranking.table, ranking.by, pack.isPercent(ranking.by, of: ranking.table))
    }
    let postings = world.pack.layout.tables[EngineTable.postings.rawValue]
    postingFields = postings.declaredFields.filter { postings.fields[$0].kind == .text }
      .map { ($0, postings.fields[$0].labels) }
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
      + postingFields.map { field, _ in
        postings.fields[field].label?[language] ?? postings.fields[field].name
      }
      + keys.map { names.label($0.member, of: $0.table)[language] }
      + [index.levelHeading(.people)[language], Words.proposed[language], Words.note[language]]
  }

  private func add(
    _ group: RankingResult.Group, _ position: Int, _ scope: Int, to sheet: inout SheetText
  ) {
    let ranking = index.outcome.rankings[position].ranking
    let fixed = index.world
    var lead = SheetText(withMark: false)
    lead.cell((ranking.rule.head.label ?? LocalizedText(ranking.rule.head.id, ""))[language])
    lead.cell(names.scope(ranking.within[scope], of: ranking.table, language))
    lead.cell(names.group(group.key, ranking.within[scope], of: ranking.table, language))
    let cells = lead.bytes
    for member in group.inOrder(names: { fixed.world.personOrUnitName(ranking.table, $0) }) {
      sheet.cells(cells)
      add(group.rows[member], group.places[member], of: ranking.table, to: &sheet)
      sheet.endRow()
    }
  }

  private func name(_ table: Int, _ row: Int) -> String { world.personOrUnitName(table, row) }

  /// Adds what is told of one record.
  private func add(
    _ row: Int, _ place: Ranking.Place, of table: Int, to sheet: inout SheetText
  ) {
    if case .rank(let number) = place { sheet.cell("\(number)") } else { sheet.cell("") }
    sheet.cell(world.tables[table].names[row])
    sheet.cell(name(table, row))
    sheet.cell(unit(table, row))
    addPosting(table, row, to: &sheet)
    let record = RecordReference(type: Int32(table), row: Int32(row))
    for key in keys {
      guard key.table == table else {
        sheet.cell("")
        continue
      }
      add(world.value(of: key.member, in: record), percent: key.isPercent, to: &sheet)
    }
    sheet.cell(words.level(.computed, table, row, language))
    sheet.cell(words.standing(table, row, language))
    sheet.cell(words.note(table, row, language))
  }

  /// Adds a value as text; what is not known stays empty, as the note tells why.
  private func add(
    _ value: Value, percent: Bool = false, labels: TextLabels = [:], to sheet: inout SheetText
  ) {
    switch value {
    case .unknown: sheet.cell("")
    case .string(let text) where labels.isEmpty: sheet.cell(text)
    default: sheet.cell(index.forms.text(value, percent: percent, labels: labels, language))
    }
  }

  private func unit(_ table: Int, _ row: Int) -> String {
    guard table == EngineTable.people.rawValue, case .record(let unit) = world.relations.unit[row]
    else { return "" }
    return names.unit(Int(unit.row))
  }

  private func addPosting(_ table: Int, _ row: Int, to sheet: inout SheetText) {
    guard table == EngineTable.people.rawValue,
      case .record(let posting) = world.relations.posting[row]
    else { return postingFields.forEach { _ in sheet.cell("") } }
    let postings = EngineTable.postings.rawValue
    for (field, labels) in postingFields {
      add(world.tables[postings].columns[field][Int(posting.row)], labels: labels, to: &sheet)
    }
  }
}

extension RankingResult.Group {
  /// The members by rank, those level by name as offices sort names; without a rank last.
  ///
  /// - Complexity: O(n log n); only the names of those who are level are looked at.
  func inOrder(names: (Int) -> String) -> [Int] {
    let ranks = places.map { if case .rank(let rank) = $0 { rank } else { Int.max } }
    var order = rows.indices.sorted {
      ranks[$0] != ranks[$1] ? ranks[$0] < ranks[$1] : rows[$0] < rows[$1]
    }
    var first = 0
    while first < order.count {
      let rank = ranks[order[first]]
      let end = order[first...].firstIndex { ranks[$0] != rank } ?? order.count
      if end - first > 1 { sortByName(&order[first..<end], names) }
      first = end
    }
    return order
  }

  /// Puts some members, who are in the order of their rows, in the order of their names.
  private func sortByName(_ members: inout ArraySlice<Int>, _ names: (Int) -> String) {
    let keyed = members.map { (key: VietnameseNameKey(names(rows[$0])), member: $0) }
    let sorted = keyed.sorted {
      $0.key == $1.key ? rows[$0.member] < rows[$1.member] : $0.key < $1.key
    }
    for (place, one) in zip(members.indices, sorted) { members[place] = one.member }
  }
}
