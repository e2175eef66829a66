import FEEL
import JSON
import Model

extension PackReader {
  mutating func law(_ entry: PackEntry) -> Law {
    Law(
      id: entry.id, number: needed(entry, "number"),
      title: localized(entry, "title") ?? LocalizedText(entry.id, entry.id),
      signed: date(entry, "signed"), from: date(entry, "from"), to: date(entry, "to"))
  }

  mutating func scope(_ entry: PackEntry) -> ScopeRule? {
    let head = head(entry)
    return neededFormula(entry, "is").map {
      ScopeRule(head: head, formula: $0, otherwise: localized(entry, "otherwise"))
    }
  }

  mutating func parameter(_ entry: PackEntry) -> Parameter {
    var values: [Parameter.Dated] = []
    if let attribute = entry["value"], let value = scalar(attribute.value, in: attribute.document) {
      values.append(.init(from: nil, to: nil, value: value, span: attribute.value.span))
    }
    if let attribute = entry["values"] {
      values += (attribute.value.elements ?? []).compactMap { dated($0, in: attribute.document) }
    }
    if values.isEmpty { missing("value", in: entry) }
    return Parameter(head: head(entry), unit: text(entry, "unit"), values: values)
  }

  private mutating func dated(_ element: JSONValue, in document: Int) -> Parameter.Dated? {
    guard let value = element["value"], let scalar = scalar(value, in: document) else {
      problems.add("expected {\"from\": …, \"value\": …}", at: element.span, in: document)
      return nil
    }
    return Parameter.Dated(
      from: element["from"].flatMap { date($0, in: document) },
      to: element["to"].flatMap { date($0, in: document) }, value: scalar, span: element.span)
  }

  mutating func policy(_ entry: PackEntry) -> Policy {
    let value = entry["value"].flatMap { scalar($0.value, in: $0.document) }
    let decision = text(entry, "decision")
    if let given = entry["value"], decision?.isEmpty ?? true {
      problems.add(
        "'\(entry.id)' is set by an agency and needs its decision", at: given.name.span,
        in: given.document, remedy: "add \"decision\" with number and date")
    }
    return Policy(
      head: head(entry), unit: text(entry, "unit"), value: value, decision: decision)
  }

  mutating func reading(_ entry: PackEntry) -> ReadingRule {
    var options: [(name: String, formula: FormulaText)] = []
    if let attribute = entry["options"] {
      for member in attribute.value.members ?? [] {
        guard let formula = formula(member.value, in: attribute.document) else { continue }
        options.append((member.key.text, formula))
      }
    }
    let standard = needed(entry, "default")
    if !options.contains(where: { $0.name == standard }), let given = entry["default"] {
      problems.add(
        "the default is none of the options", at: given.value.span, in: given.document,
        remedy: nearestName(to: standard, among: options.map(\.name)).map { "write '\($0)'" })
    }
    return ReadingRule(
      head: head(entry), options: options, standard: standard,
      because: localized(entry, "because") ?? LocalizedText("", ""))
  }

  mutating func choice(_ entry: PackEntry) -> Choice {
    Choice(head: head(entry), option: needed(entry, "option"))
  }

  mutating func function(_ entry: PackEntry) -> FunctionRule? {
    let head = head(entry)
    let parameters = texts(entry, "parameters")
    return neededFormula(entry, "is").map {
      FunctionRule(head: head, parameters: parameters, formula: $0)
    }
  }

  mutating func message(_ entry: PackEntry) -> LocalizedText {
    LocalizedText(needed(entry, "vi"), needed(entry, "en"))
  }
}
