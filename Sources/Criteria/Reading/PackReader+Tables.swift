import FEEL
import JSON
import Model

extension PackReader {
  mutating func table(_ entry: PackEntry) -> TableRule {
    let rows = entry["rows"]
    return TableRule(
      head: head(entry), owner: text(entry, "of"), key: text(entry, "key"),
      same: texts(entry, "same"), knownOn: text(entry, "known on"),
      countsWhen: formula(entry, "counts when"),
      fields: entry.section("fields").map { field($0) },
      checks: entry.section("checks").compactMap { check($0) },
      rows: rows?.value.elements ?? [], rowsDocument: rows?.document ?? entry.document)
  }

  private mutating func field(_ entry: PackEntry) -> TableRule.Field {
    TableRule.Field(
      name: entry.id, label: localized(entry, "label"), type: needed(entry, "type"),
      foundAs: text(entry, "found as"), columns: texts(entry, "columns"), unit: text(entry, "unit"),
      least: number(entry, "least"), most: number(entry, "most"),
      ifAbsent: entry["if absent"].flatMap { scalar($0.value, in: $0.document) },
      duty: duty(entry), labels: entry.section("labels").map { valueLabel($0) }, span: entry.span,
      document: entry.document)
  }

  /// A label needs a citation only where it takes the place of another.
  private mutating func valueLabel(_ entry: PackEntry) -> TableRule.ValueLabel {
    let head = head(entry, cited: entry["replaces"] != nil)
    return TableRule.ValueLabel(
      head: head, text: LocalizedText(text(entry, "vi") ?? "", text(entry, "en") ?? ""))
  }

  private mutating func check(_ entry: PackEntry) -> TableRule.Check? {
    let head = head(entry)
    let message = localized(entry, "message") ?? LocalizedText(entry.id, entry.id)
    return neededFormula(entry, "is").map {
      TableRule.Check(head: head, formula: $0, field: text(entry, "field"), message: message)
    }
  }

  mutating func membership(_ entry: PackEntry) -> MembershipRule? {
    let head = head(entry)
    return neededFormula(entry, "is").map { MembershipRule(head: head, formula: $0) }
  }

  mutating func value(_ entry: PackEntry, of table: String) -> ValueRule {
    var byPeriod: [PeriodKind: FormulaText] = [:]
    if let attribute = entry["in"] {
      for member in attribute.value.members ?? [] {
        guard let kind = PeriodKind(rawValue: member.key.text) else {
          problems.add(
            "expected a kind of period", at: member.key.span, in: attribute.document,
            remedy: "write 'month', 'quarter', 'half-year' or 'year'")
          continue
        }
        byPeriod[kind] = formula(member.value, in: attribute.document)
      }
    } else if entry["is"] == nil, !entry.isDecision {
      missing("is", in: entry)
    }
    let decision = entry.isDecision ? decision(entry) : nil
    return ValueRule(
      head: head(entry), table: table, formula: formula(entry, "is") ?? decision?.formula,
      byPeriod: byPeriod, decision: decision,
      when: formula(entry, "when"), unit: text(entry, "unit"), display: text(entry, "display"),
      isDecidable: entry["decidable"]?.value.boolean ?? false)
  }

  mutating func constraint(_ entry: PackEntry) -> ConstraintRule {
    let isSum = entry["for each"] != nil || entry["sum of"] != nil || entry["at most"] != nil
    if !isSum, entry["one a day for"] == nil { missing("one a day for", in: entry) }
    var kind = ConstraintRule.Kind.onePerDay
    if isSum {
      let sum = needed(entry, "sum of")
      if entry["for each"] == nil { missing("for each", in: entry) }
      if let most = formula(entry, "at most") {
        kind = .atMost(most, sumOf: sum)
      } else if entry["at most"] == nil {
        missing("at most", in: entry)
      }
    }
    return ConstraintRule(
      head: head(entry), table: needed(entry, "table"), filter: formula(entry, "where"),
      fields: texts(entry, isSum ? "for each" : "one a day for"), kind: kind,
      message: localized(entry, "message") ?? LocalizedText(entry.id, entry.id))
  }
}
