package import Model

/// A written table of a period, such as an office sends up: for people as a sheet, and as JSON.
///
/// Its rows are the records of a table, the lines of a list, or groups of records: those that the
/// pack names, or those that some members part.
package struct ReportRule: Sendable {
  /// A group of records that is one row.
  package struct Row: Sendable {
    package let head: EntryHead
    package let filter: FormulaText
    /// Whether its records are left out of the total and looked for beyond the pack's scope.
    package let isApart: Bool
  }

  /// What a table must keep to, over columns by name.
  package struct Check: Sendable {
    package enum Kind: Sendable {
      /// Every record counts in exactly one of the columns.
      case eachInOne
      /// What the rows say adds up to what the total says.
      case addsUp
    }
    package let head: EntryHead
    package let kind: Kind
    package let columns: [String]
  }

  package let head: EntryHead
  package let of: String
  package let kinds: [PeriodKind]
  package let title: LocalizedText
  /// The name of its files, without ending.
  package let file: String
  /// The list whose lines are the rows.
  package let list: String?
  /// Whether people and units that the pack is not about are rows too.
  package let isBeyondScope: Bool
  /// Which records are in the table at all.
  package let filter: FormulaText?
  /// The formulas whose texts order the rows; never a score.
  package let order: [FormulaText]
  package let rows: [Row]
  /// The scopes, each a list of names whose values form a group that is a row.
  package let within: [[String]]
  /// The quota whose seats the groups have.
  package let quota: String?
  /// What the last row is called, if there is one with the totals.
  package let total: LocalizedText?
  package let columns: [ReportColumn]
  package let checks: [Check]
  package let headText: LocalizedText?
  package let footText: LocalizedText?

  /// Whether the rows are groups of records.
  package var isGrouped: Bool { !rows.isEmpty || !within.isEmpty }
}

/// A column of a written table.
package struct ReportColumn: Sendable {
  /// How a cell comes about.
  package enum Source: Sendable {
    /// A formula on the record of the row, or on what the earlier columns of a group say.
    case formula(FormulaText)
    /// How many records of the group it holds for.
    case count(FormulaText)
    /// The sum over the records of the group.
    case sum(FormulaText)
    /// The mean over the records of the group that have a value.
    case mean(FormulaText)
    /// What only the engine knows of the row.
    case aspect(Aspect)
    /// A person fills it in.
    case byHand
  }

  /// What the engine tells of a row in words.
  package enum Aspect: String, CaseIterable, Sendable {
    /// The number of the line, which is no rank.
    case number
    /// What the group of the row is called.
    case group
    /// Why there is no level, what lowered it, what a quota left open.
    case why
    /// What is missing for a result.
    case missing
    /// Who must act, and by which day.
    case by, until
    /// The article that gave the level, or the state in its place.
    case basis
    /// The readings that the row rests on.
    case readings
  }

  /// How what stands in a column is shown.
  package enum Display: String, CaseIterable, Sendable {
    case plain
    /// Numbers are shares.
    case percent
    /// Texts are names of levels.
    case level
  }

  package let head: EntryHead
  package let source: Source
  /// The kind of the inner periods that each have a column of their own.
  package let each: PeriodKind?
  /// Whether the total of a table of records is the sum of this column.
  package let addsUp: Bool
  /// How numbers and texts are shown.
  package let display: Display

  /// The formula, whatever it is of.
  package var formula: FormulaText? {
    switch source {
    case .formula(let text), .count(let text), .sum(let text), .mean(let text): text
    case .aspect, .byHand: nil
    }
  }
}
