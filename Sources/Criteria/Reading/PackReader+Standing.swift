import FEEL
import JSON
import Model

extension PackReader {
  mutating func levelName(_ entry: PackEntry) -> LevelName {
    LevelName(head: head(entry), inPeriods: localized(entry, "in periods"))
  }

  mutating func level(_ entry: PackEntry) -> LevelRule {
    LevelRule(
      head: head(entry), of: needed(entry, "of"), kinds: kinds(entry),
      states: entry.section("unless").compactMap { state($0) },
      rows: entry.section("rows").compactMap { row($0) })
  }

  private mutating func state(_ entry: PackEntry) -> LevelRule.State? {
    let (head, state) = (head(entry), needed(entry, "state"))
    let pending = entry["pending"]?.value.boolean ?? false
    return neededFormula(entry, "when").map {
      .init(head: head, state: state, isPending: pending, when: $0)
    }
  }

  private mutating func row(_ entry: PackEntry) -> LevelRule.Row? {
    let (head, level) = (head(entry), needed(entry, "level"))
    return neededFormula(entry, "when").map { .init(head: head, level: level, when: $0) }
  }

  mutating func cap(_ entry: PackEntry) -> CapRule? {
    let (head, of, kinds) = (head(entry), needed(entry, "of"), kinds(entry))
    let when = formula(entry, "when")
    return neededFormula(entry, "at most").map {
      CapRule(head: head, of: of, kinds: kinds, when: when, atMost: $0)
    }
  }

  mutating func quota(_ entry: PackEntry) -> QuotaRule? {
    let share = neededFormula(entry, "share")
    let base = neededFormula(entry, "base")
    guard let share, let base else { return nil }
    return QuotaRule(
      head: head(entry), of: needed(entry, "of"), kinds: kinds(entry), who: formula(entry, "who"),
      level: needed(entry, "level"), refused: needed(entry, "refused"), share: share, base: base,
      within: textLists(entry, "within"), by: texts(entry, "by"), then: texts(entry, "then"))
  }

  mutating func ranking(_ entry: PackEntry) -> RankingRule {
    RankingRule(
      head: head(entry), of: needed(entry, "of"), kinds: kinds(entry), by: needed(entry, "by"),
      then: texts(entry, "then"), within: textLists(entry, "within"))
  }

  mutating func list(_ entry: PackEntry) -> ListRule? {
    let title = localized(entry, "title") ?? LocalizedText(entry.id, entry.id)
    guard let who = neededFormula(entry, "who") else { return nil }
    return ListRule(
      head: head(entry), of: needed(entry, "of"), kinds: kinds(entry), title: title, who: who,
      needs: texts(entry, "needs"), columns: columns(entry, "columns"),
      order: formulas(entry, "order"),
      guards: entry.section("only if").compactMap { guardRule($0, "is") },
      attention: entry.section("attention").compactMap { guardRule($0, "when") },
      headText: localized(entry, "head"), footText: localized(entry, "foot"))
  }

  mutating func closing(_ entry: PackEntry) -> ClosingRule {
    var fields: [ClosingRule.Field] = []
    let attribute = entry["fields"]
    if let attribute {
      for member in attribute.value.members ?? [] {
        guard let formula = formula(member.value, in: attribute.document) else { continue }
        fields.append(.init(name: member.key.text, formula: formula, span: member.key.span))
      }
    }
    return ClosingRule(
      head: head(entry), of: needed(entry, "of"), kinds: kinds(entry),
      when: formula(entry, "when"), fields: fields,
      mark: text(entry, "mark"), document: attribute?.document ?? entry.document)
  }

  mutating func waiting(_ entry: PackEntry) -> WaitingRule? {
    let head = head(entry)
    let message = localized(entry, "message") ?? LocalizedText(entry.id, entry.id)
    guard let when = neededFormula(entry, "when") else { return nil }
    return WaitingRule(
      head: head, of: needed(entry, "of"), kinds: kinds(entry), when: when, message: message,
      by: localized(entry, "by"), until: formula(entry, "until"))
  }

  /// Whose task a gap is; `until` must name a date of the calendar.
  mutating func duty(_ entry: PackEntry) -> DutyRule? {
    let (by, until) = (localized(entry, "by"), text(entry, "until"))
    let days = EngineTable.periods.fields.filter { $0.kind == .date }.map(\.name)
    if let until, !days.contains(until), let attribute = entry["until"] {
      problems.add(
        "'\(until)' is no date of 'periods'", at: attribute.value.span, in: attribute.document,
        remedy: nearestName(to: until, among: days).map { "write '\($0)'" })
    }
    return by == nil && until == nil ? nil : DutyRule(by: by, until: until)
  }

  private mutating func guardRule(_ entry: PackEntry, _ name: String) -> ListRule.Guard? {
    let head = head(entry)
    let message = localized(entry, "message") ?? LocalizedText(entry.id, entry.id)
    return neededFormula(entry, name).map { .init(head: head, formula: $0, message: message) }
  }

  mutating func formulas(_ entry: PackEntry, _ name: String) -> [FormulaText] {
    guard let attribute = entry[name] else { return [] }
    return (attribute.value.elements ?? []).compactMap { formula($0, in: attribute.document) }
  }

  private mutating func columns(_ entry: PackEntry, _ name: String) -> [ColumnRule] {
    guard let attribute = entry[name] else { return [] }
    return (attribute.value.elements ?? []).map { element in
      ColumnRule(
        label: localized(element, in: attribute.document) ?? LocalizedText("", ""),
        formula: element["is"].flatMap { formula($0, in: attribute.document) },
        span: element.span)
    }
  }
}
