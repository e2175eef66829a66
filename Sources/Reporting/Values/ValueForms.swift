package import Criteria
package import FEEL
import JSON
package import Model
package import Scoring

/// The forms in which values of one world are printed: for people here, as JSON in
/// `ValueForms+JSON.swift`.
///
/// Labels of levels and the words of reasons come from the pack; the engine adds its own words only
/// for what is the engine's.
package struct ValueForms: Sendable {
  package let world: World
  package let reasons: ReasonWords
  package let numbers: NumberText
  /// The causes of an unknown value that a sentence names.
  private static let shownCauses = 3
  private let levelLabels: [String: LocalizedText]
  let decimalKey = JSONKey("decimal")
  let exactKey = JSONKey("exact")

  /// Prints values of a world.
  package init(_ world: World) {
    self.world = world
    let pack = world.pack.pack
    reasons = ReasonWords(pack)
    numbers = NumberText(pack)
    let classes = world.pack.kind == .year
    levelLabels = Dictionary(
      pack.scale.map { level in
        let label = level.head.label ?? LocalizedText(level.head.id, level.head.id)
        return (level.head.id, classes ? label : level.inPeriods ?? label)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The words for a level; where the law gives points but no class, the pack's words for these.
  package func label(ofLevel name: String) -> LocalizedText {
    levelLabels[name] ?? LocalizedText(name, name)
  }

  /// The value as a person reads it; a null is empty.
  ///
  /// - Parameters:
  ///   - percent: Whether numbers are shares that are shown as percentages.
  ///   - labels: What texts are called; one that is not there is printed as it is.
  package func text(
    _ value: Value, percent: Bool = false, labels: TextLabels = [:], _ language: Language
  ) -> String {
    switch value {
    case .null: ""
    case .unknown(let why): text(why, language)
    case .perhaps(let inner, _):
      "\(text(inner, percent: percent, labels: labels, language)) (\(Words.notKnown[language]))"
    case .boolean(let truth): (truth ? Words.yes : Words.no)[language]
    case .number(let number): numbers(number, percent: percent, language)
    case .string(let text): labels[text]?[language] ?? text
    case .date(let date): text(date, language)
    case .list(let items):
      items.map { text($0, percent: percent, labels: labels, language) }.joined(separator: "; ")
    case .record(let record): name(of: record)
    case .symbol(let symbol): label(ofLevel: symbol.name)[language]
    default: "\(value)"
    }
  }

  /// Why a value is not known, with the records to chase.
  package func text(_ why: Unknown, _ language: Language) -> String {
    "\(Words.notKnown[language]): \(text(why.causes, hasMore: why.more, language))"
  }

  /// The first causes in words; JSON has them all.
  func text(_ causes: [Unknown.Cause], hasMore: Bool = false, _ language: Language) -> String {
    var words = causes.prefix(ValueForms.shownCauses).map { text($0, language) }
    if hasMore || causes.count > words.count { words.append("…") }
    return words.joined(separator: "; ")
  }

  /// One cause with its record and field.
  package func text(_ cause: Unknown.Cause, _ language: Language) -> String {
    let words = reasons[cause.reason][language]
    let place = [cause.record, cause.field].compactMap(\.self).joined(separator: ", ")
    return place.isEmpty || cause.record == nil ? words : "\(words) (\(place))"
  }

  /// A day: 31/07/2026 in Vietnamese, 2026-07-31 in English.
  package func text(_ date: CalendarDate, _ language: Language) -> String {
    guard language == .vietnamese else { return "\(date)" }
    func two(_ part: Int) -> String { part < 10 ? "0\(part)" : "\(part)" }
    return "\(two(date.day))/\(two(date.month))/\(date.year)"
  }

  /// The id of a record, or what identifies it.
  package func name(of record: RecordReference) -> String {
    world.tables[Int(record.type)].names[Int(record.row)]
  }
}
