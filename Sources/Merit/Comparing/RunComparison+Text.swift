import FEEL
import JSON
import Model
import Reporting

extension RunComparison {
  /// The comparison as a page.
  func text(_ language: Language) -> String {
    let count = Words.changed.with("\(subjects.count)")[language]
    var lines = ["\(old) → \(new): \(count)"]
    for subject in subjects { lines += self.lines(subject, language) }
    if !isExplained, !subjects.isEmpty { lines.append(Words.notExplained[language]) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The lines on one subject: what differs, then by which records and through whom.
  func lines(_ subject: Subject, _ language: Language) -> [String] {
    var lines = ["\(subject.id) \(subject.name)"]
    lines += subject.fields.map {
      "  \($0.name): \(RunComparison.shown($0.old)) → \(RunComparison.shown($0.new))"
    }
    for record in subject.records {
      let fields = record.fields.map {
        "\($0.name) \($0.old ?? "∅") → \($0.new ?? "∅")"
      }
      let words =
        record.old != nil && record.new != nil ? ": \(fields.joined(separator: "; "))" : ""
      lines.append("  \(Words.by[language]) \(record.id) \(record.words[language])\(words)")
    }
    if !subject.through.isEmpty {
      let shown = subject.through.prefix(8).joined(separator: "; ")
      let more = subject.through.count > 8 ? "; … +\(subject.through.count - 8)" : ""
      lines.append("  \(Words.through[language]) \(shown)\(more)")
    }
    return lines
  }

  /// A value of a results file in few words.
  private static func shown(_ json: String?) -> String {
    guard let json else { return "∅" }
    let value = JSONDocument(Array(json.utf8)).value
    if let decimal = value?["decimal"]?.string?.text { return decimal }
    if value?["unknown"] != nil { return "?" }
    if value?.isNull == true { return "∅" }
    return value?.string?.text ?? json
  }
}

extension RunComparison.Record {
  fileprivate var words: LocalizedText {
    old == nil ? Words.isAdded : new == nil ? Words.isRemoved : Words.isChanged
  }
}

extension Words {
  static let changed = LocalizedText("… người, đơn vị có thay đổi", "… people and units differ")
  static let notExplained = LocalizedText(
    "Không có giải trình ở cả hai lần tính nên không rõ do bản ghi nào",
    "Not both runs have explanations, so it is not known by which records")
  static let by = LocalizedText("do", "by")
  static let through = LocalizedText("theo kết quả của", "through")
  static let isAdded = LocalizedText("(thêm)", "(added)")
  static let isRemoved = LocalizedText("(bỏ)", "(removed)")
  static let isChanged = LocalizedText("(sửa)", "(changed)")
}
