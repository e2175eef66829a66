internal import FEEL

extension ModelReader {
  mutating func item(_ element: XMLElement) -> ItemDefinition? {
    let parts = children(
      element, ["typeRef", "allowedValues", "typeConstraint", "itemComponent", "functionItem"])
    guard let name = name(of: element) else { return nil }
    return ItemDefinition(
      name: name, content: content(parts),
      allowed: tests("allowedValues", parts), constraint: tests("typeConstraint", parts),
      isCollection: element["isCollection"].map { ["true", "1"].contains($0) } ?? false,
      span: element.span)
  }

  private mutating func content(_ parts: [XMLElement]) -> ItemDefinition.Content {
    let components = parts.filter { $0.name == "itemComponent" }
    if !components.isEmpty { return .components(components.compactMap { item($0) }) }
    if let function = parts.first(where: { $0.name == "functionItem" }) {
      let parameters = children(function, ["parameters"]).compactMap { parameter in
        self.name(of: parameter).map {
          ElementHead(
            id: parameter["id"], name: $0, type: self.type(of: parameter), span: parameter.span)
        }
      }
      let result = function["outputTypeRef"].flatMap { typeName($0, at: function) }
      return .function(parameters: parameters, result: result)
    }
    let type = parts.first { $0.name == "typeRef" }
    return .type(type.flatMap { typeName($0.text.text, at: $0) })
  }

  /// The tests inside the element with a name; nil if there is none.
  private mutating func tests(_ name: String, _ parts: [XMLElement]) -> Text? {
    guard let element = parts.first(where: { $0.name == name }),
      let text = children(element, ["text"]).first, !text.text.isBlank
    else { return nil }
    return self.text(text)
  }
}
