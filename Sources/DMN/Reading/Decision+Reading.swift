internal import FEEL

extension ModelReader {
  mutating func decision(_ element: XMLElement) -> Decision? {
    let known: Set = [
      "variable", "informationRequirement", "knowledgeRequirement", "authorityRequirement",
      "question", "allowedAnswers", "supportedObjective", "impactedPerformanceIndicator",
      "decisionMaker", "decisionOwner", "usingProcess", "usingTask",
    ]
    let parts = children(element, known.union(ModelReader.expressions))
    let logic = parts.first { ModelReader.expressions.contains($0.name) }
    guard let head = head(element) else { return nil }
    return Decision(
      head: head, requirements: requirements(parts), logic: logic.flatMap { expression($0) })
  }

  mutating func knowledge(_ element: XMLElement) -> KnowledgeModel? {
    let parts = children(
      element, ["variable", "encapsulatedLogic", "knowledgeRequirement", "authorityRequirement"])
    let logic = parts.first { $0.name == "encapsulatedLogic" }
    guard let head = head(element) else { return nil }
    return KnowledgeModel(
      head: head, requirements: requirements(parts), logic: logic.flatMap { function($0) })
  }

  mutating func service(_ element: XMLElement) -> DecisionService? {
    let parts = children(
      element,
      ["variable", "outputDecision", "encapsulatedDecision", "inputDecision", "inputData"])
    guard let head = head(element) else { return nil }
    func named(_ name: String, _ reader: inout ModelReader) -> [Reference] {
      parts.filter { $0.name == name }.compactMap { reader.reference($0) }
    }
    return DecisionService(
      head: head, outputs: named("outputDecision", &self),
      encapsulated: named("encapsulatedDecision", &self),
      inputDecisions: named("inputDecision", &self), inputs: named("inputData", &self))
  }

  /// What the elements among `parts` that state requirements ask for; authorities ask for nothing.
  private mutating func requirements(_ parts: [XMLElement]) -> [Requirement] {
    var found: [Requirement] = []
    for part in parts {
      switch part.name {
      case "informationRequirement":
        for target in children(part, ["requiredInput", "requiredDecision"]) {
          guard let reference = reference(target) else { continue }
          let kind = target.name == "requiredInput" ? Requirement.Kind.input : .decision
          found.append(Requirement(kind: kind, target: reference))
        }
      case "knowledgeRequirement":
        for target in children(part, ["requiredKnowledge"]) {
          guard let reference = reference(target) else { continue }
          found.append(Requirement(kind: .knowledge, target: reference))
        }
      default: break
      }
    }
    return found
  }
}
