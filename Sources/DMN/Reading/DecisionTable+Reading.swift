internal import FEEL

extension ModelReader {
  mutating func table(_ element: XMLElement) -> DecisionTable {
    let parts = children(element, ["input", "output", "annotation", "rule"])
    let outputs = parts.filter { $0.name == "output" }
    let name = element["outputLabel"] ?? element["name"] ?? "output"
    return DecisionTable(
      hitPolicy(element),
      inputs: parts.filter { $0.name == "input" }.compactMap { input($0) },
      outputs: outputs.map { output($0, otherwise: name) },
      rules: parts.filter { $0.name == "rule" }.map { rule($0) },
      id: text("", at: element).id)
  }

  private mutating func hitPolicy(_ element: XMLElement) -> HitPolicy {
    let name = element["hitPolicy"] ?? "UNIQUE"
    let aggregation = element["aggregation"]
    // An aggregation without COLLECT says nothing.
    if let found = HitPolicy(name, aggregator: name == "COLLECT" ? aggregation : nil) {
      return found
    }
    let known = HitPolicy.plain.map(\.name).joined(separator: ", ")
    fail(
      aggregation.map { "there is no hit policy '\(name)' with the aggregation '\($0)'" }
        ?? "there is no hit policy '\(name)'", element.span, remedy: "known are \(known)")
    return .unique
  }

  private mutating func input(_ element: XMLElement) -> DecisionTable.Input? {
    let parts = children(element, ["inputExpression", "inputValues"])
    guard let expression = parts.first(where: { $0.name == "inputExpression" }),
      let text = children(expression, ["text"]).first
    else {
      fail("<input> has no <inputExpression> with a <text>", element.span)
      return nil
    }
    return DecisionTable.Input(self.text(text), allowed: values("inputValues", parts))
  }

  private mutating func output(
    _ element: XMLElement, otherwise name: String
  ) -> DecisionTable.Output {
    let parts = children(element, ["outputValues", "defaultOutputEntry"])
    return DecisionTable.Output(
      element["name"].map(ModelReader.normalized) ?? name, allowed: values("outputValues", parts),
      otherwise: values("defaultOutputEntry", parts))
  }

  /// The text inside the element with a name; nil if there is none or it is empty.
  private mutating func values(_ name: String, _ parts: [XMLElement]) -> Text? {
    guard let element = parts.first(where: { $0.name == name }),
      let text = children(element, ["text"]).first, !text.text.isBlank
    else { return nil }
    return self.text(text)
  }

  private mutating func rule(_ element: XMLElement) -> DecisionTable.Rule {
    let parts = children(element, ["inputEntry", "outputEntry", "annotationEntry"])
    return DecisionTable.Rule(
      parts.filter { $0.name == "inputEntry" }.map { cell($0) },
      parts.filter { $0.name == "outputEntry" }.map { cell($0) })
  }

  /// The text of a cell, empty if there is none.
  private mutating func cell(_ element: XMLElement) -> Text {
    children(element, ["text"]).first.map { text($0) } ?? text("", at: element)
  }
}
