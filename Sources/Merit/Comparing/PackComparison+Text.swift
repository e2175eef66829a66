import Criteria
import FEEL
import JSON
import Model
import Reporting
import Scoring
import Standing

extension PackComparison {
  /// The comparison as a page: the steps, then who changes and by which of them.
  public func text(_ language: ReportLanguage) -> String {
    let language = language.language
    let (old, new) = (first.outcome.grading.world, second.outcome.grading.world)
    let count = Words.changed.with("\(subjects.count)")[language]
    var lines = [
      "\(first.pack.name) → \(second.pack.name), \(new.period.words(language)): \(count)"
    ]
    if !readings.isEmpty {
      let chosen = readings.map { words($0, language) }.joined(separator: "; ")
      lines += ["\(Words.readingsOfComparison[language]): \(chosen)"]
    }
    if !steps.isEmpty { lines += ["", "\(Words.stepsOfPacks[language]):"] }
    for index in steps.indices { lines += self.lines(step: index, language) }
    let beside = pair.changes.filter { !$0.bearsOnResults }
    if !beside.isEmpty {
      lines += ["", "\(Words.besideResults.with("\(beside.count)")[language]):"]
      lines += beside.map { "  \(words($0, language))" }
    }
    let names = pair.isReversed ? FieldWords(old, new) : FieldWords(new, old)
    for subject in subjects {
      lines += ["", "\(subject.id) \(subject.name)"]
      lines += self.lines(subject, names, language)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A reading with its option, and the pack where only one of the two has it.
  private func words(_ reading: ChosenReading, _ language: Language) -> String {
    let chosen = "\(reading.name) = \(reading.option)"
    guard reading.packs.count == 1 else { return chosen }
    return "\(chosen) (\(Words.onlyIn.with(reading.packs[0])[language]))"
  }

  private func lines(step index: Int, _ language: Language) -> [String] {
    let changes = steps[index].changes
    let counts = charged(index).filter { $0.count > 0 }
      .map { "\($0.aspect.words[language]) \($0.count)" }
    let found = counts.isEmpty ? Words.movesNobody[language] : counts.joined(separator: ", ")
    guard changes.count > 1 else {
      return ["  [\(index + 1)] \(words(changes[0], language)): \(found)"]
    }
    return ["  [\(index + 1)] \(Words.onlyTogether[language]): \(found)"]
      + changes.map { "      \(words($0, language))" }
  }

  /// The place of a change, what became of it, and by which pack and citation.
  private func words(_ change: PackChange, _ language: Language) -> String {
    let ground = [pair.pack(of: change), change.cite].filter { !$0.isEmpty }
    return "\(change.path.joined(separator: " / ")) \(kind(change).words[language])"
      + " – \(ground.joined(separator: ", "))"
  }

  /// One line for each change; stages of a level that change alike stand in one.
  private func lines(
    _ subject: Subject, _ words: FieldWords, _ language: Language
  ) -> [String] {
    var lines: [(names: [String], rest: String)] = []
    for change in subject.changes {
      let name = words.field(change.field, of: subject.id, language)
      let rest = self.rest(change, of: subject.id, words, language)
      if change.aspect == .level, let last = lines.last, last.rest == rest {
        lines[lines.count - 1].names.append(name)
      } else {
        lines.append(([name], rest))
      }
    }
    return lines.map { "  \($0.names.joined(separator: ", ")): \($0.rest)" }
  }

  private func rest(
    _ change: Change, of subject: String, _ words: FieldWords, _ language: Language
  ) -> String {
    let ends = [change.old, change.new].map { json -> String in
      let text = words.value(json, of: change.field, of: subject, language)
      if !text.isEmpty { return text }
      return (json?.contains("\"unknown\"") == true ? Words.notKnown : Words.nothing)[language]
    }
    let charges = change.charges.map { charge in
      let steps = "[\(charge.steps.map { "\($0 + 1)" }.joined(separator: "+"))]"
      guard let amount = charge.amount else { return steps }
      return "\(steps) \(amount > .zero ? "+" : "")\(words.number(amount, language))"
    }
    return "\(ends[0]) → \(ends[1]); \(Words.by[language]) \(charges.joined(separator: ", "))"
  }
}

extension Aspect {
  fileprivate var words: LocalizedText {
    switch self {
    case .score: LocalizedText("điểm", "scores")
    case .level: LocalizedText("mức", "levels")
    case .seat: LocalizedText("suất", "seats")
    case .rank: LocalizedText("thứ tự", "ranks")
    case .list: LocalizedText("dòng danh sách", "list lines")
    }
  }
}

extension PackChange.Kind {
  fileprivate var words: LocalizedText {
    switch self {
    case .added: Words.isAdded
    case .removed: Words.isRemoved
    case .changed: Words.isChanged
    case .moved: LocalizedText("(đổi thứ tự)", "(in another order)")
    }
  }
}

extension Words {
  static let readingsOfComparison = LocalizedText(
    "Cách hiểu chọn cho lần so sánh này", "Readings chosen for this comparison")
  static let onlyIn = LocalizedText("chỉ ở \(mark)", "in \(mark) alone")
  static let stepsOfPacks = LocalizedText(
    "Các mục khác nhau, theo thứ tự áp dụng", "What differs, in the order in which it is applied")
  static let besideResults = LocalizedText(
    "Khác ở \(mark) chỗ không ảnh hưởng đến điểm, mức, suất, thứ tự, danh sách",
    "\(mark) places differ that change nobody's score, level, seat, rank or lists")
  static let onlyTogether = LocalizedText(
    "chỉ áp dụng được cùng nhau", "can only be applied together")
  static let movesNobody = LocalizedText("không ai thay đổi", "nobody changes")
  static let nothing = LocalizedText("không có", "none")
}
