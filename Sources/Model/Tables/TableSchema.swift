/// The shape of one table of a dataset: its fields in a fixed order.
package struct TableSchema: Hashable, Sendable {
  /// The name of the table, which is also that of its file: `tasks` of `tasks.ndjson`.
  package let name: String
  /// The fields; columns of records come in this order.
  package let fields: [FieldSchema]
  /// The name of the field that identifies a record, if there is one.
  package let key: String?

  /// Creates a schema.
  ///
  /// - Precondition: no two fields accept the same column, and `key` is one of the fields.
  package init(_ name: String, fields: [FieldSchema], key: String? = nil) {
    var seen: Set<String> = []
    for column in fields.flatMap(\.columns) {
      precondition(seen.insert(column).inserted, "two fields of '\(name)' accept '\(column)'")
    }
    precondition(
      key.map { key in fields.contains { $0.name == key } } ?? true,
      "the key of '\(name)' is none of its fields")
    self.name = name
    self.fields = fields
    self.key = key
  }

  /// The place of a field among ``fields``, or `nil` when there is none of this name.
  ///
  /// - Complexity: O(fields).
  package func index(of field: String) -> Int? { fields.firstIndex { $0.name == field } }

  /// The place of the key among ``fields``.
  package var keyIndex: Int? { key.flatMap { index(of: $0) } }
}
