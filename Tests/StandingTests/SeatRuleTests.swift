import FEEL
import Standing
import Testing

@Suite("The number of seats")
struct SeatRuleTests {
  static let shares: [Number] = [(1, 5), (1, 4), (3, 10), (2, 5), (1, 3), (1, 7), (0, 1), (1, 1)]
    .compactMap { Number(numerator: $0.0, denominator: $0.1) }

  /// n people, and the seats at 20 % and 25 % of the lower level, and of the lower level and up.
  static let printed: [(people: Int, seats: [Int])] = [
    (3, [0, 0, 0, 0]), (5, [0, 1, 1, 1]), (6, [1, 1, 1, 1]), (10, [1, 2, 2, 2]),
    (12, [2, 2, 2, 3]), (20, [3, 4, 4, 5]), (30, [5, 6, 6, 7]), (100, [16, 20, 20, 25]),
  ]

  @Test("a whole cohort of candidates", arguments: printed)
  func printedTable(people: Int, seats: [Int]) throws {
    let lower = try [twenty, twentyFive].map { try rule($0, seated: false, refused: true) }
    let upper = try [twenty, twentyFive].map { try rule($0, seated: true, refused: true) }
    #expect((lower + upper).map { $0.seats(candidates: people, others: 0) } == seats)
  }

  @Test("who is refused and who was never a candidate count alike in the lower level")
  func othersCount() throws {
    let rule = try rule(twenty, seated: false, refused: true)
    #expect(rule.seats(candidates: 4, others: 26) == rule.seats(candidates: 30, others: 0))
  }

  /// Totals of a real body: given, on the lower level, below it; then the share and the answer.
  static let totals: [(given: Int, lower: Int, below: Int, reading: String, holds: Bool)] = [
    (112, 430, 0, "lower", false), (112, 430, 0, "lower and up", false),
    (103, 431, 14, "lower", false), (103, 431, 14, "lower and up", true),
    (103, 431, 14, "everybody", true), (104, 436, 0, "lower and up", true),
  ]

  @Test("real totals pass or fail as they were reported to", arguments: totals)
  func realTotals(given: Int, lower: Int, below: Int, reading: String, holds: Bool) throws {
    let rule = try rule(twenty, seated: reading != "lower", refused: true)
    let others = reading == "everybody" ? below : 0
    #expect(rule.allows(seated: given, refused: lower, others: others) == holds)
    let seats = rule.seats(candidates: given + lower, others: others)
    #expect((given <= seats) == holds)
  }

  @Test("one more than 25 % still passes at 20.66 % where 20 % does not")
  func outstandingBody() throws {
    let rule = try rule(twentyFive, seated: true, refused: true)
    #expect(rule.allows(seated: 112, refused: 430, others: 0))
  }

  @Test("one seat more would break the rule as written, and no seat does", arguments: shares)
  func greatestNumber(share: Number) throws {
    for (seated, refused) in [(false, false), (false, true), (true, false), (true, true)] {
      let rule = try rule(share, seated: seated, refused: refused)
      for others in 0...24 {
        for candidates in 0...24 {
          let seats = rule.seats(candidates: candidates, others: others)
          let allowed = (0...candidates).filter {
            rule.allows(seated: $0, refused: candidates - $0, others: others)
          }
          #expect(min(seats, candidates) == allowed.max())
          #expect(allowed == Array(0...min(seats, candidates)))
        }
      }
    }
  }

  @Test("a share lies between nought and one")
  func noSuchShare() {
    #expect(SeatRule(share: Number(-1), countsSeated: true, countsRefused: true) == nil)
    #expect(SeatRule(share: Number(2), countsSeated: true, countsRefused: true) == nil)
  }

  @Test("a share is exact: a third of three is one")
  func exactShare() throws {
    let third = try #require(Number(numerator: 1, denominator: 3))
    #expect(try rule(third, seated: true, refused: true).seats(candidates: 3, others: 0) == 1)
  }

  private func rule(_ share: Number, seated: Bool, refused: Bool) throws -> SeatRule {
    try #require(SeatRule(share: share, countsSeated: seated, countsRefused: refused))
  }

  private var twenty: Number { Self.shares[0] }
  private var twentyFive: Number { Self.shares[1] }
}
