/// The pieces of a boxed expression that a single text has not.
indirect enum Boxed: Sendable {
  /// A text, which is parsed where it is resolved, as the names in scope tell where a name ends.
  case text(Text)
  /// A decision table.
  case table(DecisionTable)
  /// A value as one of a type with a name.
  case typed(Syntax, Text)
  /// A function whose parameters may have types with constraints.
  case function([BoxedExpression.Parameter], Syntax)
  /// Something that has no value, with the reason.
  case failure(reason: Wording)
  /// A piece that belongs to another text.
  case within(Int, Syntax)

  var children: [Syntax] {
    switch self {
    case .text, .table, .failure: []
    case .typed(let inner, _), .function(_, let inner), .within(_, let inner): [inner]
    }
  }
}

extension Syntax {
  private static let nowhere = SourceSpan(0, 0)

  /// A boxed expression as a piece of syntax, with the meaning that the standard gives it.
  ///
  /// Source: DMN 1.5, 10.2.1 and 10.3.2.11 to 10.3.2.13.
  init(_ boxed: BoxedExpression) {
    self.init(Syntax.kind(boxed), Syntax.nowhere)
  }

  private init(_ boxed: Boxed) { self.init(.boxed(boxed), Syntax.nowhere) }

  private static func kind(_ boxed: BoxedExpression) -> Kind {
    switch boxed {
    case .literal(let text): .boxed(.text(text))
    case .table(let table): .boxed(.table(table))
    case .context(let entries, let result): context(entries, result)
    case .list(let items): .list(items.map { Syntax($0) })
    case .relation(let columns, let rows): .list(rows.map { row($0, columns) })
    case .invocation(let function, let bindings):
      .call(
        Syntax(function),
        bindings.map { Argument(name: $0.name, span: nowhere, value: Syntax($0.value)) })
    case .conditional(let test, let yes, let no):
      .conditional(Syntax(test), Syntax(yes), Syntax(no))
    case .filter(let list, let condition): .filter(Syntax(list), Syntax(condition))
    case .forEach(let iterator, let body): .forEach([loop(iterator)], Syntax(body))
    case .quantified(let quantifier, let iterator, let condition):
      .quantified(quantifier, [loop(iterator)], Syntax(condition))
    case .function(let parameters, let body): .boxed(.function(parameters, Syntax(body)))
    case .typed(let inner, let type): .boxed(.typed(Syntax(inner), type))
    case .failure(let place, let reason):
      .boxed(.within(place.id, Syntax(.failure(reason: reason))))
    case .within(let place, let inner): .boxed(.within(place.id, Syntax(inner)))
    }
  }

  private static func loop(_ iterator: BoxedExpression.Iterator) -> Iterator {
    Iterator(name: iterator.name, span: nowhere, from: Syntax(iterator.list), to: nil)
  }

  private static func entry(_ name: String, _ value: BoxedExpression) -> Entry {
    Entry(name: name, span: nowhere, value: Syntax(value))
  }

  private static func row(_ cells: [BoxedExpression], _ columns: [String]) -> Syntax {
    Syntax(.context(zip(columns, cells).map { entry($0, $1) }), nowhere)
  }

  /// A context, or the last of its entries, which has no name.
  private static func context(
    _ entries: [BoxedExpression.Entry], _ result: BoxedExpression?
  ) -> Kind {
    let named = entries.map { entry($0.name, $0.value) }
    guard let result else { return .context(named) }
    let whole = Syntax(.context(named + [entry("", result)]), nowhere)
    return .path(whole, "", nowhere)
  }
}
