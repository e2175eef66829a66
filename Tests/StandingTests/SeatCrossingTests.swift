import Standing
import Testing

@Suite("What crossing scopes cost")
struct SeatCrossingTests {
  /// The best candidate takes a seat in both scopes; two others could have had one each.
  @Test("the published order is kept, and the report says what stays empty")
  func orderBeforeNumber() {
    let given = SeatAllocation(
      order: [[0], [1], [2]], seats: [1, 1], memberships: [[0, 1], [0], [1]])
    #expect(
      given.outcomes == [.seated, .refused(fullScopes: [0]), .refused(fullScopes: [1])])
    #expect(given.crossings.map(\.most) == [2])
    #expect(given.crossings.map(\.emptyBecauseScopesCross) == [1...1])
    #expect(given.holders(of: 1, aheadOf: 2).seated == [0])
  }

  @Test("the greatest number may need the best candidate to give way")
  func givingWay() {
    let given = SeatAllocation(
      order: [[0], [1], [2]], seats: [1, 1, 1, 1], memberships: [[0, 2], [0, 3], [1, 2]])
    #expect(given.outcomes[0] == .seated)
    #expect(given.crossings.map(\.most) == [2])
    #expect(given.crossings.map(\.emptyBecauseScopesCross) == [1...1])
  }

  @Test("a seat stays free as a crossing scope is full")
  func freeSeat() {
    let given = SeatAllocation(
      order: [[0], [1], [2]], seats: [2, 1], memberships: [[1], [0, 1], [0]])
    #expect(given.outcomes[1] == .refused(fullScopes: [1]))
    #expect(given.scopes[0].free == 1)
    #expect(given.scopes[0].freeBecauseScopesCross == 1)
    #expect(given.scopes[1].freeBecauseScopesCross == 0)
  }

  @Test("an undecided contest leaves a range")
  func range() {
    let given = SeatAllocation(
      order: [[0, 1], [2]], seats: [1, 1], memberships: [[0, 1], [0], [1]])
    #expect(given.crossings.map(\.emptyBecauseScopesCross) == [0...1])
  }

  @Test("three ways of crossing leave the greatest number open")
  func threeWays() {
    let given = SeatAllocation(
      order: [[0], [1], [2], [3], [4], [5]], seats: [1, 1, 1],
      memberships: [[0, 1], [1, 2], [0, 2], [0], [1], [2]])
    #expect(given.crossings.map(\.most) == [nil])
    #expect(given.crossings.map(\.emptyBecauseScopesCross) == [nil])
  }

  @Test("free seats are counted against the same order without the scopes that cross")
  func freeByDefinition() {
    var numbers = SeededNumbers(state: 31)
    var found = 0
    for _ in 0..<400 {
      var world = SeatWorld(people: 4 + numbers.below(4), crossing: true, using: &numbers)
      world.order = world.order.joined().map { [$0] }
      let strict = Array(world.order.joined())
      let best = world.bestSet(strict)
      for (scope, said) in world.allocation.scopes.enumerated() {
        var freed = world
        for other in world.scopes.indices where world.cross(scope, other) {
          freed.seats[other] = world.count
        }
        let own = world.scopes[scope]
        let taken = (best & own).nonzeroBitCount
        let more = (freed.bestSet(strict) & own).nonzeroBitCount - taken
        let free = world.seats[scope] - taken
        #expect(said.freeBecauseScopesCross == max(0, min(free, more)), "\(scope) in \(world)")
        found += said.freeBecauseScopesCross
      }
    }
    #expect(found > 0)
  }
}

extension SeatWorld {
  /// Whether two scopes share people and neither is inside the other.
  func cross(_ one: Int, _ other: Int) -> Bool {
    let (one, other) = (scopes[one], scopes[other])
    return one & other != 0 && one & ~other != 0 && other & ~one != 0
  }
}
