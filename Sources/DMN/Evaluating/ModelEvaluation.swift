package import FEEL

/// One evaluation of a model: the values of its elements for given inputs.
package struct ModelEvaluation {
  /// An error that was met on the way.
  package struct Failure: Hashable, Sendable {
    /// The element in whose logic it was met.
    package let element: Int
    /// Why there is no value.
    package let reason: Wording
    /// The place in the texts of the model, nil if it is of no text.
    package let origin: FailureRecorder.Failure?
  }

  /// The model.
  package let model: Model
  /// The errors that were met so far, in the order in which they happened.
  package private(set) var failures: [Failure] = []
  private let host: EmptyHost
  private var values: [Value?]
  /// How deep calls of functions are nested in which this evaluation happens.
  private let depth: Int

  /// Creates an evaluation.
  ///
  /// - Parameters:
  ///   - model: The model.
  ///   - inputs: Values of inputs, and of decisions that are not to be decided, by element. They are
  ///     converted to the types that the model declares; what does not fit becomes null.
  ///   - host: The clock.
  package init(_ model: Model, inputs: [Int: Value] = [:], host: EmptyHost) {
    self.init(model, inputs: inputs, host: host, depth: 0)
  }

  init(_ model: Model, inputs: [Int: Value], host: EmptyHost, depth: Int) {
    self.model = model
    self.host = host
    self.depth = depth
    values = Array(repeating: nil, count: model.elements.count)
    for (element, value) in inputs.sorted(by: { $0.key < $1.key }) {
      values[element] = converted(value, element)
    }
  }

  /// The value of an element; of a function, the function itself.
  package mutating func value(of element: Int) -> Value {
    if let known = values[element] { return known }
    for next in model.order(of: element, until: { values[$0] != nil }) where values[next] == nil {
      values[next] = compute(next)
    }
    return values[element] ?? .null(reason: "there is no value")
  }

  /// The value that a service gives for what has been given so far: of several decisions, a context.
  package mutating func result(of service: Int) -> Value {
    guard case .service(let resolved) = model.parts[service].logic else {
      return .null(reason: "'\(model.elements[service].head.name)' is no decision service")
    }
    // What is not given is not decided either.
    for parameter in resolved.parameters where values[parameter] == nil {
      values[parameter] = .null(reason: "no value is given for '\(name(parameter))'")
    }
    return result(of: resolved, service)
  }

  private mutating func result(of service: ResolvedService, _ element: Int) -> Value {
    guard service.outputs.count != 1 else {
      return converted(value(of: service.outputs[0]), element)
    }
    let entries = service.outputs.map { (name: name($0), value: value(of: $0)) }
    return converted(.context(Context(entries)), element)
  }

  private func name(_ element: Int) -> String { model.elements[element].head.name }

  // MARK: One element

  private mutating func compute(_ element: Int) -> Value {
    let part = model.parts[element]
    switch part.logic {
    case .given: return .null(reason: "no value is given for '\(name(element))'")
    case .none(let reason):
      failures.append(Failure(element: element, reason: reason, origin: nil))
      return .null(reason: reason)
    case .program(let program): return run(program, element)
    case .function(let program):
      guard case .context(let context) = run(program, element) else { return .null }
      return context.values.first ?? .null
    case .service(let service): return .function(function(service, element))
    }
  }

  private mutating func run(_ program: Program, _ element: Int) -> Value {
    let recorder = FailureRecorder()
    let value = program.evaluate(
      self: nil, locals: locals(element), host: host, trace: nil, failures: recorder, depth: depth)
    take(recorder, element)
    return value
  }

  private mutating func take(_ recorder: FailureRecorder, _ element: Int) {
    for failure in recorder.failures where failures.count < FailureRecorder.limit {
      failures.append(Failure(element: element, reason: failure.reason, origin: failure))
    }
  }

  private func locals(_ element: Int) -> [Value] {
    let part = model.parts[element]
    return part.locals.map { local in
      var context = Context()
      for need in part.needs {
        let value = values[need.element] ?? .null
        if need.prefix.isEmpty, need.name == local { return value }
        if need.prefix == local { context[need.name] = value }
      }
      return .context(context)
    }
  }

  private mutating func converted(_ value: Value, _ element: Int) -> Value {
    guard let conversion = model.parts[element].conversion else { return value }
    let recorder = FailureRecorder()
    let result = conversion.evaluate(
      self: nil, locals: [value], host: host, trace: nil, failures: recorder, depth: depth)
    take(recorder, element)
    return result
  }

  // MARK: Services

  /// A service as a function: inputs, then decisions that are given.
  ///
  /// Source: DMN 1.5, 10.4.
  private func function(_ service: ResolvedService, _ element: Int) -> FunctionValue {
    let (model, host) = (self.model, self.host)
    let result = model.type(ofResult: service, element)
    let parameters = service.parameters.map { parameter in
      OutsideFunction.Parameter(name(parameter), model.parts[parameter].type)
    }
    return FunctionValue(
      OutsideFunction(parameters, gives: result, depth: ModelEvaluation.depthOfCall) { call in
        let given = Dictionary(
          zip(service.parameters, call.arguments), uniquingKeysWith: { first, _ in first })
        var inner = ModelEvaluation(model, inputs: given, host: host, depth: call.depth)
        let value = inner.result(of: service, element)
        for origin in inner.failures.compactMap(\.origin) { call.failures?.record(origin) }
        return value
      })
  }

  /// What a call of a service adds to the depth of calls.
  private static let depthOfCall = 20
}

extension Model {
  /// The type of what a service gives, as far as it is declared.
  func type(ofResult service: ResolvedService, _ element: Int) -> Type {
    switch parts[element].type {
    case .function(let function): if let function { return function.result }
    case .any: break
    case let type: return type
    }
    if service.outputs.count == 1 { return parts[service.outputs[0]].valueType }
    return .context(
      service.outputs.map { ContextEntry(elements[$0].head.name, parts[$0].valueType) })
  }

  /// The elements that one needs, itself the last, in an order in which each comes after all that it
  /// needs; those that `isKnown` are left out with all that only they need.
  func order(of element: Int, until isKnown: (Int) -> Bool) -> [Int] {
    var needed: Set = [element]
    var waiting = [element]
    while let next = waiting.popLast() {
      if case .service = parts[next].logic { continue }
      for need in parts[next].needs where !isKnown(need.element) {
        if needed.insert(need.element).inserted { waiting.append(need.element) }
      }
    }
    return order.filter { needed.contains($0) }
  }
}
