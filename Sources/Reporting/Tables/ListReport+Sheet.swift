import Criteria
import FEEL
import Model
import Scoring
import Standing

extension ListReport {
  /// The list as a Vietnamese sheet without its lines: title, ground and head text, those of whom it
  /// cannot be established, foot text.
  var sheetFrame: ReportFile.Frame {
    let language = Language.vietnamese
    var sheet = SheetText()
    var place = 0
    sheet.row([rule.title[language]])
    sheet.row([occasion(language)])
    if let head = rule.headText { sheet.row([head[language]]) }
    sheet.row([String]())
    if result.unset.isEmpty {
      sheet.row(rule.columns.map { $0.label[language] } + [Words.attention[language]])
      place = sheet.bytes.count
      addOpen(to: &sheet, language)
      if !result.heldBack.isEmpty {
        sheet.row([String]())
        sheet.row([heldBack(language)])
      }
    } else {
      for name in result.unset { sheet.row([Words.notMade.with(index.policy(name))[language]]) }
    }
    if let foot = rule.footText {
      sheet.row([String]())
      sheet.row([foot[language]])
    }
    return ReportFile.Frame(sheet.bytes, at: place)
  }

  /// Some of its lines as rows of the sheet.
  func sheet(_ lines: Range<Int>) -> [UInt8] {
    let language = Language.vietnamese
    var sheet = SheetText(withMark: false)
    for line in result.lines[lines] {
      let cells = line.cells.enumerated().map { text($1, column: $0, language) }
      let attention = line.attention.map { message($0, in: rule.attention)[language] }
      sheet.row(cells + [attention.joined(separator: "; ")])
    }
    return sheet.bytes
  }

  /// The period, the day of the data, the ground and what the agency has set, in one line.
  func occasion(_ language: Language) -> String {
    ([index.occasion(rule.head.cite.text, language)] + criteria(language)).joined(separator: ". ")
  }

  /// What the agency has set for the list, with the decision that sets it.
  private func criteria(_ language: Language) -> [String] {
    rule.needs.compactMap { name in
      guard let policy = world.pack.pack.policies.first(where: { $0.head.id == name }),
        policy.value != nil
      else { return nil }
      let value = index.forms.text(policy.asValue, language)
      return "\(index.policy(name)[language]): \(value)"
        + (policy.decision.map { " (\($0))" } ?? "")
    }
  }

  private func addOpen(to sheet: inout SheetText, _ language: Language) {
    guard !result.open.isEmpty else { return }
    sheet.row([String]())
    sheet.row([Words.openTitle[language]])
    let headings = [Words.unit, Words.name, Words.id, Words.reason]
    sheet.row(headings.map { $0[language] })
    for open in result.open {
      let subject = subject(open.row)
      sheet.row([subject.unit, subject.name, subject.id, index.forms.text(open.why, language)])
    }
  }

  /// How many are held back, and by which guards.
  func heldBack(_ language: Language) -> String {
    let grounds = rule.guards.compactMap { one -> String? in
      let count = result.heldBack.count { $0.guards.contains(one.head.id) }
      return count == 0 ? nil : "\(one.message[language]) (\(count))"
    }
    let count = Words.heldBack.with("\(result.heldBack.count)")[language]
    return "\(count): \(grounds.joined(separator: "; "))"
  }
}

extension ReportIndex {
  /// The period, the day of the data and the ground in one line.
  func occasion(_ cite: String, _ language: Language) -> String {
    let world = outcome.grading.world
    return [
      "\(Words.period[language]): \(world.period.words(language))",
      "\(Words.asOf[language]): \(forms.text(world.asOf, language))",
      "\(Words.basis[language]): \(world.pack.pack.citation(cite))",
    ].joined(separator: ". ")
  }

  /// What the agency has not set, in words.
  func policy(_ id: String) -> LocalizedText {
    outcome.grading.world.pack.pack.policies.first { $0.head.id == id }?.head.label
      ?? LocalizedText(id, id)
  }
}

extension Words {
  static let notMade = LocalizedText(
    "Chưa lập danh sách: cơ quan chưa quy định “…”", "No list: the agency has not set '…'")
  static let openTitle = LocalizedText(
    "Chưa xác định được có thuộc danh sách hay không",
    "Of whom it cannot be established whether they belong here")
}
