extension Program {
  /// Resolves a decision table.
  ///
  /// A table is refused if a row has not one test for each input and one expression for each output,
  /// and for everything for which an expression would be refused.
  ///
  /// - Parameters:
  ///   - table: The table as it is written.
  ///   - semantics: The meaning of its texts.
  ///   - recordType: As in ``init(_:self:locals:schema:)``.
  ///   - locals: As in ``init(_:self:locals:schema:)``. In the standard semantics their names also
  ///     tell where a name in a text ends.
  ///   - schema: The world that the table speaks about.
  /// - Throws: All problems, at most ``Problems/limit``.
  /// - Complexity: O(nodes of all texts).
  public init(
    _ table: DecisionTable, semantics: Semantics, self recordType: Int? = nil,
    locals: [(name: String, type: Type)] = [], schema: Schema = Schema()
  ) throws(Problems) {
    var resolver = Resolver(semantics, text: table.id, schema, slots: locals.count)
    resolver.enter(recordType, locals)
    let root = resolver.table(table)
    guard resolver.problems.isEmpty else { throw Problems(resolver.problems) }
    self.init(
      root: root, semantics: semantics, locals: locals.count, slots: resolver.slots,
      zones: schema.zones)
  }
}
