internal import FEEL

/// The types that the files of a model name, resolved across imports.
struct ModelTypes {
  private struct Key: Hashable {
    let model: Int
    let name: String
  }

  private typealias Found = (type: Type, constraint: TypeConstraint?)

  private(set) var problems: [Problem] = []
  private let models: [Definitions?]
  private var resolved: [Key: Found] = [:]
  private var open: [Key] = []
  /// The deepest that types may be made of one another.
  private static let greatestDepth = 100

  init(_ models: [Definitions?]) { self.models = models }

  /// The types that the expressions of a model can name.
  mutating func definitions(of model: Int) -> [Schema.TypeDefinition] {
    guard let definitions = models[model] else { return [] }
    var found: [Schema.TypeDefinition] = []
    for item in definitions.items { found.append(definition(item.name, item.name, in: model)) }
    for link in definitions.imports {
      guard let other = self.model(link.namespace), other != model else { continue }
      for item in models[other]?.items ?? [] {
        let name = link.name.isEmpty ? item.name : "\(link.name).\(item.name)"
        found.append(definition(name, item.name, in: other))
      }
    }
    return found + ModelTypes.older.map { Schema.TypeDefinition($0.key, $0.value) }
  }

  /// Names of types in DMN 1.1 and 1.2.
  private static let older: KeyValuePairs<String, Type> = [
    "dateTime": .dateTime, "dayTimeDuration": .daysDuration, "yearMonthDuration": .monthsDuration,
    "days and time duration": .daysDuration, "years and months duration": .monthsDuration,
  ]

  private mutating func definition(
    _ name: String, _ item: String, in model: Int
  ) -> Schema.TypeDefinition {
    let found = type(Key(model: model, name: item))
    return Schema.TypeDefinition(name, found?.type ?? .any, constraint: found?.constraint)
  }

  /// The type with a name in a model; nil, with a problem, if there is none.
  mutating func type(_ name: Text, in model: Int) -> Type? { find(name, in: model)?.type }

  /// The type with a name in a model, which has been looked up before; nil if there is none.
  func known(_ name: Text, in model: Int) -> Type? {
    keys(name.text, in: model).lazy.compactMap { resolved[$0]?.type }.first
  }

  /// The name of the type that the functions of a type give, with the model in which it is a name;
  /// nil if the type is none of functions or says nothing of what they give.
  func result(of name: Text, in model: Int) -> (name: Text, model: Int)? {
    var (name, model) = (name, model)
    for _ in 0..<ModelTypes.greatestDepth {
      let found = keys(name.text, in: model).lazy.compactMap { key in
        self.item(key).map { (item: $0, model: key.model) }
      }.first
      guard let found, !found.item.isCollection else { return nil }
      switch found.item.content {
      case .function(_, let result): return result.map { ($0, found.model) }
      case .type(let other?): (name, model) = (other, found.model)
      default: return nil
      }
    }
    return nil
  }

  private func item(_ key: Key) -> ItemDefinition? {
    models[key.model]?.items.first { $0.name == key.name }
  }

  private func model(_ namespace: String) -> Int? {
    models.firstIndex { $0?.namespace == namespace }
  }

  private mutating func find(_ name: Text, in model: Int) -> Found? {
    for key in keys(name.text, in: model) {
      if let found = type(key, at: name) { return found }
    }
    if let simple = Type(named: name.text) { return (simple, nil) }
    if let old = ModelTypes.older.first(where: { $0.key == name.text }) { return (old.value, nil) }
    let known = (models[model]?.items.map(\.name) ?? []) + Type.names
    let problem = Diagnostic(
      "there is no type '\(name.text)'", at: SourceSpan(0, name.text.utf8.count),
      remedy: nearestName(to: name.text, among: known).map { "write '\($0)'" })
    problems.append(Problem(problem, in: name.id))
    return nil
  }

  /// The item definitions that a name may mean, in the model itself and in those it imports.
  private func keys(_ name: String, in model: Int) -> [Key] {
    var keys = [Key(model: model, name: name)]
    for link in models[model]?.imports ?? [] {
      guard let other = self.model(link.namespace) else { continue }
      if link.name.isEmpty {
        keys.append(Key(model: other, name: name))
      } else if name.hasPrefix(link.name + ".") {
        keys.append(Key(model: other, name: String(name.dropFirst(link.name.count + 1))))
      }
    }
    return keys
  }

  private mutating func type(_ key: Key, at use: Text? = nil) -> Found? {
    if let known = resolved[key] { return known }
    guard let item = item(key) else { return nil }
    guard !open.contains(key), open.count < ModelTypes.greatestDepth else {
      let words: Wording =
        open.contains(key)
        ? "the type '\(key.name)' is made of itself" : "types are made of one another too deep"
      if let use { problems.append(Problem(Diagnostic(words, at: SourceSpan(0, 0)), in: use.id)) }
      return (.any, nil)
    }
    open.append(key)
    let found = type(of: item, in: key.model)
    open.removeLast()
    resolved[key] = found
    return found
  }

  private mutating func type(of item: ItemDefinition, in model: Int) -> Found {
    let (base, inner) = content(item.content, in: model)
    let allowed = [inner, item.allowed.map(TypeConstraint.tests)]
    guard item.isCollection else {
      return (base, ModelTypes.all(allowed + [item.constraint.map(TypeConstraint.tests)]))
    }
    let elements = ModelTypes.all(allowed).map(TypeConstraint.elements)
    return (.list(base), ModelTypes.all([elements, item.constraint.map(TypeConstraint.tests)]))
  }

  private mutating func content(_ content: ItemDefinition.Content, in model: Int) -> Found {
    switch content {
    case .type(let name): return name.flatMap { find($0, in: model) } ?? (.any, nil)
    case .components(let items):
      let parts = items.map { ($0.name, type(of: $0, in: model)) }
      let entries = parts.map { ContextEntry($0.0, $0.1.type) }
      let constraints = parts.compactMap { name, found in
        found.constraint.map { TypeConstraint.Entry(name, $0) }
      }
      return (.context(entries), constraints.isEmpty ? nil : .entries(constraints))
    case .function(let parameters, let result):
      let types = parameters.map { $0.type.flatMap { type($0, in: model) } ?? .any }
      let given = result.flatMap { type($0, in: model) } ?? .any
      return (.function(of: FunctionType(types, gives: given)), nil)
    }
  }

  private static func all(_ parts: [TypeConstraint?]) -> TypeConstraint? {
    let parts = parts.compactMap(\.self)
    return parts.count > 1 ? .all(parts) : parts.first
  }
}
