package import FEEL
package import Model

/// A criteria pack after its overlays were laid on and its entries were read.
///
/// Nothing here is a rule of the engine: every number, formula, sentence and name comes from the
/// documents, and every part remembers the citation it came with.
package struct Pack: Sendable {
  package internal(set) var name = ""
  package internal(set) var title = LocalizedText("", "")
  /// The kinds of period that the pack scores, in the order of their length.
  package internal(set) var periods: [PeriodKind] = []
  /// The documents in the order in which they were laid on each other; the last is the pack itself.
  package internal(set) var documents: [PackDocument] = []
  /// Every formula by its id.
  package internal(set) var formulas: [FormulaText] = []
  package internal(set) var laws: [Law] = []
  package internal(set) var scopes: [ScopeRule] = []
  package internal(set) var parameters: [Parameter] = []
  package internal(set) var policies: [Policy] = []
  package internal(set) var readings: [ReadingRule] = []
  package internal(set) var choices: [Choice] = []
  package internal(set) var functions: [FunctionRule] = []
  package internal(set) var tables: [TableRule] = []
  package internal(set) var membership: MembershipRule?
  package internal(set) var values: [ValueRule] = []
  package internal(set) var constraints: [ConstraintRule] = []
  package internal(set) var scale: [LevelName] = []
  package internal(set) var levels: [LevelRule] = []
  package internal(set) var caps: [CapRule] = []
  package internal(set) var quotas: [QuotaRule] = []
  package internal(set) var rankings: [RankingRule] = []
  package internal(set) var lists: [ListRule] = []
  package internal(set) var reports: [ReportRule] = []
  package internal(set) var closings: [ClosingRule] = []
  package internal(set) var waiting: [WaitingRule] = []
  /// Whose task the gap is that a message speaks of, by the message.
  package internal(set) var duties: [String: DutyRule] = [:]
  package internal(set) var messages: [String: LocalizedText] = [:]
}

/// What every cited entry carries.
package struct EntryHead: Sendable {
  package let id: String
  package let label: LocalizedText?
  package let cite: Citation
  package let span: SourceSpan
  package let document: Int
  package let note: LocalizedText?
}

/// A text that the pack encodes.
package struct Law: Sendable {
  package let id: String
  package let number: String
  package let title: LocalizedText
  package let signed: CalendarDate?
  package let from: CalendarDate?
  package let to: CalendarDate?
}

/// Whom the pack is about, and what to say of the others.
package struct ScopeRule: Sendable {
  package let head: EntryHead
  package let formula: FormulaText
  package let otherwise: LocalizedText?
}

/// A value that the law sets, by date; days are inclusive.
package struct Parameter: Sendable {
  package struct Dated: Sendable {
    package let from: CalendarDate?
    package let to: CalendarDate?
    package let value: Scalar
    package let span: SourceSpan
  }
  package let head: EntryHead
  package let unit: String?
  package let values: [Dated]
}

/// A value that the agency sets by its own decision; without one it is unknown.
package struct Policy: Sendable {
  package let head: EntryHead
  package let unit: String?
  package let value: Scalar?
  package let decision: String?
}

/// A place where the text allows several readings: an exhaustive map from option to formula.
package struct ReadingRule: Sendable {
  package let head: EntryHead
  package let options: [(name: String, formula: FormulaText)]
  package let standard: String
  package let because: LocalizedText
}

/// The reading that an overlay chooses.
package struct Choice: Sendable {
  package let head: EntryHead
  package let option: String
}

/// A formula with parameters.
package struct FunctionRule: Sendable {
  package let head: EntryHead
  package let parameters: [String]
  package let formula: FormulaText
}

/// How a person's posting in a period is found.
package struct MembershipRule: Sendable {
  package let head: EntryHead
  package let formula: FormulaText
}

/// A named value of one table.
package struct ValueRule: Sendable {
  package let head: EntryHead
  package let table: String
  /// The formula for every kind of period, or for those named.
  package let formula: FormulaText?
  package let byPeriod: [PeriodKind: FormulaText]
  /// The decision table in place of a formula; `formula` is then its hit policy.
  package let decision: DecisionRule?
  /// Where this is false, the value does not apply and is null.
  package let when: FormulaText?
  package let unit: String?
  package let display: String?
  /// Whether a decision of the competent authority may stand in place of the formula.
  package let isDecidable: Bool

  /// The formula in one kind of period, if the value exists there.
  package func formula(in kind: PeriodKind) -> FormulaText? { byPeriod[kind] ?? formula }
}

/// What several records of a table may not say together.
package struct ConstraintRule: Sendable {
  package enum Kind: Sendable {
    /// Only one may be in force on one day, such as the head of a unit.
    case onePerDay
    /// A field adds up to no more than a whole, such as the shares of one piece of work.
    case atMost(FormulaText, sumOf: String)
  }
  package let head: EntryHead
  package let table: String
  package let filter: FormulaText?
  /// What the records share.
  package let fields: [String]
  package let kind: Kind
  package let message: LocalizedText
}

/// A level of the pack's scale.
package struct LevelName: Sendable {
  package let head: EntryHead
  /// The words for a period in which the law gives points but no class.
  package let inPeriods: LocalizedText?
}

/// How a level is found: states first, then the first row that holds.
package struct LevelRule: Sendable {
  package struct State: Sendable {
    package let head: EntryHead
    package let state: String
    /// Whether a level may still come, so that quotas stay open.
    package let isPending: Bool
    package let when: FormulaText
  }
  package struct Row: Sendable {
    package let head: EntryHead
    package let level: String
    package let when: FormulaText
  }
  package let head: EntryHead
  package let of: String
  package let kinds: [PeriodKind]
  package let states: [State]
  package let rows: [Row]
}

/// A level that must not be exceeded.
package struct CapRule: Sendable {
  package let head: EntryHead
  package let of: String
  package let kinds: [PeriodKind]
  package let when: FormulaText?
  package let atMost: FormulaText
}

/// How many may hold a level.
package struct QuotaRule: Sendable {
  package let head: EntryHead
  package let of: String
  package let kinds: [PeriodKind]
  /// Who is in the cohort at all.
  package let who: FormulaText?
  package let level: String
  package let refused: String
  /// The share, found on the record of the first name of a scope.
  package let share: FormulaText
  /// Who counts in the base, over the name `level`.
  package let base: FormulaText
  /// The scopes, each a list of names whose values form the group.
  package let within: [[String]]
  /// The names of the values that order the candidates, largest first.
  package let by: [String]
  /// The names of texts that order candidates who are level, the least first; empty: they stay tied.
  package let then: [String]
}

/// An order by points.
package struct RankingRule: Sendable {
  package let head: EntryHead
  package let of: String
  package let kinds: [PeriodKind]
  package let by: String
  /// What orders those whose values are equal; empty: they share the rank.
  package let then: [String]
  package let within: [[String]]
}

/// A column of a list: a heading and a formula, or an empty column for a person to fill.
package struct ColumnRule: Sendable {
  package let label: LocalizedText
  package let formula: FormulaText?
  package let span: SourceSpan
}

/// A list proposed to the competent authority.
package struct ListRule: Sendable {
  package struct Guard: Sendable {
    package let head: EntryHead
    package let formula: FormulaText
    package let message: LocalizedText
  }
  package let head: EntryHead
  package let of: String
  package let kinds: [PeriodKind]
  package let title: LocalizedText
  package let who: FormulaText
  /// The policy values without which the list is not made.
  package let needs: [String]
  package let columns: [ColumnRule]
  /// The formulas whose texts order the lines; never a score.
  package let order: [FormulaText]
  package let guards: [Guard]
  package let attention: [Guard]
  package let headText: LocalizedText?
  package let footText: LocalizedText?
}
