package import FEEL

/// What one quota gave: its scopes with their seats, and what each candidate gets.
///
/// A class, so that each line of a result holds it by one reference instead of one for every column.
package final class QuotaResult: Sendable {
  /// One group of people of whom only some may hold the level.
  package struct Scope: Sendable {
    /// Which of the rule's scopes the group is one of.
    package let scope: Int
    /// The values that make the group, as texts, such as a unit and a peer group.
    package let key: [String]
    package let share: Value
    /// People who are no candidates but count in the base.
    package let others: Int
    package let prospect: SeatProspect.Scope
    package let seats: ScopeSeats
  }

  /// The id of the quota's entry.
  package let quota: String
  package let table: Int
  package let scopes: [Scope]
  /// The rows of the candidates, in the order in which `prospect` counts them.
  package let candidates: [Int]
  /// The rows of the people whose level is pending.
  package let pending: [Int]
  /// For each candidate the indices of its scopes.
  package let memberships: [[Int]]
  package let prospect: SeatProspect

  init(
    quota: String, table: Int, scopes: [Scope], candidates: [Int], pending: [Int],
    memberships: [[Int]], prospect: SeatProspect
  ) {
    (self.quota, self.table, self.scopes) = (quota, table, scopes)
    (self.candidates, self.pending, self.memberships) = (candidates, pending, memberships)
    self.prospect = prospect
  }
}
