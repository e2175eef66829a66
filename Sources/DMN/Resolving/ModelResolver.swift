internal import FEEL

/// Finds what the elements of a model need, orders them and resolves their logic.
struct ModelResolver {
  private let models: [Definitions?]
  private(set) var table: ElementTable
  private(set) var order: [Int] = []
  private(set) var problems: [ModelProblem] = []
  /// Problems of texts, whose places are still those in the texts.
  private(set) var textProblems: [Problem] = []
  private var types: ModelTypes
  private var schemas: [Schema] = []
  private let zones: ZoneTable

  init(_ models: [Definitions?], zones: ZoneTable) {
    self.models = models
    self.zones = zones
    table = ElementTable(models)
    types = ModelTypes(models)
  }

  /// The elements in the order of the table.
  mutating func resolve() -> [ResolvedElement] {
    schemas = models.indices.map { Schema(types: types.definitions(of: $0), zones: zones) }
    let elements = table.elements
    let needs = elements.map { self.needs(of: $0) }
    let graph = RequirementGraph(needs.map { $0.map(\.element) })
    order = graph.order
    let resolved = elements.indices.map { index in
      graph.circle(through: index).map { circular($0, index, needs[index]) }
        ?? resolve(elements[index], needs[index])
    }
    textProblems += types.problems
    return resolved
  }

  private mutating func needs(of element: Element) -> [ResolvedElement.Need] {
    var needs: [ResolvedElement.Need] = []
    for requirement in element.requirements {
      guard let target = table.find(requirement.target, from: element.model) else { continue }
      let found = table.elements[target]
      // A function may always call itself.
      if case .knowledge = element.kind, found.head == element.head { continue }
      guard requirement.kind.fits(found) else {
        fail("the \(found.inWords) cannot be needed here", element.model, requirement.target.span)
        continue
      }
      let prefix = table.prefix(of: found.model, in: element.model)
      needs.append(.init(element: target, prefix: prefix, name: found.head.name))
    }
    return needs
  }

  private mutating func fail(_ message: Wording, _ model: Int, _ span: SourceSpan) {
    problems.append(ModelProblem(Diagnostic(message, at: span), in: model))
  }

  private mutating func circular(
    _ circle: [Int], _ index: Int, _ needs: [ResolvedElement.Need]
  ) -> ResolvedElement {
    let element = table.elements[index]
    let names = (circle + circle.prefix(1)).prefix(12).map { "'\(table.elements[$0].head.name)'" }
    let reason: Wording = "needs itself: \(names.joined(separator: " needs "))"
    fail("the \(element.inWords) \(reason)", element.model, element.head.span)
    return ResolvedElement(
      logic: .none(reason: "the \(element.inWords) \(reason)"), locals: [], needs: [],
      conversion: nil, type: .any)
  }

  // MARK: Logic

  private mutating func resolve(
    _ element: Element, _ needs: [ResolvedElement.Need]
  ) -> ResolvedElement {
    let type = element.head.type.flatMap { types.type($0, in: element.model) } ?? .any
    let (name, model) = typeOfValue(element)
    let conversion = self.conversion(to: name, in: model)
    let locals = self.locals(needs)
    let logic = self.logic(of: element, type, locals)
    return ResolvedElement(
      logic: logic, locals: locals.map(\.name), needs: needs, conversion: conversion, type: type)
  }

  /// The name of the type that the value of an element has, or the value that a service gives when it
  /// is called, with the model in which it is a name.
  private func typeOfValue(_ element: Element) -> (name: Text?, model: Int) {
    guard let name = element.head.type else { return (nil, element.model) }
    guard case .service = element.kind, let type = types.known(name, in: element.model),
      case .function = type
    else { return (name, element.model) }
    guard let result = types.result(of: name, in: element.model) else {
      return (nil, element.model)
    }
    return (result.name, result.model)
  }

  private mutating func logic(
    of element: Element, _ type: Type, _ locals: [(name: String, type: Type)]
  ) -> ResolvedElement.Logic {
    switch element.kind {
    case .input: return .given
    case .decision(let decision):
      guard let logic = decision.logic else {
        return .none(reason: "the decision '\(element.head.name)' has no logic")
      }
      return program(typed(logic, as: element.head.type), element.model, locals) { .program($0) }
    case .knowledge(let knowledge):
      guard let logic = knowledge.logic else {
        return .none(reason: "the function '\(element.head.name)' has no logic")
      }
      let function = giving(logic, element, type)
      let entry = BoxedExpression.context([.init(element.head.name, function)], result: nil)
      return program(entry, element.model, locals) { .function($0) }
    case .service(let service): return .service(resolve(service, element.model))
    }
  }

  private mutating func program(
    _ boxed: BoxedExpression, _ model: Int, _ locals: [(name: String, type: Type)],
    _ made: (Program) -> ResolvedElement.Logic
  ) -> ResolvedElement.Logic {
    do throws(Problems) {
      return made(
        try Program(boxed, semantics: .standard, locals: locals, schema: schemas[model]))
    } catch {
      textProblems += error.all
      let first = error.all.first?.diagnostic.message ?? ""
      return .none(reason: "the expression has mistakes: \(first)")
    }
  }

  private func typed(_ logic: BoxedExpression, as type: Text?) -> BoxedExpression {
    type.map { .typed(logic, $0) } ?? logic
  }

  /// A function whose value is one of the type of its element, unless that is the type of the whole
  /// function.
  private func giving(
    _ logic: BoxedExpression, _ element: Element, _ type: Type
  ) -> BoxedExpression {
    guard case .function(let parameters, let body) = logic, let name = element.head.type else {
      return logic
    }
    guard case .function = type else { return .function(parameters, .typed(body, name)) }
    guard let result = types.result(of: name, in: element.model), result.model == element.model
    else { return logic }
    return .function(parameters, .typed(body, result.name))
  }

  private mutating func resolve(_ service: DecisionService, _ model: Int) -> ResolvedService {
    let outputs = service.outputs.compactMap { table.find($0, from: model) }
    let given = (service.inputs + service.inputDecisions).compactMap { table.find($0, from: model) }
    return ResolvedService(outputs: outputs, parameters: given)
  }

  /// A program that converts the value of its one local.
  private mutating func conversion(to type: Text?, in model: Int) -> Program? {
    guard let type else { return nil }
    let value = BoxedExpression.typed(.literal(Text("value", id: type.id)), type)
    do throws(Problems) {
      return try Program(
        value, semantics: .standard, locals: [("value", .any)], schema: schemas[model])
    } catch {
      textProblems += error.all
      return nil
    }
  }

  /// The names that the logic may use; those of one imported model are entries of one context.
  private mutating func locals(
    _ needs: [ResolvedElement.Need]
  ) -> [(name: String, type: Type)] {
    var locals: [(name: String, type: Type)] = []
    for need in needs {
      guard need.prefix.isEmpty else {
        if !locals.contains(where: { $0.name == need.prefix }) {
          locals.append((need.prefix, .any))
        }
        continue
      }
      locals.append((need.name, type(of: table.elements[need.element])))
    }
    return locals
  }

  private mutating func type(of element: Element) -> Type {
    switch element.kind {
    case .knowledge, .service: return .function
    case .input, .decision:
      return element.head.type.flatMap { types.type($0, in: element.model) } ?? .any
    }
  }
}

extension Requirement.Kind {
  fileprivate func fits(_ element: Element) -> Bool {
    switch (self, element.kind) {
    case (.input, .input), (.decision, .decision): true
    case (.knowledge, .knowledge), (.knowledge, .service): true
    default: false
    }
  }
}
