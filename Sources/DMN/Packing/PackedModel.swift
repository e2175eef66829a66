package import FEEL

/// A decision, with all that it needs, as entries of a criteria pack.
///
/// Decisions become named values, functions become functions, and inputs become fields. What a pack
/// cannot say, or its strict semantics refuses, is a problem with its place and a way out.
package struct PackedModel: Sendable {
  /// An input, which becomes a field.
  package struct Field: Sendable {
    /// The name.
    package let name: String
    /// The type in words of a pack, such as `number`.
    package let type: String
  }

  /// A function.
  package struct Function: Sendable {
    /// The name.
    package let name: String
    /// The names of the parameters.
    package let parameters: [String]
    /// The formula.
    package let body: Text
  }

  /// A decision, which becomes a named value.
  package struct Value: Sendable {
    /// The name.
    package let name: String
    /// What it is.
    package let content: Content
  }

  /// What a named value is.
  package enum Content: Sendable {
    /// A formula.
    case formula(Text)
    /// A decision table.
    case table(DecisionTable)
  }

  /// The name of the model, which the entries cite.
  package let source: String
  /// The inputs, in the order of the model.
  package private(set) var fields: [Field] = []
  /// The functions, each after those that it needs.
  package private(set) var functions: [Function] = []
  /// The decisions, each after those that it needs.
  package private(set) var values: [Value] = []
  /// What a pack cannot say, by file and place.
  package private(set) var problems: [ModelProblem] = []
  private var names: [String: String] = [:]

  /// Turns a decision of a model, and all that it needs, into entries.
  package init(_ decision: Int, of model: Model) {
    source = model.definitions[0]?.name ?? ""
    let needed = model.order(of: decision, until: { _ in false })
    for element in needed { take(element, of: model) }
    check(needed, of: model)
    problems.sort { one, other in
      (one.file, one.diagnostic.span.lower) < (other.file, other.diagnostic.span.lower)
    }
  }

  // MARK: Entries

  private mutating func take(_ index: Int, of model: Model) {
    let element = model.elements[index]
    checkName(element)
    switch element.kind {
    case .input:
      takeInput(element, model.type(of: index))
      warnOfLostTests(element, model)
    case .decision(let decision):
      guard let logic = decision.logic, let content = content(logic, element) else { return }
      values.append(Value(name: element.head.name, content: content))
    case .knowledge(let knowledge): takeFunction(element, knowledge.logic)
    case .service:
      refuse("a decision service has no counterpart in a pack", element, "use its decisions")
    }
  }

  /// Tells that what a type allows does not come with the field.
  private mutating func warnOfLostTests(_ element: Element, _ model: Model) {
    let items = model.definitions[element.model]?.items ?? []
    guard let item = items.first(where: { $0.name == element.head.type?.text }),
      item.allowed != nil || item.constraint != nil
    else { return }
    let problem = Diagnostic(
      "what the type '\(item.name)' allows does not come with the field '\(element.head.name)'",
      at: element.head.span, remedy: "state it as 'allowed' of an input or as a check of the table",
      severity: .warning)
    problems.append(ModelProblem(problem, in: element.model))
  }

  private mutating func takeInput(_ element: Element, _ type: Type) {
    let name = element.head.name
    switch type {
    case .number: fields.append(Field(name: name, type: "number"))
    case .string: fields.append(Field(name: name, type: "text"))
    case .boolean: fields.append(Field(name: name, type: "boolean"))
    case .date: fields.append(Field(name: name, type: "date"))
    case .any:
      refuse("the type of the input '\(name)' is not declared", element, "give it a 'typeRef'")
    default:
      refuse(
        "the input '\(name)' is \(type.inWords), which no field of a pack can be", element,
        "make inputs of its parts: numbers, texts, dates, true or false")
    }
  }

  private mutating func takeFunction(_ element: Element, _ logic: BoxedExpression?) {
    guard case .function(let parameters, let body)? = logic,
      case .formula(let text)? = content(body, element)
    else {
      return refuse(
        "the function '\(element.head.name)' is not one expression", element,
        "write its logic as one expression")
    }
    functions.append(
      Function(name: element.head.name, parameters: parameters.map(\.name), body: text))
  }

  /// The formula or table of an expression; nil, with a problem, if it is neither.
  private mutating func content(_ logic: BoxedExpression, _ element: Element) -> Content? {
    switch logic {
    case .literal(let text): return .formula(text)
    case .table(let table): return .table(table)
    case .typed(let inner, _), .within(_, let inner): return content(inner, element)
    default:
      refuse(
        "the logic of '\(element.head.name)' is neither one expression nor a decision table",
        element, "make decisions of its parts")
      return nil
    }
  }

  // MARK: Problems

  private mutating func refuse(_ message: Wording, _ element: Element, _ remedy: Wording?) {
    let problem = Diagnostic(message, at: element.head.span, remedy: remedy)
    problems.append(ModelProblem(problem, in: element.model))
  }

  private mutating func checkName(_ element: Element) {
    let name = element.head.name
    guard let strict = StrictName(name) else {
      return refuse(
        "'\(name)' cannot be a name in a pack", element,
        "use letters, digits and single spaces, and no word of the language")
    }
    if let other = names[strict.folded] {
      refuse("'\(name)' and '\(other)' are one name in a pack", element, "rename one of them")
    }
    names[strict.folded] = name
  }

  /// Resolves every formula and table under the strict semantics.
  private mutating func check(_ needed: [Int], of model: Model) {
    var locals = fields.map { (name: $0.name, type: PackedModel.types[$0.type] ?? .any) }
    let definitions = functions.map {
      Schema.FunctionDefinition($0.name, parameters: $0.parameters, body: $0.body)
    }
    let schema = Schema(functions: definitions)
    for value in values {
      do throws(Problems) {
        let program =
          switch value.content {
          case .formula(let text):
            try Program(.literal(text), semantics: .strict, locals: locals, schema: schema)
          case .table(let table):
            try Program(table, semantics: .strict, locals: locals, schema: schema)
          }
        locals.append((value.name, program.type))
      } catch {
        problems += error.all.map { model.texts.located($0) }
        locals.append((value.name, .any))
      }
    }
  }

  private static let types: [String: Type] = [
    "number": .number, "text": .string, "boolean": .boolean, "date": .date,
  ]
}
