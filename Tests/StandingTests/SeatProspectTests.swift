import FEEL
import Standing
import Testing

@Suite("Seats while people are pending")
struct SeatProspectTests {
  /// How many worlds, and the greatest number of pending people in each.
  static let sizes: [(crossing: Bool, pending: Int, people: Int, worlds: Int)] = [
    (false, 1, 5, 300), (false, 2, 4, 120), (false, 3, 2, 20),
    (true, 1, 5, 300), (true, 2, 4, 120), (true, 3, 2, 20),
  ]

  @Test("no completion contradicts what is called certain", arguments: sizes)
  func completions(crossing: Bool, pending: Int, people: Int, worlds: Int) {
    var numbers = SeededNumbers(state: UInt64(10 * pending + (crossing ? 1 : 0)))
    var tally: [SeatProspect.Outcome: Int] = [:]
    for _ in 0..<worlds {
      let example = PendingCase(
        people: 1 + numbers.below(people), pending: pending, crossing: crossing, using: &numbers)
      let truth = Truth(example)
      for (person, outcome) in example.prospect().outcomes.enumerated() {
        switch outcome {
        case .seated, .settled(.seated):
          #expect(truth.inAll & 1 << person != 0, "\(person) is not certain of a seat: \(example)")
        case .refused, .settled(.refused):
          #expect(truth.inSome & 1 << person == 0, "\(person) may get a seat: \(example)")
        case .settled: continue
        case .pending where truth.isExact(pending):
          #expect(
            truth.inAll & 1 << person == 0 && truth.inSome & 1 << person != 0,
            "\(person) is certain: \(example)")
        case .pending: break
        }
        tally[outcome, default: 0] += 1
      }
      checkBounds(example, truth)
      for (scope, range) in example.prospect().scopes.map(\.seats).enumerated() {
        // Where all who want a seat have one, nobody can see that there would be more.
        #expect(
          truth.seats[scope].allSatisfy { range.contains($0) },
          "\(scope) in \(example)")
        #expect((truth.greatest[scope] ?? 0) <= range.upperBound, "\(scope) in \(example)")
      }
    }
    #expect((tally[.seated] ?? 0) > 0)
    #expect((tally[.refused] ?? 0) > 0)
    #expect((tally[.pending] ?? 0) > 0)
  }

  /// Bounds alone are no bolder than the truth either.
  private func checkBounds(_ example: PendingCase, _ truth: Truth) {
    for (person, outcome) in example.prospect(effort: 0).outcomes.enumerated() {
      let isSeated = outcome == .seated
      let isRefused = outcome == .refused
      #expect(!isSeated || truth.inAll & 1 << person != 0, "\(person) in \(example)")
      #expect(!isRefused || truth.inSome & 1 << person == 0, "\(person) in \(example)")
    }
  }

  @Test("bounds for many pending people are no bolder than the truth", arguments: 1...20)
  func manyPending(seed: Int) throws {
    var numbers = SeededNumbers(state: UInt64(seed))
    let rule = try #require(
      SeatRule(share: Number(1) - twoThirds, countsSeated: true, countsRefused: true))
    let groups = (0..<12).map { _ in 1 + numbers.below(6) }
    let pending = (0..<40).map { _ in [0, 1 + numbers.below(6)] }
    let order = (0..<12).map { [$0] }
    let bases = (0..<7).map { _ in SeatBase(rule, others: numbers.below(60)) }
    let prospect = SeatProspect(
      order: order, bases: bases, memberships: groups.map { [0, $0] }, pending: pending)
    for _ in 0..<40 {
      var states = pending.map { _ in numbers.below(3) }
      if numbers.below(2) == 0 { states = states.map { $0 == 2 ? 2 : 0 } }
      let ahead = pending.indices.filter { states[$0] == 0 }
      let seats = (0..<7).map { scope in
        let counted = pending.indices.count { states[$0] == 1 && pending[$0].contains(scope) }
        let wanting = (groups.map { [0, $0] } + ahead.map { pending[$0] }).count {
          $0.contains(scope)
        }
        return rule.seats(candidates: wanting, others: bases[scope].others + counted)
      }
      let first = numbers.below(13)
      let newcomers = ahead.indices.map { [12 + $0] }
      let completed = SeatAllocation(
        order: Array(order[..<first]) + newcomers + order[first...], seats: seats,
        memberships: groups.map { [0, $0] } + ahead.map { pending[$0] })
      for person in 0..<12 {
        if prospect.outcomes[person] == .seated { #expect(completed.outcomes[person] == .seated) }
        if prospect.outcomes[person] == .refused { #expect(completed.outcomes[person] != .seated) }
      }
    }
  }

  @Test("a pending person ahead may bring a seat with them")
  func broughtSeat() throws {
    let rule = try #require(
      SeatRule(share: Number(1) - twoThirds, countsSeated: true, countsRefused: true))
    let prospect = SeatProspect(
      order: [[0], [1], [2]], bases: [SeatBase(rule, others: 2)], memberships: [[0], [0], [0]],
      pending: [[0]])
    #expect(prospect.outcomes == [.seated, .pending, .refused])
    #expect(prospect.scopes[0].seats == 1...2)
    #expect(!prospect.isFinal)
  }

  @Test("final if nobody is pending")
  func final() throws {
    let rule = try #require(
      SeatRule(share: Number(1) - twoThirds, countsSeated: true, countsRefused: true))
    let prospect = SeatProspect(
      order: [[0], [1]], bases: [SeatBase(rule, others: 1)], memberships: [[0], [0]], pending: [])
    #expect(prospect.isFinal)
    #expect(prospect.outcomes == [.settled(.seated), .settled(.refused(fullScopes: [0]))])
    #expect(prospect.scopes[0].seats == 1...1)
  }

  @Test("who is pending elsewhere leaves an agency settled")
  func elsewhere() throws {
    let rule = try #require(
      SeatRule(share: Number(1) - twoThirds, countsSeated: true, countsRefused: true))
    let prospect = SeatProspect(
      order: [[0, 1]], bases: [SeatBase(rule, others: 1), SeatBase(rule, others: 0)],
      memberships: [[0], [0]], pending: [[1]])
    #expect(prospect.outcomes == [.settled(.tied(contest: 0)), .settled(.tied(contest: 0))])
  }

  private var twoThirds: Number { Number(numerator: 2, denominator: 3) ?? .zero }
}

/// What all completions of a world have in common.
private struct Truth {
  var inAll: Int
  var inSome = 0
  /// For each scope the numbers of seats where somebody goes without one, and the greatest of all.
  var seats: [Set<Int>]
  var greatest: [Int: Int] = [:]
  var isNested = true
  var hasTies: Bool

  init(_ example: PendingCase) {
    inAll = (1 << example.world.count) - 1
    seats = example.bases.map { _ in [] }
    hasTies = example.world.order.contains { $0.count > 1 }
    for completed in example.completions() {
      isNested = isNested && completed.isNested
      for outcome in completed.outcomes() {
        inAll &= outcome
        inSome |= outcome
      }
      for (scope, number) in completed.seats.enumerated() {
        greatest[scope] = max(number, greatest[scope] ?? 0)
        if number < completed.scopes[scope].nonzeroBitCount { seats[scope].insert(number) }
      }
    }
  }

  /// Whether everything certain has to be found.
  func isExact(_ pending: Int) -> Bool { isNested || pending == 1 && !hasTies }
}
