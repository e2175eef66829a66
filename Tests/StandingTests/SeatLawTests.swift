import Standing
import Testing

@Suite("Laws of seats")
struct SeatLawTests {
  @Test("rising in the order never gives less", arguments: [false, true])
  func rising(crossing: Bool) {
    var numbers = SeededNumbers(state: crossing ? 4 : 3)
    for _ in 0..<(SeatAllocationTests.worlds / 20) {
      let world = SeatWorld(people: 3 + numbers.below(7), crossing: crossing, using: &numbers)
      let person = numbers.below(world.count)
      let before = level(world.allocation.outcomes[person])
      for risen in world.risings(of: person) {
        let after = level(risen.allocation.outcomes[person])
        #expect(after >= before, "\(person) in \(world), then \(risen.order)")
      }
    }
  }

  @Test("a copy as a separate agency changes nobody", arguments: [false, true])
  func separateCopy(crossing: Bool) {
    var numbers = SeededNumbers(state: crossing ? 6 : 5)
    for _ in 0..<(SeatAllocationTests.worlds / 20) {
      let world = SeatWorld(people: 3 + numbers.below(7), crossing: crossing, using: &numbers)
      let other = SeatWorld(people: 3 + numbers.below(7), crossing: !crossing, using: &numbers)
      let alone = world.allocation
      for added in [world, other] {
        let both = world.beside(added).allocation
        #expect(
          both.outcomes.prefix(world.count).map(level) == alone.outcomes.map(level), "\(world)")
        #expect(both.scopes.prefix(world.seats.count).elementsEqual(alone.scopes), "\(world)")
      }
    }
  }

  @Test("names of people and scopes do not matter", arguments: [false, true])
  func names(crossing: Bool) {
    var numbers = SeededNumbers(state: crossing ? 8 : 7)
    for _ in 0..<(SeatAllocationTests.worlds / 20) {
      let world = SeatWorld(people: 3 + numbers.below(7), crossing: crossing, using: &numbers)
      let people = Array(0..<world.count).shuffled(using: &numbers)
      let scopes = Array(world.seats.indices).shuffled(using: &numbers)
      var memberships = [[Int]](repeating: [], count: world.count)
      for (person, old) in world.memberships.enumerated() {
        memberships[people[person]] = old.map { scopes[$0] }.shuffled(using: &numbers)
      }
      var seats = world.seats
      for (scope, number) in world.seats.enumerated() { seats[scopes[scope]] = number }
      let order = world.order.map { $0.map { people[$0] }.shuffled(using: &numbers) }
      let renamed = SeatAllocation(order: order, seats: seats, memberships: memberships)
      let given = world.allocation
      for person in 0..<world.count {
        #expect(level(renamed.outcomes[people[person]]) == level(given.outcomes[person]))
      }
      for scope in seats.indices { #expect(renamed.scopes[scopes[scope]] == given.scopes[scope]) }
    }
  }

  private func level(_ outcome: SeatOutcome) -> Int {
    switch outcome {
    case .refused: 0
    case .waiting, .tied: 1
    case .seated: 2
    }
  }
}

extension SeatWorld {
  /// The worlds in which one person stands higher: in a better class, or between two classes.
  func risings(of person: Int) -> [SeatWorld] {
    guard let place = order.firstIndex(where: { $0.contains(person) }) else { return [] }
    let rest = order.map { $0.filter { $0 != person } }
    var orders: [[[Int]]] = []
    for better in 0..<place {
      var tied = rest
      tied[better].append(person)
      orders.append(tied)
    }
    for better in 0...place { orders.append(rest[..<better] + [[person]] + rest[better...]) }
    return orders.map { order in
      var world = self
      world.order = order.filter { !$0.isEmpty }
      return world
    }
  }

  /// Another world beside this one, in one order.
  func beside(_ other: SeatWorld) -> SeatWorld {
    var world = self
    let shift = count
    for (place, tieClass) in other.order.enumerated() {
      let moved = tieClass.map { $0 + shift }
      if place < world.order.count {
        world.order[place] += moved
      } else {
        world.order.append(moved)
      }
    }
    world.scopes += other.scopes.map { $0 << shift }
    world.seats += other.seats
    return world
  }
}
