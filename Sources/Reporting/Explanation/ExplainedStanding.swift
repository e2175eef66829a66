package import Criteria
package import FEEL
package import Standing

/// One quota as it met the subject, with the numbers that the seats are computed from.
package struct ExplainedQuota: Sendable {
  /// What the subject is in the cohort.
  package enum Part: String, Sendable {
    case candidate, pending, other, outside
  }
  /// One group of people of whom only some may hold the level.
  package struct Scope: Sendable {
    package let index: Int
    /// The names whose values make the group, such as an agency and a peer group.
    package let names: [String]
    package let key: [String]
    package let isSubjects: Bool
    package let share: Value
    package let shareTree: ExplainedTree?
    /// People who are no candidates and count in the base, by level.
    package let others: [(level: String, counted: Int)]
    package let result: QuotaResult.Scope
  }
  /// One candidate of the scopes that share people with the subject's.
  package struct Candidate: Sendable {
    package let row: Int
    package let keys: [Value]
    package let scopes: [Int]
    package let outcome: SeatProspect.Outcome
  }
  package let rule: ResolvedPack.Quota
  package let part: Part
  package let who: ExplainedTree?
  /// Whether someone of each level counts in the base, the lowest level first.
  package let base: [(level: String, tree: ExplainedTree?)]
  package let scopes: [Scope]
  package let candidates: [Candidate]
  package let pending: [(row: Int, scopes: [Int])]
  package let row: Int
  package let before: Value
  package let after: Value
  package let outcome: SeatProspect.Outcome?
  /// The rows of those ahead of the subject in its scopes who hold the seats.
  package let ahead: [Int]
}

/// The place of the subject in one order.
package struct ExplainedRank: Sendable {
  package let rule: RankingRule
  package let names: [String]
  package let key: [String]
  package let own: Value
  package let place: Ranking.Place
  package let ahead: [(row: Int, key: Value)]
  package let level: [(row: Int, key: Value)]
  package let behind: Int
  package let unranked: Int
  package let table: Int
}

/// Why a record is or is not on one list.
package struct ExplainedListing: Sendable {
  package enum Outcome: String, Sendable {
    case listed, heldBack, cannotBeEstablished, notListed, notMade
  }
  package let rule: ListRule
  package let table: Int
  package let row: Int
  package let outcome: Outcome
  /// The policy values that the agency has not set.
  package let unset: [String]
  package let who: ExplainedTree?
  package let guards: [ExplainedRule]
  package let attention: [ExplainedRule]
  /// The cells of the line, nil where a person fills in.
  package let cells: [(column: ColumnRule, tree: ExplainedTree?)]
}
