import Criteria
import Model
import Scoring
import Synchronization

/// The plans of one pack that were made already: a pack is scored many times, and needs one plan for
/// each kind of period and choice of readings.
final class PlanMemo: Sendable {
  typealias Made = (plan: Plan?, problems: PackProblems)

  private struct Key: Hashable {
    let kind: PeriodKind
    let readings: [String: String]
  }

  private let made = Mutex<[Key: Made]>([:])

  /// The plan for a kind of period and readings, made at the first call.
  ///
  /// Two threads that ask at once may both make it; it is the same.
  func plan(for kind: PeriodKind, readings: [String: String], _ make: () -> Made) -> Made {
    let key = Key(kind: kind, readings: readings)
    if let known = made.withLock({ $0[key] }) { return known }
    let new = make()
    made.withLock { $0[key] = new }
    return new
  }
}
