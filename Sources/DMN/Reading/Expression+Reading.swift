internal import FEEL

extension ModelReader {
  /// The elements that are expressions.
  static let expressions: Set = [
    "literalExpression", "decisionTable", "context", "list", "relation", "invocation",
    "functionDefinition", "conditional", "filter", "for", "some", "every",
  ]

  /// The expression of an element, as one of the type that the element names.
  mutating func expression(_ element: XMLElement) -> BoxedExpression {
    let value = placed(untyped(element), element)
    let isFunction = element.name == "functionDefinition" || element.name == "decisionTable"
    guard !isFunction, let type = type(of: element) else { return value }
    return .typed(value, type)
  }

  /// The expression with the place of its element, where its own texts do not tell it.
  private mutating func placed(
    _ value: BoxedExpression, _ element: XMLElement
  ) -> BoxedExpression {
    switch value {
    case .literal, .table, .function, .failure, .typed, .within: value
    default: .within(text("", at: element), value)
    }
  }

  private mutating func untyped(_ element: XMLElement) -> BoxedExpression {
    switch element.name {
    case "literalExpression": return literal(element)
    case "decisionTable": return .table(table(element))
    case "context": return context(element)
    case "list":
      return .list(children(element, ModelReader.expressions).map { expression($0) })
    case "relation": return relation(element)
    case "invocation": return invocation(element)
    case "functionDefinition": return function(element)
    case "conditional":
      return .conditional(
        part("if", of: element), part("then", of: element), part("else", of: element))
    case "filter": return .filter(part("in", of: element), part("match", of: element))
    case "for": return .forEach(iterator(element), part("return", of: element))
    case "some": return .quantified(.some, iterator(element), part("satisfies", of: element))
    case "every": return .quantified(.every, iterator(element), part("satisfies", of: element))
    default: return missing("nothing is known of <\(element.name)>", element)
    }
  }

  // MARK: One text

  private mutating func literal(_ element: XMLElement) -> BoxedExpression {
    let parts = children(element, ["text", "importedValues"])
    if let language = element["expressionLanguage"], !ModelReader.isFEEL(language) {
      return missing(
        "the expression is written in '\(language)', and only FEEL is known", element)
    }
    guard let text = parts.first(where: { $0.name == "text" }) else {
      return missing("<literalExpression> has no <text>", element)
    }
    guard !text.text.isBlank else {
      return .failure(self.text("", at: element), reason: "the expression is empty")
    }
    return .literal(self.text(text))
  }

  private static func isFEEL(_ language: String) -> Bool {
    let name = language.lowercased()
    return name.isEmpty || name == "feel" || name.hasPrefix("http") && name.contains("feel")
      || name.contains("spec/dmn")
  }

  /// What stands for an expression that cannot be read, which is reported.
  private mutating func missing(_ message: Wording, _ element: XMLElement) -> BoxedExpression {
    fail(message, element.span)
    return .failure(text("", at: element), reason: message)
  }

  // MARK: Parts

  /// The expression inside the part of an element with a name.
  private mutating func part(_ name: String, of element: XMLElement) -> BoxedExpression {
    guard let part = element.child(name) else {
      return missing("<\(element.name)> has no <\(name)>", element)
    }
    let inner = children(part, ModelReader.expressions)
    guard let first = inner.first else {
      return missing("<\(name)> of <\(element.name)> has no expression", part)
    }
    return expression(first)
  }

  private mutating func iterator(_ element: XMLElement) -> BoxedExpression.Iterator {
    let name = required("iteratorVariable", of: element).map(ModelReader.normalized)
    return .init(name ?? "", in: part("in", of: element))
  }

  private mutating func context(_ element: XMLElement) -> BoxedExpression {
    var entries: [BoxedExpression.Entry] = []
    var result: BoxedExpression?
    for entry in children(element, ["contextEntry"]) {
      let parts = children(entry, ModelReader.expressions.union(["variable"]))
      let inner = parts.first { ModelReader.expressions.contains($0.name) }
      let variable = parts.first { $0.name == "variable" }
      let value =
        inner.map { expression($0) } ?? .failure(text("", at: entry), reason: "the entry is empty")
      guard let variable, let name = name(of: variable) else {
        if result != nil { fail("the context has two entries without a name", entry.span) }
        result = value
        continue
      }
      if entries.contains(where: { $0.name == name }) {
        fail("the context has two entries named '\(name)'", entry.span)
      }
      entries.append(.init(name, type(of: variable).map { .typed(value, $0) } ?? value))
    }
    return .context(entries, result: result)
  }

  private mutating func relation(_ element: XMLElement) -> BoxedExpression {
    let parts = children(element, ["column", "row"])
    let columns = parts.filter { $0.name == "column" }
    let types = columns.map { type(of: $0) }
    let rows = parts.filter { $0.name == "row" }.map { row -> [BoxedExpression] in
      let cells = children(row, ModelReader.expressions).map { expression($0) }
      if cells.count != columns.count {
        fail("the row has \(cells.count) cells, and there are \(columns.count) columns", row.span)
      }
      return zip(cells, types).map { cell, type in type.map { .typed(cell, $0) } ?? cell }
    }
    return .relation(columns: columns.map { name(of: $0) ?? "" }, rows: rows)
  }

  private mutating func invocation(_ element: XMLElement) -> BoxedExpression {
    let parts = children(element, ModelReader.expressions.union(["binding"]))
    guard let called = parts.first(where: { $0.name != "binding" }) else {
      return missing("<invocation> does not say what is called", element)
    }
    let bindings = parts.filter { $0.name == "binding" }.compactMap { binding in
      self.binding(binding)
    }
    return .invocation(expression(called), bindings)
  }

  private mutating func binding(_ element: XMLElement) -> BoxedExpression.Entry? {
    let parts = children(element, ModelReader.expressions.union(["parameter"]))
    guard let parameter = parts.first(where: { $0.name == "parameter" }) else {
      fail("<binding> has no <parameter>", element.span)
      return nil
    }
    guard let name = name(of: parameter) else { return nil }
    let value = parts.first { $0.name != "parameter" }.map { expression($0) }
    return .init(name, value ?? .failure(text("", at: element), reason: "no argument is given"))
  }

  // MARK: Functions

  /// The function that an element defines.
  ///
  /// Source: DMN 1.5, 10.2.1.7 (boxed function definitions) and 10.3.2.13.3 (external functions).
  mutating func function(_ element: XMLElement) -> BoxedExpression {
    let parts = children(element, ModelReader.expressions.union(["formalParameter"]))
    let parameters = parts.filter { $0.name == "formalParameter" }.compactMap { parameter in
      name(of: parameter).map { BoxedExpression.Parameter($0, type: type(of: parameter)) }
    }
    let kind = element["kind"] ?? "FEEL"
    guard kind == "FEEL" else {
      let reason: Wording = "the function is written in \(kind), which is not run here"
      return .function(parameters, .failure(text("", at: element), reason: reason))
    }
    guard let body = parts.first(where: { $0.name != "formalParameter" }) else {
      return .function(parameters, missing("<\(element.name)> has no body", element))
    }
    let value = expression(body)
    return .function(parameters, type(of: element).map { .typed(value, $0) } ?? value)
  }
}
