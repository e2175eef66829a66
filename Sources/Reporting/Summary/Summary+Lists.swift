import Criteria
import FEEL
import Model
import Scoring
import Standing

extension Summary {
  /// The lines of each list that are shown.
  static let shownLines = 5

  /// The lists with their first lines, and once the words that they are drafts.
  var lists: [String] {
    let reports = index.outcome.lists.indices.map { ListReport(index, $0) }
    guard !reports.isEmpty else { return [] }
    var lines = [Words.lists[language]]
    var told: Set<LocalizedText> = []
    for report in reports {
      if let head = report.rule.headText, told.insert(head).inserted {
        lines += head[language].paragraph(indent: Summary.indent)
      }
    }
    return lines + reports.flatMap(section)
  }

  private func section(_ report: ListReport) -> [String] {
    let inner = Summary.indent + Summary.indent
    let title = report.rule.title[language]
    guard report.result.unset.isEmpty else {
      let missing = report.result.unset.map { Words.notMade.with(index.policy($0))[language] }
      return title.paragraph(indent: Summary.indent)
        + missing.flatMap { $0.paragraph(indent: inner) }
    }
    let count = report.result.lines.count
    var lines = "\(title): \(Words.cases.with("\(count)")[language])".paragraph(
      indent: Summary.indent)
    lines += first(of: report).lines(indent: inner)
    lines += more(count - Summary.shownLines).map { Summary.indent + $0 }
    if !report.result.heldBack.isEmpty {
      lines += report.heldBack(language).paragraph(indent: inner)
    }
    if !report.result.open.isEmpty {
      let count = report.result.open.count
      lines.append(inner + Words.cannotBeEstablished.with("\(count)")[language])
    }
    return lines
  }

  /// The first lines with the texts at their beginning, as far as there is room for whole columns.
  ///
  /// Figures are left out: without their headings they would say nothing.
  private func first(of report: ListReport) -> TextTable {
    let shown = report.result.lines.prefix(Summary.shownLines)
    var room = Summary.width - 2 * Summary.indent.count
    var texts = shown.map { _ in [String]() }
    for column in report.rule.columns.indices {
      let cells = shown.map { $0.cells[column] }
      guard cells.allSatisfy({ $0?.isWord ?? false }) else { break }
      let words = cells.map {
        report.text($0, column: column, language).cut(to: Summary.widestCell)
      }
      room -= 2 + (words.map(\.displayWidth).max() ?? 0)
      guard room >= 0 || column == 0 else { break }
      for (line, word) in words.enumerated() { texts[line].append(word) }
    }
    return TextTable(texts: texts)
  }

  /// The most places that a column takes.
  private static let widestCell = 28

  /// The most problems that are shown.
  static let shownProblems = 100

  /// What is wrong with the data, by kind, and the first places.
  var problems: [String] {
    let counted = index.run.countedProblems
    let count = counted.reduce(0) { $0 + $1.count }
    let lost = index.run.lost.map { lost in
      Summary.indent + Words.lost.with("\(lost.count)")[language] + " \(lost.file)"
    }
    guard count > 0 else { return lost }
    let kinds = counted.map { "\(Words.kind($0.kind)[language]): \($0.count)" }
    let places = index.run.problems.prefix(Summary.shownProblems).map { problem in
      let words =
        language == .vietnamese
        ? problem.vietnamese(showsGiven: true) : problem.english(showsGiven: true)
      let record = problem.record.map { " \($0):" } ?? ""
      return "\(Summary.indent)\(problem.place):\(record) \(words)"
    }
    return ["\(Words.problems[language]): \(count)"]
      + kinds.joined(separator: " · ").paragraph(indent: Summary.indent)
      + lost + places + more(count - places.count)
  }
}

extension Words {
  static let lost = LocalizedText(
    "… bản ghi không rõ của ai, trong tệp", "… records that nobody can be found for, in")

  /// What a kind of problem is called.
  static func kind(_ kind: RecordProblem.Kind) -> LocalizedText {
    switch kind {
    case .syntax: LocalizedText("không đọc được", "not readable")
    case .encoding: LocalizedText("không phải UTF-8", "not UTF-8")
    case .wrongType: LocalizedText("sai kiểu", "wrong type")
    case .missingField: LocalizedText("thiếu trường", "missing field")
    case .invalidDate: LocalizedText("sai ngày", "invalid date")
    case .outOfRange: LocalizedText("ngoài phạm vi", "out of range")
    case .duplicateKey: LocalizedText("trường ghi hai lần", "field given twice")
    case .duplicateRecord: LocalizedText("cùng mã khác nội dung", "same key, different content")
    case .repeatedRecord: LocalizedText("bản ghi lặp", "repeated record")
    case .unknownReference: LocalizedText("chỉ đến bản ghi không có", "unknown reference")
    case .conflict: LocalizedText("mâu thuẫn", "conflict")
    case .recomputed: LocalizedText("khác kết quả tính lại", "differs from what is computed")
    case .circle: LocalizedText("vòng khép kín", "circle")
    case .notInOneColumn: LocalizedText("không thuộc đúng một cột", "not in exactly one column")
    case .doesNotAddUp: LocalizedText("không khớp dòng tổng", "does not add up")
    case .unreadableFile: LocalizedText("tệp không đọc được", "unreadable file")
    case .missingTable: LocalizedText("thiếu bảng", "missing table")
    case .unknownTable: LocalizedText("bảng không rõ", "unknown table")
    }
  }
}

extension Value {
  /// Whether the value is a text or a date, or none.
  fileprivate var isWord: Bool {
    switch self {
    case .string, .date, .null: true
    default: false
    }
  }
}
