/// Who will get the seats while the level of some people is still pending.
///
/// A pending person may turn out a candidate anywhere in the order, someone who counts without being
/// a candidate, or someone below the levels that count; each of these is a *completion*. A
/// candidate is seated or refused here only if every completion says so, otherwise pending. Where
/// nobody is pending in the family of scopes the outcome is settled already, ties included.
///
/// Nothing certain is ever contradicted by a completion. Everything certain is found where scopes
/// are nested and the pending people few enough to try all numbers of them in each state, and with
/// one pending person and no ties where scopes cross; beyond that, bounds are used that may leave a
/// candidate pending for longer than need be.
package struct SeatProspect: Hashable, Sendable {
  /// What can be said of a candidate.
  package enum Outcome: Hashable, Sendable {
    /// Nobody pending can change what the candidate gets.
    case settled(SeatOutcome)
    /// Seated under every completion.
    case seated
    /// Refused under every completion.
    case refused
    /// Open, because somebody is pending.
    case pending
  }

  /// What can be said of a scope.
  package struct Scope: Hashable, Sendable {
    /// The least and the most seats that it can come to have.
    package let seats: ClosedRange<Int>
    /// The pending people in it.
    package let pending: Int
    /// The candidates seated for certain.
    package let seated: Int
    /// The candidates refused for certain.
    package let refused: Int
  }

  /// What can be said of each candidate, by index.
  package let outcomes: [Outcome]
  /// What can be said of each scope, by index.
  package let scopes: [Scope]
  /// The seats as they would be given if all who are pending stayed below the levels that count.
  ///
  /// It holds where outcomes are settled, and as a whole if ``isFinal``.
  package let allocation: SeatAllocation
  /// Whether nobody is pending.
  package let isFinal: Bool

  /// Looks at all completions.
  ///
  /// - Parameters:
  ///   - order: Every candidate once, in tie classes, best first.
  ///   - bases: For each scope who counts in it besides its candidates.
  ///   - memberships: For each candidate the scopes they are in.
  ///   - pending: For each pending person the scopes they are in.
  ///   - effort: How many candidates of a family may be looked at, over all completions tried (of
  ///     which there are at most 20,000); if that is too few, bounds take their place. The outcome
  ///     depends on nothing else.
  package init(
    order: [[Int]], bases: [SeatBase], memberships: [[Int]], pending: [[Int]],
    effort: Int = SeatProspect.standardEffort
  ) {
    self.init(
      places: SeatAllocation.places(of: order, count: memberships.count), bases: bases,
      memberships: memberships, pending: pending, effort: effort)
  }

  /// The effort for a family where nothing else is said.
  package static var standardEffort: Int { 4_000_000 }

  /// Looks at all completions, where the place of each candidate's tie class in the order is known.
  init(
    places: [Int], bases: [SeatBase], memberships: [[Int]], pending: [[Int]],
    effort: Int = SeatProspect.standardEffort
  ) {
    let world = PendingWorld(
      places: places, bases: bases, memberships: memberships, pending: pending, effort: effort)
    let map =
      pending.isEmpty
      ? world.map : ScopeMap(memberships: memberships, scopeCount: bases.count)
    allocation = SeatAllocation(places: places, seats: world.seatsIfBelow, map)
    var outcomes = allocation.outcomes.map { Outcome.settled($0) }
    for family in world.map.families {
      let known = family.members.filter { $0 < memberships.count }
      if known.count == family.members.count { continue }
      let verdicts = PendingWorld(family, of: world).verdicts()
      for (candidate, verdict) in zip(known, verdicts) {
        outcomes[candidate] = verdict.isSeated ? .seated : verdict.isRefused ? .refused : .pending
      }
    }
    self.outcomes = outcomes
    isFinal = pending.isEmpty
    scopes = world.scopes(outcomes)
  }
}
