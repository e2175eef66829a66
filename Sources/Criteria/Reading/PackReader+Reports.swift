import FEEL
import JSON
import Model

extension PackReader {
  mutating func report(_ entry: PackEntry) -> ReportRule {
    ReportRule(
      head: head(entry), of: needed(entry, "of"), kinds: kinds(entry),
      title: localized(entry, "title") ?? LocalizedText(entry.id, entry.id),
      file: text(entry, "file") ?? entry.id.split(separator: " ").joined(separator: "-"),
      list: text(entry, "list"),
      isBeyondScope: entry["beyond scope"]?.value.boolean ?? false,
      filter: formula(entry, "where"), order: formulas(entry, "order"),
      rows: entry.section("rows").compactMap { reportRow($0) },
      within: textLists(entry, "within"), quota: text(entry, "quota"),
      total: localized(entry, "total"),
      columns: entry.section("columns").map { reportColumn($0) },
      checks: entry.section("checks").compactMap { reportCheck($0) },
      headText: localized(entry, "head"), footText: localized(entry, "foot"))
  }

  private mutating func reportRow(_ entry: PackEntry) -> ReportRule.Row? {
    let head = head(entry, cited: false)
    return neededFormula(entry, "where").map {
      .init(head: head, filter: $0, isApart: entry["apart"]?.value.boolean ?? false)
    }
  }

  private mutating func reportColumn(_ entry: PackEntry) -> ReportColumn {
    let head = head(entry, cited: false)
    var sources: [ReportColumn.Source] = []
    if let formula = formula(entry, "is") { sources.append(.formula(formula)) }
    if let formula = formula(entry, "count") { sources.append(.count(formula)) }
    if let formula = formula(entry, "sum") { sources.append(.sum(formula)) }
    if let formula = formula(entry, "mean") { sources.append(.mean(formula)) }
    if let name = text(entry, "shows"), let aspect = aspect(name, entry) {
      sources.append(.aspect(aspect))
    }
    if sources.count > 1 {
      problems.add(
        "'\(entry.id)' says in more than one way what its cells are", at: entry.span,
        in: entry.document, remedy: "keep one of 'is', 'count', 'sum', 'mean' and 'shows'")
    }
    return ReportColumn(
      head: head, source: sources.first ?? .byHand, each: innerKind(entry),
      addsUp: entry["adds up"]?.value.boolean ?? false,
      display: display(entry))
  }

  private mutating func aspect(_ name: String, _ entry: PackEntry) -> ReportColumn.Aspect? {
    if let aspect = ReportColumn.Aspect(rawValue: name) { return aspect }
    let known = ReportColumn.Aspect.allCases.map(\.rawValue)
    if let attribute = entry["shows"] {
      problems.add(
        "nothing is known of a row by the name '\(name)'", at: attribute.value.span,
        in: attribute.document,
        remedy: nearestName(to: name, among: known).map { "write '\($0)'" })
    }
    return nil
  }

  private mutating func display(_ entry: PackEntry) -> ReportColumn.Display {
    guard let name = text(entry, "display"), let attribute = entry["display"] else { return .plain }
    if let display = ReportColumn.Display(rawValue: name) { return display }
    let known = ReportColumn.Display.allCases.map(\.rawValue)
    problems.add(
      "nothing can be shown as '\(name)'", at: attribute.value.span, in: attribute.document,
      remedy: nearestName(to: name, among: known).map { "write '\($0)'" })
    return .plain
  }

  private mutating func innerKind(_ entry: PackEntry) -> PeriodKind? {
    guard let attribute = entry["for each"] else { return nil }
    if let kind = PeriodKind(rawValue: attribute.value.string?.text ?? "") { return kind }
    problems.add(
      "expected a kind of period", at: attribute.value.span, in: attribute.document,
      remedy: "write 'month', 'quarter', 'half-year' or 'year'")
    return nil
  }

  private mutating func reportCheck(_ entry: PackEntry) -> ReportRule.Check? {
    let head = head(entry, cited: false)
    for (name, kind) in [
      ("each in one of", ReportRule.Check.Kind.eachInOne), ("adds up", .addsUp),
    ] where entry[name] != nil {
      return .init(head: head, kind: kind, columns: texts(entry, name))
    }
    problems.add(
      "'\(entry.id)' does not say what must hold", at: entry.span, in: entry.document,
      remedy: "write 'each in one of' or 'adds up' with names of columns")
    return nil
  }
}
