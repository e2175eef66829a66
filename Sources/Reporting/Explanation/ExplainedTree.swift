package import Criteria
package import FEEL

/// One evaluated operation of a formula with everything that its value was computed from.
///
/// The tree is that of the evaluation, not of the text: a branch that was not taken is not there, and
/// the body of a loop stands once for every round. Values of other nodes, fields of records, globals
/// and literals are its leaves.
package struct ExplainedTree: Sendable {
  /// What the operation is called, such as `+`, `if`, `filter`, `call` or `literal`.
  package let operation: String
  package let value: Value
  /// The part that it plays in the operation around it, such as `condition` or `body`.
  package let role: String?
  /// The name of the member, function, reading, global or part, where there is one.
  package let name: String?
  /// The chosen answer of a reading.
  package let option: String?
  /// The places that the operation fills or reads for names of its own.
  package let slots: [Int]
  /// For the ends of a range, whether they belong to it.
  package let closed: [Bool]
  /// The text that the operation stands in, by the id of the formula.
  package let text: Int
  package let span: SourceSpan
  /// What a member was read from: one reference for a record, one each for a list.
  package let references: [ExplainedReference]
  /// What became of the rows, if the operation is a decision table.
  package let table: ExplainedTable?
  /// The operations inside it, in the order of evaluation.
  package let arguments: [ExplainedTree]
}

/// Something outside a formula that it reads.
package struct ExplainedReference: Sendable {
  package enum Kind: Sendable {
    /// A value or a level that has a node of its own.
    case node
    /// A field of a record, as it stands in the dataset.
    case field
    /// The records that a record leads to.
    case related(Related)
  }
  package let kind: Kind
  package let record: RecordReference
  /// The name of the value, level, field or relation.
  package let name: String
  package let value: Value
}
