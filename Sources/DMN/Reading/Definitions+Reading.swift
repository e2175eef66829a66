internal import FEEL

extension ModelReader {
  /// Elements that may stand in a model; those that only picture or comment it are passed over.
  private static let elements: Set = [
    "import", "itemDefinition", "inputData", "decision", "businessKnowledgeModel",
    "decisionService", "knowledgeSource", "textAnnotation", "association", "group",
    "elementCollection", "performanceIndicator", "organizationUnit", "businessContextElement",
    "drgElement",
  ]

  mutating func definitions(_ root: XMLElement) -> Definitions? {
    guard root.name == "definitions", ModelReader.namespaces.contains(root.namespace) else {
      fail(
        """
        a decision model begins with <definitions> in a namespace of DMN 1.1 to 1.5, and this is \
        <\(root.name)> in '\(root.namespace)'
        """, root.span)
      return nil
    }
    var model = Definitions()
    model.name = root["name"] ?? ""
    model.namespace = root["namespace"] ?? ""
    for element in children(root, ModelReader.elements) { take(element, into: &model) }
    for element in root.children("import") where ModelReader.namespaces.contains(element.namespace)
    {
      if let found = importing(element) { model.imports.append(found) }
    }
    return model
  }

  private mutating func take(_ element: XMLElement, into model: inout Definitions) {
    switch element.name {
    case "itemDefinition": if let item = item(element) { model.items.append(item) }
    case "inputData":
      _ = children(element, ["variable"])
      if let head = head(element) { model.inputs.append(InputData(head: head)) }
    case "decision": if let decision = decision(element) { model.decisions.append(decision) }
    case "businessKnowledgeModel":
      if let found = knowledge(element) { model.knowledge.append(found) }
    case "decisionService": if let found = service(element) { model.services.append(found) }
    default: break
    }
  }

  private mutating func importing(_ element: XMLElement) -> Import? {
    guard let namespace = required("namespace", of: element) else { return nil }
    let kind = element["importType"] ?? ""
    return Import(
      namespace: namespace, name: ModelReader.normalized(element["name"] ?? ""),
      isModel: kind.isEmpty || ModelReader.namespaces.contains(kind), span: element.span)
  }
}
