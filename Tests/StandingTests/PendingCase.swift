import FEEL
import Standing

/// A small world in which some people are pending, and all ways in which they may turn out.
struct PendingCase: CustomStringConvertible {
  var world: SeatWorld
  var bases: [SeatBase]
  var pending: [[Int]]

  func prospect(effort: Int = 4_000_000) -> SeatProspect {
    SeatProspect(
      order: world.order, bases: bases, memberships: world.memberships, pending: pending,
      effort: effort)
  }

  /// Every completed world; pending people who become candidates are numbered from `count` on.
  ///
  /// The number of seats is counted out by the rule as written, not taken from a formula.
  func completions() -> [SeatWorld] {
    var found: [SeatWorld] = []
    let states = (0..<pending.count).reduce([[Int]]([[]])) { rows, _ in
      rows.flatMap { row in (0..<3).map { row + [$0] } }
    }
    for state in states {
      let candidates = state.indices.filter { state[$0] == 0 }
      var completed = world
      for (number, person) in candidates.enumerated() {
        for scope in pending[person] { completed.scopes[scope] |= 1 << (world.count + number) }
      }
      completed.seats = bases.indices.map { scope in
        let inScope = state.indices.filter { pending[$0].contains(scope) }
        let counted = inScope.count {
          state[$0] == 1 || state[$0] == 2 && bases[scope].rule.countsEverybody
        }
        let wanting = completed.scopes[scope].nonzeroBitCount
        return (0...wanting).last {
          bases[scope].rule.allows(
            seated: $0, refused: wanting - $0, others: bases[scope].others + counted)
        } ?? 0
      }
      var orders = [world.order]
      for number in candidates.indices {
        orders = orders.flatMap { placings(of: world.count + number, in: $0) }
      }
      for order in orders {
        completed.order = order
        found.append(completed)
      }
    }
    return found
  }

  /// Every place that a person may take in an order.
  private func placings(of person: Int, in order: [[Int]]) -> [[[Int]]] {
    let between = (0...order.count).map { order[..<$0] + [[person]] + order[$0...] }.map(Array.init)
    let level = order.indices.map { place in
      var order = order
      order[place].append(person)
      return order
    }
    return between + level
  }

  var description: String {
    "\(world), pending \(pending), bases \(bases.map { ($0.others, $0.rule) })"
  }

  init(people: Int, pending count: Int, crossing: Bool, using numbers: inout SeededNumbers) {
    let all = SeatWorld(people: people + count, crossing: crossing, using: &numbers)
    let known = (1 << people) - 1
    world = all
    world.order = all.order.map { $0.filter { $0 < people } }.filter { !$0.isEmpty }
    world.scopes = all.scopes.map { $0 & known }
    pending = Array(all.memberships.suffix(count))
    bases = []
    for _ in all.scopes {
      let kind = [
        (false, true, false), (true, true, false), (true, true, true), (false, false, false),
      ]
      let (seated, refused, everybody) = kind[numbers.below(4)]
      let share =
        Number(numerator: 1 + numbers.below(4), denominator: 5 + numbers.below(2)) ?? .zero
      guard
        let rule = SeatRule(
          share: share, countsSeated: seated, countsRefused: refused, countsEverybody: everybody)
      else { continue }
      bases.append(SeatBase(rule, others: numbers.below(5)))
    }
    world.seats = bases.map { _ in 0 }
  }
}
