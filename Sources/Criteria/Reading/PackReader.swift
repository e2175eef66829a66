import FEEL
import JSON
import Model

/// Turns merged entries into a pack, with every problem it meets.
struct PackReader {
  var pack = Pack()
  var problems = PackProblems()

  /// The words that every entry may carry.
  mutating func head(_ entry: PackEntry, cited: Bool = true) -> EntryHead {
    let cite = text(entry, "cite") ?? ""
    if cited, cite.isEmpty {
      problems.add(
        "'\(entry.id)' has no citation", at: entry.span, in: entry.document,
        remedy: "add \"cite\" with the law's id and the article")
    }
    return EntryHead(
      id: entry.id, label: localized(entry, "label"),
      cite: Citation(text: cite, confidence: text(entry, "confidence") ?? ""), span: entry.span,
      document: entry.document, note: localized(entry, "note"))
  }

  mutating func text(_ entry: PackEntry, _ name: String) -> String? {
    guard let attribute = entry[name] else { return nil }
    guard let string = attribute.value.string else {
      expected("a text", attribute)
      return nil
    }
    return string.text
  }

  /// A text that must be there; its absence is a problem and gives an empty text.
  mutating func needed(_ entry: PackEntry, _ name: String) -> String {
    if let text = text(entry, name) { return text }
    missing(name, in: entry)
    return ""
  }

  mutating func localized(_ entry: PackEntry, _ name: String) -> LocalizedText? {
    guard let attribute = entry[name] else { return nil }
    return localized(attribute.value, in: attribute.document)
  }

  mutating func localized(_ value: JSONValue, in document: Int) -> LocalizedText? {
    guard let vietnamese = value["vi"]?.string, let english = value["en"]?.string else {
      problems.add(
        "expected {\"vi\": …, \"en\": …}, found \(value.kind)", at: value.span, in: document)
      return nil
    }
    return LocalizedText(vietnamese.text, english.text)
  }

  mutating func formula(_ entry: PackEntry, _ name: String) -> FormulaText? {
    guard let attribute = entry[name] else { return nil }
    return formula(attribute.value, in: attribute.document)
  }

  /// A formula that must be there; where it is not, the problem is told and `nil` given.
  mutating func neededFormula(_ entry: PackEntry, _ name: String) -> FormulaText? {
    if entry[name] == nil { missing(name, in: entry) }
    return formula(entry, name)
  }

  mutating func formula(_ value: JSONValue, in document: Int) -> FormulaText? {
    guard let string = value.string else {
      problems.add(
        "expected a formula in quotes, found \(value.kind)", at: value.span, in: document)
      return nil
    }
    let formula = FormulaText(
      id: pack.formulas.count, text: string.text, document: document, string: string)
    pack.formulas.append(formula)
    return formula
  }

  mutating func texts(_ entry: PackEntry, _ name: String) -> [String] {
    guard let attribute = entry[name] else { return [] }
    guard let elements = attribute.value.elements else {
      expected("a list of texts", attribute)
      return []
    }
    return elements.compactMap { element in
      if let string = element.string { return string.text }
      problems.add(
        "expected a text, found \(element.kind)", at: element.span, in: attribute.document)
      return nil
    }
  }

  /// A list of lists of texts, as the scopes of quotas and orders are given.
  mutating func textLists(_ entry: PackEntry, _ name: String) -> [[String]] {
    guard let attribute = entry[name] else { return [] }
    guard let elements = attribute.value.elements else {
      expected("a list of lists of names", attribute)
      return []
    }
    return elements.map { ($0.elements ?? []).compactMap { $0.string?.text } }
  }

  mutating func number(_ entry: PackEntry, _ name: String) -> Number? {
    guard let attribute = entry[name] else { return nil }
    guard let text = attribute.value.number, let number = Number(text) else {
      expected("a number", attribute)
      return nil
    }
    return number
  }

  mutating func date(_ entry: PackEntry, _ name: String) -> CalendarDate? {
    guard let attribute = entry[name] else { return nil }
    return date(attribute.value, in: attribute.document)
  }

  mutating func date(_ value: JSONValue, in document: Int) -> CalendarDate? {
    guard !value.isNull else { return nil }
    guard let text = value.string?.text, let date = CalendarDate(text) else {
      let found = value.string.map { "'\($0.text)'" } ?? value.kind
      problems.add(
        "expected a date such as \"2026-01-01\", found \(found)", at: value.span, in: document)
      return nil
    }
    return date
  }

  mutating func scalar(_ value: JSONValue, in document: Int) -> Scalar? {
    switch value.content {
    case .null: return .null
    case .boolean(let truth): return .boolean(truth)
    case .string(let string): return .text(string.text)
    case .number(let text):
      if let number = Number(text) { return .number(number) }
    case .array, .object: break
    }
    problems.add(
      "expected a number, a text, true, false or null, found \(value.kind)", at: value.span,
      in: document)
    return nil
  }

  mutating func kinds(_ entry: PackEntry) -> [PeriodKind] {
    guard let attribute = entry["in"] else { return PeriodKind.allCases }
    return kinds(attribute.value.elements ?? [], in: attribute.document)
  }

  /// What is no text at all is told where the list is.
  mutating func kinds(_ elements: [JSONValue], in document: Int) -> [PeriodKind] {
    elements.filter { $0.string != nil }.compactMap { element in
      if let kind = PeriodKind(rawValue: element.string?.text ?? "") { return kind }
      problems.add(
        "expected a kind of period", at: element.span, in: document,
        remedy: "write 'month', 'quarter', 'half-year' or 'year'")
      return nil
    }
  }

  mutating func missing(_ name: String, in entry: PackEntry) {
    problems.add("'\(entry.id)' does not say '\(name)'", at: entry.span, in: entry.document)
  }

  private mutating func expected(_ what: Wording, _ attribute: PackEntry.Attribute) {
    problems.add(
      "'\(attribute.name.text)' expects \(what), found \(attribute.value.kind)",
      at: attribute.value.span, in: attribute.document)
  }
}
