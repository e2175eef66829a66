import Standing
import Testing

/// The rule for ties in an agency and its groups, as it is written down, step by step.
///
/// A tie class at the last seat, r seats left in the agency, r_g in group g, t_g of the class in g:
/// if the sum of min(t_g, r_g) is at most r, members of groups with t_g <= r_g are seated, and in
/// the others r_g seats are reserved and their members are undecided; otherwise all of the class
/// with r_g > 0 are undecided and the agency's seats are reserved.
private struct WrittenRule {
  var agencyLeft: Int
  var groupLeft: [Int]
  var agencyReserved = 0
  var verdicts: [String]

  init(_ world: SeatWorld, groups: [Int]) {
    agencyLeft = world.seats[0]
    groupLeft = Array(world.seats.dropFirst())
    verdicts = groups.map { _ in "refused" }
    for tieClass in world.order { settle(tieClass, groups) }
  }

  private mutating func settle(_ tieClass: [Int], _ groups: [Int]) {
    if agencyLeft == 0 { return }
    var members: [Int: [Int]] = [:]
    for person in tieClass { members[groups[person], default: []].append(person) }
    let asked = members.reduce(0) { $0 + min($1.value.count, groupLeft[$1.key]) }
    if asked > agencyLeft {
      for (group, people) in members where groupLeft[group] > 0 {
        for person in people { verdicts[person] = "undecided" }
      }
      agencyReserved += agencyLeft
      agencyLeft = 0
      return
    }
    for (group, people) in members {
      let fits = people.count <= groupLeft[group]
      let taken = fits ? people.count : groupLeft[group]
      let verdict = fits ? "seated" : taken > 0 ? "undecided" : "refused"
      for person in people { verdicts[person] = verdict }
      groupLeft[group] -= taken
      agencyLeft -= taken
      agencyReserved += fits ? 0 : taken
    }
  }
}

@Suite("Ties at the last seats")
struct SeatTieRuleTests {
  @Test("an agency and its groups follow the written rule", arguments: 1...6)
  func writtenRule(count: Int) {
    for groups in partitions(of: count) {
      for (part, whole) in [(1, 5), (1, 3), (1, 2), (3, 5), (3, 4)] {
        for sizes in compositions(of: count) {
          let world = SeatWorld(order: classes(sizes), groups: groups) {
            ($0 * part + whole / 2) / whole
          }
          let written = WrittenRule(world, groups: groups)
          let given = world.allocation
          #expect(given.outcomes.map(word) == written.verdicts, "\(world)")
          #expect(given.scopes[0].reserved == written.agencyReserved, "\(world)")
        }
      }
    }
  }

  @Test("level at the last seat of the agency: nobody is chosen")
  func lastSeat() {
    let given = SeatAllocation(order: [[0], [1, 2]], seats: [2], memberships: [[0], [0], [0]])
    #expect(given.outcomes == [.seated, .tied(contest: 0), .tied(contest: 0)])
    #expect(given.contests[0].seats == 1...1)
    #expect(given.scopes[0].free == 0)
  }

  @Test("holders of seats are ahead, and never level")
  func holders() {
    let given = SeatAllocation(order: [[0], [1, 2]], seats: [3], memberships: [[0], [0], [0]])
    #expect(given.holders(of: 0, aheadOf: 1).seated == [0])
  }

  @Test("level in two groups that have room: the full group alone is in contest")
  func oneGroupShort() {
    let given = SeatAllocation(
      order: [[0, 1, 2]], seats: [2, 1, 1], memberships: [[0, 1], [0, 2], [0, 2]])
    #expect(given.outcomes == [.seated, .tied(contest: 0), .tied(contest: 0)])
    #expect(given.contests[0].claims.map(\.scope) == [0, 2])
  }

  @Test("where scopes cross the whole contested class is undecided, and nobody else of the rank")
  func crossingContest() {
    let given = SeatAllocation(
      order: [[0, 1, 2, 3]], seats: [1, 1, 5],
      memberships: [[0], [0, 1], [1, 2], [2]])
    #expect(
      given.outcomes == [
        .tied(contest: 0), .tied(contest: 0), .tied(contest: 0), .seated,
      ])
  }

  @Test("behind a contest of crossing scopes people wait, as the seat may stay free")
  func waiting() {
    let given = SeatAllocation(
      order: [[0, 1], [2]], seats: [1, 1], memberships: [[0, 1], [0], [1]])
    #expect(given.outcomes[2] == .waiting(contests: [0]))
    #expect(given.contests[0].claims.map(\.seats) == [1...1, 0...1])
    #expect(given.scopes[1].reserved == 1)
    #expect(given.scopes[1].reservedAtLeast == 1)
  }

  @Test("a cohort too small for one seat is told so")
  func tooSmall() {
    let given = SeatAllocation(order: [[0]], seats: [0], memberships: [[0]])
    #expect(given.outcomes == [.refused(fullScopes: [0])])
    #expect(given.scopes[0].isTooSmall)
    #expect(given.holders(of: 0, aheadOf: 0).seated.isEmpty)
  }

  private func word(_ outcome: SeatOutcome) -> String {
    switch outcome {
    case .seated: "seated"
    case .refused: "refused"
    case .tied, .waiting: "undecided"
    }
  }
}
