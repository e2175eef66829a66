package import Model

/// Whose task a gap is, and by which day of the period's calendar it is due.
package struct DutyRule: Sendable {
  /// Who must act, in words.
  package let by: LocalizedText?
  /// The name of a date field of `periods`, such as the day by which points are confirmed.
  package let until: String?
}

/// Records that wait for a person as long as a formula holds.
package struct WaitingRule: Sendable {
  package let head: EntryHead
  package let of: String
  package let kinds: [PeriodKind]
  package let when: FormulaText
  package let message: LocalizedText
  package let by: LocalizedText?
  /// The day by which it is due, found on the record.
  package let until: FormulaText?
}
