package import FEEL
package import Model

/// What a finished period leaves behind: one row of a table for every person, or for every unit.
///
/// Longer periods find these rows beside those that the dataset has. The id of the entry is the name
/// of the table.
package struct ClosingRule: Sendable {
  package struct Field: Sendable {
    package let name: String
    /// The formula on the person or unit in the period that is finished.
    package let formula: FormulaText
    package let span: SourceSpan
  }
  package let head: EntryHead
  /// Who leaves a row: `people` or `units`.
  package let of: String
  /// The kinds of period that leave rows.
  package let kinds: [PeriodKind]
  /// Who leaves a row at all; everybody where nothing is said.
  package let when: FormulaText?
  package let fields: [Field]
  /// The field that is true in the rows of a period that was closed by a person's act.
  package let mark: String?
  /// The document that names the fields.
  package let document: Int
}
