package import Criteria
package import FEEL
package import Model
import Scoring

/// Why a person or a unit has the values, the level, the seat and the lines that it has.
///
/// Complete: every record that belongs to the subject appears, with what it was used for or why it
/// was not. Values of other people and units are links, explained in their own explanations.
package struct Explanation: Sendable {
  /// The version of the JSON form; it grows only when something that was there changes its meaning.
  package static let version = 1

  package let facts: RunFacts
  package let subject: ExplainedSubject
  /// In an order in which each node stands after those it reads, levels last.
  package let nodes: [ExplainedNode]
  package let records: [ExplainedRecord]
  package let links: [ExplainedReference]
  package let quotas: [ExplainedQuota]
  package let ranks: [ExplainedRank]
  package let lists: [ExplainedListing]
  /// The formulas that the trees point into, by id.
  package let texts: [Int]
  /// The globals that were read, by index in the layout.
  package let globals: [Int]
  /// The names of the readings whose answer was used.
  package let readings: [String]
  let world: World
}

/// What is explained.
package enum ExplainedSubject: Hashable, Sendable {
  /// A person, a unit or another record with everything that is known of it.
  case record(table: Int, row: Int)
  /// Why a candidate has or has not a seat of a quota, by the quota's place in the pack.
  case seat(quota: Int, row: Int)
  /// Why a record is or is not on a list, by the list's place in the pack.
  case line(list: Int, row: Int)
}

/// A condition of an entry of the pack with its outcome: a row of the levels, a guard, a cap.
package struct ExplainedRule: Sendable {
  package let head: EntryHead
  /// The level, the state or the message that the entry stands for, if it has one.
  package let gives: String?
  package let isPending: Bool
  package let tree: ExplainedTree
}

/// A named value, a level at one stage, a posting, or whether a record counts.
package struct ExplainedNode: Sendable {
  package enum Kind: Sendable {
    case value(ExplainedValueRule)
    case counts
    case posting
    case level(ExplainedLevel)
    /// What the period leaves behind for longer ones: a field of its row, or whether there is one.
    case closing(ExplainedClosing)
  }
  package let id: String
  package let record: RecordReference
  package let name: String
  package let label: LocalizedText?
  package let cite: Citation?
  package let kind: Kind
  package let value: Value
  /// How the value came about; nil where it was given or is made of the parts of a level.
  package let tree: ExplainedTree?
}

/// What is particular to a named value.
package struct ExplainedValueRule: Sendable {
  package let unit: String?
  package let display: String?
  package let formula: String
  /// The condition under which the value applies, if it has one.
  package let when: ExplainedTree?
  /// Whether a decision or a case gave the value in place of the formula.
  package let isGiven: Bool
  /// Whether people or units that lead one another in a circle left the value unknown.
  package let isCircular: Bool
}

/// One formula of an entry that says what a finished period leaves behind.
package struct ExplainedClosing: Sendable {
  /// The table that the row enters.
  package let table: String
  /// The field, or `nil` for the condition under which there is a row.
  package let field: String?
  package let formula: String
}

/// How a level came about at one stage.
package struct ExplainedLevel: Sendable {
  package struct Cap: Sendable {
    package let head: EntryHead
    package let when: ExplainedTree?
    package let most: ExplainedTree?
    package let before: Value
    package let after: Value
  }
  package let stage: LevelStage
  /// Whom the pack is about.
  package var scopes: [ExplainedRule] = []
  package var states: [ExplainedRule] = []
  /// The rows up to the one that held.
  package var rows: [ExplainedRule] = []
  /// The ids of the rows after it, which were not looked at.
  package var after: [String] = []
  package var caps: [Cap] = []
  /// The quotas of the pack that the level passed, in their order.
  package var quotas: [String] = []
  package var state: String?
  package var entry: String?
  package var isPending = false
  /// The record of the decision that stands in place of the proposal.
  package var decision: String?
}

/// A record, what it says, and what became of it.
package struct ExplainedRecord: Sendable {
  package enum Use: Sendable {
    case used
    case notUsed(Reason)
  }
  package enum Reason: String, Sendable {
    case outsidePeriod, knownLater, setAside, perhaps, filtered, notRead
  }
  package let reference: RecordReference
  /// Whether it belongs to the subject; other records appear because something reads them.
  package let isOwn: Bool
  package let use: Use
  /// Why it is not sure that the record counts.
  package let doubt: Unknown?
  package let fields: [(name: String, value: Value)]
  /// The ids of the subject's nodes that read it.
  package let readers: [String]
  /// The ids of the subject's nodes that looked at it and left it out.
  package let filters: [String]
}
