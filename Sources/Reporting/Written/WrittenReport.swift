import Criteria
import FEEL
import Model
import Scoring
import Standing

/// A written table on its way to paper: its cells in values and words.
struct WrittenReport {
  /// What stands in a cell.
  enum Cell {
    case value(Value)
    case number(Int)
    case words([LocalizedText])
    case causes([Unknown.Cause])
    /// For a person to fill in, or nothing.
    case empty
  }

  let index: ReportIndex
  let table: WrittenTable
  let words: LevelWords
  var rule: ReportRule { table.rule }
  /// How the values of a column are shown.
  struct Shown {
    /// What its texts are called.
    let labels: TextLabels
    /// Whether its numbers are shares, shown as percentages.
    let isShare: Bool
    /// Whether its texts are names of levels.
    let isLevel: Bool
  }
  /// By heading.
  let shown: [Shown]
  /// What waits for somebody, by the person or unit; only where a column tells it.
  private let waiting: [String: [WaitingItem]]

  /// - Parameter waiting: Everything that waits for somebody.
  init(_ index: ReportIndex, _ table: WrittenTable, _ waiting: [WaitingItem]) {
    self.index = index
    let pack = index.outcome.grading.world.pack
    self.table = table
    words = LevelWords(index)
    let rules = table.rule.columns
    let programs =
      rules.isEmpty
      ? table.list?.list.columns ?? [] : table.headings.map { table.report.columns[$0.column] }
    shown = programs.enumerated().map { place, program in
      let display = rules.isEmpty ? nil : rules[table.headings[place].column].display
      return Shown(
        labels: pack.labels(of: program),
        isShare: display == .percent || program.map { pack.isPercent($0) } == true,
        isLevel: display == .level)
    }
    let tellsDuty = table.rule.columns.contains {
      switch $0.source {
      case .aspect(.by), .aspect(.until): true
      default: false
      }
    }
    self.waiting = tellsDuty ? Dictionary(grouping: waiting) { $0.subject ?? "" } : [:]
  }

  /// The sheet and the JSON.
  var file: ReportFile {
    ReportFile(
      WrittenReport.path(rule), rows: table.rows.count, frames: { [sheetFrame, jsonFrame] }
    ) { places in
      let cells = cells(places)
      return [sheet(cells), json(cells, places)]
    }
  }

  /// The folder within the output that holds the written tables.
  static let folder = "reports"

  /// The path of the files of a table, without ending.
  static func path(_ rule: ReportRule) -> String { "\(folder)/\(rule.file)" }

  /// The cells of some rows, by row and then by heading.
  private func cells(_ places: Range<Int>) -> [[Cell]] {
    zip(places, table.values(of: places)).map { place, values in
      cells(table.rows[place], values, number: place + 1)
    }
  }

  /// The cells of the total by heading; nothing where the table has none.
  var total: [Cell]? { table.total.map { cells(.total, $0, number: nil) } }

  private func cells(
    _ row: WrittenTable.Row, _ values: [Value?], number: Int?
  ) -> [Cell] {
    guard !rule.columns.isEmpty else { return values.map { $0.map(Cell.value) ?? .empty } }
    return zip(table.headings, values).map { heading, value in
      if let value { return .value(value) }
      guard case .aspect(let aspect) = rule.columns[heading.column].source else { return .empty }
      return cell(aspect, row, number)
    }
  }

  private func cell(
    _ aspect: ReportColumn.Aspect, _ row: WrittenTable.Row, _ number: Int?
  ) -> Cell {
    if aspect == .number { return number.map(Cell.number) ?? .empty }
    if aspect == .group { return .words([name(of: row)].compactMap(\.self)) }
    if aspect == .readings { return .words(readings(row)) }
    guard let record = table.record(of: row) else { return .empty }
    switch aspect {
    case .why: return .words(why(record))
    case .missing: return .causes(index.reasons(table.report.table, record))
    case .by: return .words(waiting(of: record).compactMap(\.by).eachOnce)
    case .until:
      return .value(.list(waiting(of: record).compactMap(\.until).eachOnce.map(Value.date)))
    case .basis: return .words(basis(record))
    case .number, .group, .readings: return .empty
    }
  }

  private func waiting(of record: Int) -> [WaitingItem] {
    waiting[table.world.name(table.world.reference(table.report.table, record))] ?? []
  }

  /// What a group or the total is called.
  func name(of row: WrittenTable.Row) -> LocalizedText? {
    switch row {
    case .record, .line: return nil
    case .total: return rule.total
    case .group(let group):
      switch group.key {
      case .row(let row): return rule.rows[row].head.label
      case .scope(let scope, let key):
        guard key.allSatisfy(\.isKnown) else { return Words.unknownGroup }
        let texts = key.map { $0.text(table.world) }
        let words = Language.allCases.map { language in
          index.names.group(texts, table.report.within[scope], of: table.report.table, language)
        }
        return words[0].isEmpty ? Words.unknownGroup : LocalizedText(words[0], words[1])
      }
    }
  }

  private func why(_ record: Int) -> [LocalizedText] {
    let texts = Language.allCases.map { words.note(table.report.table, record, $0) }
    return texts.allSatisfy(\.isEmpty) ? [] : [LocalizedText(texts[0], texts[1])]
  }

  /// The article of the row of levels, or of the state, that settled the level.
  private func basis(_ record: Int) -> [LocalizedText] {
    let (pack, of) = (table.world.pack, table.report.table)
    let entry = table.grading.notes[of][record].entry
    let heads = pack.levels.filter { $0.table == of }.flatMap { level in
      level.rule.states.map(\.head) + level.rule.rows.map(\.head)
    }
    guard let head = heads.first(where: { $0.id == entry }) else { return [] }
    let text = pack.pack.citation(head.cite.text)
    return [LocalizedText(text, text)]
  }

  /// The readings behind a row, each with the option in force.
  private func readings(_ row: WrittenTable.Row) -> [LocalizedText] {
    var names: [String] = []
    if let record = table.record(of: row) {
      names = index.readings.names(table.report.table, record, in: table.world)
    } else if let quota = table.world.pack.quotas.first(where: { $0.rule.head.id == rule.quota }) {
      for program in [quota.base, quota.share] {
        program.root.forEach { if case .reading(let name, _, _) = $0.kind { names.append(name) } }
      }
    }
    return names.eachOnce.map { name in
      let text = "\(name): \(table.world.pack.chosen[name] ?? "")"
      return LocalizedText(text, text)
    }
  }

  /// The heading of a column, or of the inner period that it is about.
  func heading(_ heading: WrittenTable.Heading) -> LocalizedText {
    let column = rule.columns[heading.column]
    let label = column.head.label ?? ownLabel(heading.column)
    guard let inner = heading.inner else { return label ?? LocalizedText(column.head.id, "") }
    let texts = Language.allCases.map { language in
      [label?[language], inner.words(language)].compactMap(\.self).joined(separator: ", ")
    }
    return LocalizedText(texts[0], texts[1])
  }

  /// The label of the field or value that a column shows.
  private func ownLabel(_ column: Int) -> LocalizedText? {
    guard let program = table.report.columns[column],
      case .member(let base, let member) = program.root.kind, case .record(let of, _) = base.type
    else { return nil }
    return index.names.label(member, of: of)
  }
}

extension Sequence where Element: Hashable {
  /// The elements in their order, each once.
  fileprivate var eachOnce: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

extension Words {
  static let unknownGroup = LocalizedText("(chưa rõ)", "(not known)")
}
