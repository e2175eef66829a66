extension Program {
  /// Resolves a boxed expression.
  ///
  /// - Parameters:
  ///   - boxed: The expression as it is written.
  ///   - semantics: The meaning of its texts.
  ///   - recordType: As in ``init(_:self:locals:schema:)``.
  ///   - locals: As in ``init(_:self:locals:schema:)``. In the standard semantics their names also
  ///     tell where a name in a text ends.
  ///   - schema: The world that the expression speaks about, with the types that it names.
  /// - Throws: All problems, at most ``Problems/limit``.
  /// - Complexity: O(nodes of all texts).
  public init(
    _ boxed: BoxedExpression, semantics: Semantics, self recordType: Int? = nil,
    locals: [(name: String, type: Type)] = [], schema: Schema = Schema()
  ) throws(Problems) {
    var resolver = Resolver(semantics, text: 0, schema, slots: locals.count)
    resolver.enter(recordType, locals)
    let root = resolver.resolve(Syntax(boxed))
    guard resolver.problems.isEmpty else { throw Problems(resolver.problems) }
    self.init(
      root: root, semantics: semantics, locals: locals.count, slots: resolver.slots,
      zones: schema.zones)
  }
}
