import FEEL
import JSON

extension PackEntry.Attribute {
  /// Tells where the value is not what its kind takes, whether anything reads it later or not.
  ///
  /// Formulas, dates, scalars and tests are told where they are read.
  func checkFit(_ kind: AttributeKind, _ problems: inout PackProblems) {
    switch kind {
    case .localized:
      if value["vi"]?.string == nil || value["en"]?.string == nil {
        problems.add(
          "expected {\"vi\": …, \"en\": …}, found \(value.kind)", at: value.span, in: document)
      }
    case .namedFormulas, .formulaByPeriod, .namedTests:
      if value.members == nil {
        problems.add(
          "'\(name.text)' expects an object of formulas by name, found \(value.kind)",
          at: value.span, in: document)
      }
    case .text: expect(value.string != nil, "a text", &problems)
    case .number: expect(value.number != nil, "a number", &problems)
    case .boolean: expect(value.boolean != nil, "true or false", &problems)
    case .list(.text):
      expect(value.elements != nil, "a list of texts", &problems)
      checkTexts(value.elements ?? [], &problems)
    case .list(.list): checkLists(&problems)
    case .list, .columns, .datedValues: expect(value.elements != nil, "a list", &problems)
    case .rows:
      expect(value.elements != nil, "a list", &problems)
      for row in value.elements ?? [] where row.members == nil {
        problems.add("expected an object here, found \(row.kind)", at: row.span, in: document)
      }
    case .formula, .date, .scalar, .tests: break
    }
  }

  private func checkLists(_ problems: inout PackProblems) {
    let what: Wording = "a list of lists of names"
    expect(value.elements != nil, what, &problems)
    for list in value.elements ?? [] {
      guard let names = list.elements else {
        problems.add("expected a list of names, found \(list.kind)", at: list.span, in: document)
        continue
      }
      checkTexts(names, &problems)
    }
  }

  private func checkTexts(_ elements: [JSONValue], _ problems: inout PackProblems) {
    for element in elements where element.string == nil {
      problems.add("expected a text, found \(element.kind)", at: element.span, in: document)
    }
  }

  private func expect(_ fits: Bool, _ what: Wording, _ problems: inout PackProblems) {
    if fits { return }
    problems.add(
      "'\(name.text)' expects \(what), found \(value.kind)", at: value.span, in: document)
  }
}
