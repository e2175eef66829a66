/// An expression that is drawn as boxes in a decision model, as it is written: nothing is resolved.
///
/// Source: DMN 1.5, 10.2.
public indirect enum BoxedExpression: Hashable, Sendable {
  /// An expression in one text.
  case literal(Text)
  /// A decision table.
  case table(DecisionTable)
  /// Values with names, of which each sees the ones before; the value is the result if there is one,
  /// else the context.
  case context([Entry], result: BoxedExpression?)
  /// Values in an order.
  case list([BoxedExpression])
  /// Rows of a table without a meaning of its own: a list of contexts.
  case relation(columns: [String], rows: [[BoxedExpression]])
  /// A call of a function with arguments by name.
  case invocation(BoxedExpression, [Entry])
  /// The second if the first is true, else the third.
  case conditional(BoxedExpression, BoxedExpression, BoxedExpression)
  /// The elements of a list for which a condition is true.
  case filter(BoxedExpression, BoxedExpression)
  /// A value for each element of a list.
  case forEach(Iterator, BoxedExpression)
  /// Whether some or every element of a list satisfies a condition.
  case quantified(Quantifier, Iterator, BoxedExpression)
  /// A function as a value.
  case function([Parameter], BoxedExpression)
  /// The value as one of a type with a name: converted as the standard does, else null.
  case typed(BoxedExpression, Text)
  /// An expression whose structure stands in a text of its own, which diagnostics refer to.
  case within(Text, BoxedExpression)
  /// Something that has no value here, with the reason.
  case failure(Text, reason: Wording)

  /// A value with a name.
  public struct Entry: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The value.
    public let value: BoxedExpression

    /// Creates an entry.
    public init(_ name: String, _ value: BoxedExpression) {
      self.name = name
      self.value = value
    }
  }

  /// A name for each element of a list in turn.
  public struct Iterator: Hashable, Sendable {
    /// The name of the element.
    public let name: String
    /// The list.
    public let list: BoxedExpression

    /// Creates an iterator.
    public init(_ name: String, in list: BoxedExpression) {
      self.name = name
      self.list = list
    }
  }

  /// A parameter of a function.
  public struct Parameter: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The name of the type, nil for any.
    public let type: Text?

    /// Creates a parameter.
    public init(_ name: String, type: Text?) {
      self.name = name
      self.type = type
    }
  }
}
