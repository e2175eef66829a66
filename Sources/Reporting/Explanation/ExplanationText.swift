import Criteria
package import FEEL
import Model
import Scoring
import Standing

extension Explanation {
  /// The explanation for the person concerned: the result first, then how it came about, what was
  /// not used and why, on which readings it rests, and what is still missing.
  ///
  /// Numbers are shown with few digits, but never on the other side of a threshold; the JSON form has
  /// them exactly.
  package func text(_ language: Language) -> String {
    var text = ExplanationText(self, language)
    text.tell()
    return text.lines.joined(separator: "\n") + "\n"
  }
}

/// The text of one explanation while it is put together.
struct ExplanationText {
  let explanation: Explanation
  let language: Language
  let formula: FormulaWords
  /// The ids of the nodes that the result rests on.
  let essential: Set<String>
  var lines: [String] = []
  static let width = 100

  var world: World { explanation.world }
  var forms: ValueForms { formula.forms }
  var record: RecordReference { explanation.subject.record(in: world.pack) }

  init(_ explanation: Explanation, _ language: Language) {
    self.explanation = explanation
    self.language = language
    formula = FormulaWords(
      explanation: explanation, forms: ValueForms(explanation.world),
      labels: GroupNames(explanation.world), language: language)
    essential = explanation.essentialNodes
  }

  mutating func tell() {
    tellHead()
    tellResult()
    tellValues()
    tellLevel()
    tellShare()
    tellLists()
    tellRecords()
    tellClosings()
    tellNotUsed()
    tellReadings()
    tellUnknown()
    tellSources()
  }

  mutating func heading(_ text: LocalizedText) {
    lines += ["", text[language]]
  }

  /// Adds a paragraph, wrapped and indented; what goes on in further lines is indented more.
  mutating func add(_ text: String, indent: Int = 2) {
    let spaces = String(repeating: " ", count: indent)
    let wrapped = text.wrapped(to: ExplanationText.width - indent - 2)
    for (index, line) in wrapped.enumerated() {
      lines.append(spaces + (index > 0 ? "  " : "") + line)
    }
  }

  private mutating func tellHead() {
    let name = world.personOrUnitName(Int(record.type), Int(record.row))
    let id = world.tables[Int(record.type)].names[Int(record.row)]
    lines.append("\(Words.explanation[language]): \(name.isEmpty ? id : "\(name) (\(id))")")
    if Int(record.type) == EngineTable.people.rawValue,
      case .record(let unit) = world.relations.unit[Int(record.row)]
    {
      let name = world.personOrUnitName(Int(unit.type), Int(unit.row))
      add("\(Words.unit[language]): \(name.isEmpty ? explanation.name(unit) : name)")
    }
    let period = world.period
    add(
      "\(Words.period[language]): \(period.id) (\(forms.text(period.from, language)) – "
        + "\(forms.text(period.to, language))). \(Words.asOf[language]): "
        + "\(forms.text(world.asOf, language)).")
  }

  /// The values that orders and quotas go by, then the levels.
  private mutating func tellResult() {
    heading(Words.result)
    for node in explanation.nodes where isMain(node) {
      add("\(label(node)): \(shown(node))")
    }
    for node in explanation.nodes {
      guard case .level(let level) = node.kind, tells(level, node) else { continue }
      add("\(stage(level.stage)): \(shown(node, level))")
    }
  }

  private func isMain(_ node: ExplainedNode) -> Bool { explanation.isMain(node) }

  /// Stages that differ from the one before are told; the first and the last always.
  private func tells(_ level: ExplainedLevel, _ node: ExplainedNode) -> Bool {
    switch level.stage {
    case .computed, .proposed: true
    case .capped: !level.caps.isEmpty && level.caps.contains { $0.before != $0.after }
    case .standing: level.decision != nil
    }
  }

  func stage(_ stage: LevelStage) -> String {
    switch stage {
    case .computed:
      (world.pack.levels.first { $0.table == Int(record.type) }?.rule.head.label
        ?? Words.level)[language]
    case .capped: Words.levelAfterCaps[language]
    case .proposed: Words.proposed[language]
    case .standing: Words.levelDecided[language]
    }
  }

  private func shown(_ node: ExplainedNode, _ level: ExplainedLevel) -> String {
    if level.stage == .computed, let state = level.state {
      let rule = level.states.last { $0.head.id == level.entry }
      return rule?.head.label?[language] ?? LevelWords.state(named: state)[language]
    }
    if case .null = node.value { return LevelWords.state(named: outOfScope)[language] }
    return forms.text(node.value, language)
  }

  func label(_ node: ExplainedNode) -> String {
    let table = Int(node.record.type)
    return node.label?[language]
      ?? world.pack.layout.tables[table].member(node.name).map {
        formula.labels.label($0, of: table)[language]
      } ?? node.name
  }

  func shown(_ node: ExplainedNode) -> String {
    if case .null = node.value { return Words.doesNotApply[language] }
    guard case .value(let rule) = node.kind else { return formula.value(node.value) }
    let table = Int(node.record.type)
    let labels = world.pack.layout.tables[table].member(node.name).map {
      world.pack.labels(ofMember: $0, of: table)
    }
    return forms.text(
      node.value, percent: rule.display == "percent", labels: labels ?? [:], language)
  }

  func cite(_ cite: Citation?) -> String {
    guard let cite else { return "" }
    let mark = cite.confidence.isEmpty ? "" : ", \(cite.confidence)"
    return " [\(cite.text)\(mark)]"
  }
}

extension Words {
  static let levelAfterCaps = LocalizedText("Mức sau giới hạn", "Level after caps")
  static let levelDecided = LocalizedText("Mức theo quyết định", "Level as decided")
}
