import FEEL
import Foundation
import Standing
import Testing

@Suite("Seats in a published order")
struct SeatAllocationTests {
  /// The number of seeded worlds; MERIT_WORLDS=100000 runs the full number.
  static let worlds = Int(ProcessInfo.processInfo.environment["MERIT_WORLDS"] ?? "") ?? 20_000

  @Test("outcomes are the best sets of all ways to break ties", arguments: 1...4)
  func outcomesByBreakingTies(count: Int) {
    var numbers = SeededNumbers(state: UInt64(count))
    for _ in 0..<50 {
      for sizes in compositions(of: count) {
        var world = SeatWorld(people: count, crossing: numbers.below(2) == 0, using: &numbers)
        world.order = classes(sizes)
        var best: Set<Int> = []
        for strict in permutations(world.order) { best.insert(world.bestSet(strict)) }
        #expect(world.outcomes() == best.sorted(), "\(world)")
      }
    }
  }

  /// People are named by their place in the order, so that every weak order is met up to names.
  @Test("every weak order and every parting into groups", arguments: 1...6)
  func everySmallWorld(count: Int) {
    let rules = [(1, 5), (1, 3), (1, 2), (3, 4)]
    for groups in partitions(of: count) {
      for (part, whole) in rules {
        for sizes in compositions(of: count) {
          let world = SeatWorld(order: classes(sizes), groups: groups) { $0 * part / whole }
          let faults = world.faults(of: world.allocation)
          #expect(faults.isEmpty, "\(world)")
          if !faults.isEmpty { return }
        }
      }
    }
  }

  @Test("seeded worlds of 7 to 12 people", arguments: [false, true])
  func seededWorlds(crossing: Bool) {
    var numbers = SeededNumbers(state: crossing ? 2 : 1)
    var crossed = 0
    for _ in 0..<(SeatAllocationTests.worlds / 2) {
      let world = SeatWorld(people: 7 + numbers.below(6), crossing: crossing, using: &numbers)
      let faults = world.faults(of: world.allocation)
      #expect(faults.isEmpty, "\(world)")
      if !faults.isEmpty { return }
      crossed += world.isNested ? 0 : 1
    }
    #expect(crossing ? crossed * 4 > SeatAllocationTests.worlds : crossed == 0)
  }
}

/// Every way to break the ties of an order.
func permutations(_ order: [[Int]]) -> [[Int]] {
  order.reduce([[]]) { rows, tieClass in
    rows.flatMap { row in permutations(of: tieClass).map { row + $0 } }
  }
}

private func permutations(of members: [Int]) -> [[Int]] {
  if members.isEmpty { return [[]] }
  return members.flatMap { first in
    permutations(of: members.filter { $0 != first }).map { [first] + $0 }
  }
}
