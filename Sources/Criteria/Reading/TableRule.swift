package import FEEL
package import JSON
package import Model

/// A table of the dataset as the pack declares it.
package struct TableRule: Sendable {
  package struct Field: Sendable {
    package let name: String
    package let label: LocalizedText?
    /// `number`, `text`, `boolean`, `date`, or the name of a table that the field refers to.
    package let type: String
    /// The name under which the record that is named finds those that name it; `nil` for none.
    package let foundAs: String?
    package let columns: [String]
    package let unit: String?
    package let least: Number?
    package let most: Number?
    /// What an absent value means; `nil` where it is unknown.
    package let ifAbsent: Scalar?
    /// Whose task it is where the value is not there.
    package let duty: DutyRule?
    /// What its values are called.
    package let labels: [ValueLabel]
    package let span: SourceSpan
    package let document: Int
  }
  /// What people read in place of one value of a text field; other values are printed as they are.
  package struct ValueLabel: Sendable {
    /// The id is the value, as records give it.
    package let head: EntryHead
    package let text: LocalizedText
  }
  /// What must hold of every record; one that breaks it is set aside.
  package struct Check: Sendable {
    package let head: EntryHead
    package let formula: FormulaText
    package let field: String?
    package let message: LocalizedText
  }

  package let head: EntryHead
  /// The table whose records own these, or `nil` for a table of its own.
  package let owner: String?
  /// The field that identifies a record.
  package let key: String?
  /// The fields that together may occur only once.
  package let same: [String]
  /// The date from which a record is known.
  package let knownOn: String?
  /// Whether a record counts in the reporting period.
  package let countsWhen: FormulaText?
  package let fields: [Field]
  package let checks: [Check]
  /// Rows that the pack itself gives, in the order of the fields' names in each object.
  package let rows: [JSONValue]
  package let rowsDocument: Int
}
