internal import DMN
internal import FEEL

/// A file of test cases of the conformance kit.
struct CaseFile {
  /// One case: what is given, and what must come out.
  struct Case {
    let id: String
    /// The name of what is called, nil for decisions.
    let called: String?
    let inputs: [(name: String, value: Value)]
    let results: [Result]
  }

  /// What must come out of one decision.
  struct Result {
    let name: String
    /// Whether there must be an error.
    let isError: Bool
    let expected: Value
  }

  /// The file of the model, nil where the file does not say.
  let model: String?
  let cases: [Case]

  /// Reads a file of cases.
  ///
  /// - Throws: The first problem.
  init(_ bytes: [UInt8]) throws(Diagnostic) {
    let root = try XMLDocument(bytes).root
    guard root.name == "testCases" else {
      throw Diagnostic("a file of cases begins with <testCases>", at: root.span)
    }
    model = root.child("modelName").map { CaseFile.trimmed($0.text.text) }
    var cases: [Case] = []
    for element in root.children("testCase") { cases.append(try CaseFile.read(element)) }
    self.cases = cases
  }

  private static func read(_ element: XMLElement) throws(Diagnostic) -> Case {
    var inputs: [(name: String, value: Value)] = []
    for input in element.children("inputNode") {
      inputs.append((input["name"] ?? "", try Value(kit: input)))
    }
    var results: [Result] = []
    for result in element.children("resultNode") {
      let expected = result.child("expected") ?? result.child("computed")
      results.append(
        Result(
          name: result["name"] ?? "", isError: result["errorResult"] == "true",
          expected: try expected.map { element throws(Diagnostic) in try Value(kit: element) }
            ?? .null))
    }
    return Case(
      id: element["id"] ?? "", called: element["invocableName"], inputs: inputs, results: results)
  }

  fileprivate static func trimmed(_ text: String) -> String {
    let isSpace: (Character) -> Bool = { $0.isWhitespace }
    return String(text.drop(while: isSpace).reversed().drop(while: isSpace).reversed())
  }
}

extension Value {
  /// The value inside an element: components, a list, or one value with its type.
  init(kit element: XMLElement) throws(Diagnostic) {
    let components = element.children("component")
    if let list = element.child("list") {
      var items: [Value] = []
      for item in list.children("item") { items.append(try Value(kit: item)) }
      self = .list(items)
    } else if !components.isEmpty {
      var context = Context()
      for part in components { context[part["name"] ?? ""] = try Value(kit: part) }
      self = .context(context)
    } else if let value = element.child("value") {
      self = try Value(simple: value)
    } else {
      self = .null
    }
  }

  private init(simple element: XMLElement) throws(Diagnostic) {
    if element.attributes.contains(where: { $0.name == "nil" && $0.value == "true" }) {
      self = .null
      return
    }
    let type = element.attributes.first { $0.name == "type" }?.value.split(separator: ":").last
    guard let value = Value(element.text.text, ofType: type.map { String($0) } ?? "string") else {
      throw Diagnostic("'\(element.text.text)' is no '\(type ?? "")'", at: element.span)
    }
    self = value
  }

  /// A value as XML Schema writes it; nil if the text is none of the type.
  private init?(_ text: String, ofType type: String) {
    let trimmed = CaseFile.trimmed(text)
    let value: Value? =
      switch type {
      case "boolean":
        ["true": true, "1": true, "false": false, "0": false][trimmed].map(Value.boolean)
      case "decimal", "double", "integer", "int", "long", "float", "number":
        Number(trimmed).map(Value.number)
      case "date": CalendarDate(trimmed).map(Value.date)
      case "time": ClockTime(trimmed).map(Value.time)
      case "dateTime": DateTime(trimmed).map(Value.dateTime)
      case "duration", "dayTimeDuration", "yearMonthDuration":
        MonthsDuration(trimmed).map(Value.monthsDuration)
          ?? DaysDuration(trimmed).map(Value.daysDuration)
      default: .string(text)
      }
    guard let value else { return nil }
    self = value
  }
}
