import Criteria
import FEEL
import Model
import Scoring
import Standing

extension WrittenReport {
  /// The table as a Vietnamese sheet without its rows: title and ground, headings, totals, what does
  /// not hold.
  ///
  /// What is not known is an empty cell; why, the JSON tells.
  var sheetFrame: ReportFile.Frame {
    let language = Language.vietnamese
    var sheet = SheetText()
    sheet.row([rule.title[language]])
    sheet.row([index.occasion(rule.head.cite.text, language)])
    if let head = rule.headText { sheet.row([head[language]]) }
    sheet.row([String]())
    for name in table.list?.unset ?? [] {
      sheet.row([Words.notMade.with(index.policy(name))[language]])
    }
    sheet.row(headings.map { $0[language] })
    let place = sheet.bytes.count
    if let total {
      var cells = total.enumerated().map { text($1, $0, language) }
      if !rule.isGrouped, cells.first == "" { cells[0] = rule.total?[language] ?? "" }
      sheet.row(cells)
    }
    addOpen(to: &sheet, language)
    addFindings(to: &sheet, language)
    if let foot = rule.footText {
      sheet.row([String]())
      sheet.row([foot[language]])
    }
    return ReportFile.Frame(sheet.bytes, at: place)
  }

  /// Some of its rows as rows of the sheet.
  func sheet(_ cells: [[Cell]]) -> [UInt8] {
    var sheet = SheetText(withMark: false)
    for cells in cells {
      for place in cells.indices { sheet.cell(text(cells[place], place, .vietnamese)) }
      sheet.endRow()
    }
    return sheet.bytes
  }

  /// The headings, those of the list where the table has none of its own.
  var headings: [LocalizedText] {
    rule.columns.isEmpty
      ? (table.list?.list.rule.columns.map(\.label) ?? []) : table.headings.map(heading)
  }

  private func text(_ cell: Cell, _ place: Int, _ language: Language) -> String {
    switch cell {
    case .value(let value): text(value, place, language)
    case .number(let number): "\(number)"
    case .words(let texts): texts.map { $0[language] }.joined(separator: "; ")
    case .causes(let causes): index.forms.text(causes, language)
    case .empty: ""
    }
  }

  private func text(_ value: Value, _ place: Int, _ language: Language) -> String {
    switch value {
    case .unknown, .perhaps: return ""
    case .string(let name) where shown[place].isLevel:
      return index.forms.label(ofLevel: name)[language]
    case .list(let values):
      return values.map { text($0, place, language) }.filter { !$0.isEmpty }
        .joined(separator: "; ")
    default:
      let (percent, labels) = (shown[place].isShare, shown[place].labels)
      return index.forms.text(value, percent: percent, labels: labels, language)
    }
  }

  private func addOpen(to sheet: inout SheetText, _ language: Language) {
    let open =
      table.open.map { ($0.row, $0.why) } + (table.list?.open.map { ($0.row, $0.why) } ?? [])
    guard !open.isEmpty else { return }
    sheet.row([String]())
    sheet.row([Words.openTitle[language]])
    for (row, why) in open {
      let of = table.report.table
      let name = of <= EngineTable.units.rawValue ? table.world.personOrUnitName(of, row) : ""
      sheet.row([table.world.tables[of].names[row], name, index.forms.text(why, language)])
    }
  }

  private func addFindings(to sheet: inout SheetText, _ language: Language) {
    let broken = table.findings.filter { !$0.holds }
    guard !broken.isEmpty else { return }
    sheet.row([String]())
    for finding in broken {
      let names = finding.records.map { table.world.tables[table.report.table].names[$0] }
      sheet.row([words(of: finding)[language], (names + finding.columns).joined(separator: "; ")])
    }
  }

  /// What a broken check says.
  func words(of finding: WrittenTable.Finding) -> LocalizedText {
    if let label = finding.check.head.label { return label }
    return finding.columns.isEmpty ? Words.notInOne : Words.notAddingUp
  }
}

extension Words {
  static let notInOne = LocalizedText(
    "Không được tính đúng một lần trong các cột", "Not counted in exactly one column")
  static let notAddingUp = LocalizedText(
    "Các dòng không khớp với dòng tổng", "The rows do not add up to the total")
}
