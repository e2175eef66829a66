internal import FEEL

/// The elements of all files of a model, and how one finds them.
struct ElementTable: Sendable {
  private(set) var elements: [Element] = []
  private(set) var problems: [ModelProblem] = []
  private let models: [Definitions?]
  private var byAddress: [String: Int] = [:]
  private var byName: [[String: Int]]

  init(_ models: [Definitions?]) {
    self.models = models
    byName = models.map { _ in [:] }
    for (index, model) in models.enumerated() {
      guard let model else { continue }
      for input in model.inputs { add(index, input.head, .input) }
      for decision in model.decisions { add(index, decision.head, .decision(decision)) }
      for knowledge in model.knowledge { add(index, knowledge.head, .knowledge(knowledge)) }
      for service in model.services { add(index, service.head, .service(service)) }
    }
  }

  private mutating func add(_ model: Int, _ head: ElementHead, _ kind: Element.Kind) {
    let element = Element(model: model, head: head, kind: kind)
    if let other = byName[model][head.name] {
      let earlier = elements[other]
      fail(
        "the \(element.inWords) has the name of the \(earlier.inWords)", model, head.span,
        notes: [Diagnostic.Note("the other one stands here", at: earlier.head.span)])
    } else {
      byName[model][head.name] = elements.count
    }
    if let id = head.id {
      let address = "\(models[model]?.namespace ?? "")#\(id)"
      if let other = byAddress[address] {
        let note = Diagnostic.Note("the other one stands here", at: elements[other].head.span)
        fail("the id '\(id)' is given twice", model, head.span, notes: [note])
      } else {
        byAddress[address] = elements.count
      }
    }
    elements.append(element)
  }

  private mutating func fail(
    _ message: Wording, _ model: Int, _ span: SourceSpan, remedy: Wording? = nil,
    notes: [Diagnostic.Note] = []
  ) {
    problems.append(
      ModelProblem(Diagnostic(message, at: span, remedy: remedy, notes: notes), in: model))
  }

  /// The element with a name in a model, nil if there is none.
  func element(named name: String, in model: Int) -> Int? { byName[model][name] }

  /// The element at an address; nil, with a problem, if there is none.
  mutating func find(_ reference: Reference, from model: Int) -> Int? {
    let parts = reference.address.split(
      separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let own = models[model]?.namespace ?? ""
    let namespace = parts.count == 2 && !parts[0].isEmpty ? String(parts[0]) : own
    let id = String(parts.last ?? "")
    if let found = byAddress["\(namespace)#\(id)"] {
      if namespace != own { checkImport(of: namespace, reference, from: model) }
      return found
    }
    let ids = byAddress.keys.compactMap { key in
      key.hasPrefix(namespace + "#") ? String(key.dropFirst(namespace.count + 1)) : nil
    }
    let isKnown = models.contains { $0?.namespace == namespace }
    fail(
      isKnown
        ? "there is no element with the id '\(id)'"
        : "there is no model with the namespace '\(namespace)'", model, reference.span,
      remedy: nearestName(to: id, among: ids.sorted()).map { "write '#\($0)'" })
    return nil
  }

  private mutating func checkImport(of namespace: String, _ reference: Reference, from model: Int) {
    guard let definitions = models[model],
      !definitions.imports.contains(where: { $0.namespace == namespace })
    else { return }
    fail(
      "the element belongs to '\(namespace)', which is not imported", model, reference.span,
      remedy: "add an <import>")
  }

  /// The name under which a model knows the elements of another one; empty where they need none.
  func prefix(of other: Int, in model: Int) -> String {
    guard other != model, let namespace = models[other]?.namespace else { return "" }
    return models[model]?.imports.first { $0.namespace == namespace }?.name ?? ""
  }
}
