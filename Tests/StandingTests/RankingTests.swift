import FEEL
import Standing
import Testing

@Suite("Ranks by exact keys")
struct RankingTests {
  private let byPoints = PointOrder<Number>([.greatestFirst])

  @Test("level members share a rank, and the next rank counts all ahead")
  func sharedRanks() {
    let ranking = Ranking([[90], [80], [90], [70], [80], [80]] as [[Number?]], by: byPoints)
    #expect(ranking.places == [1, 3, 1, 6, 3, 3].map { .rank($0) })
    #expect(ranking.classes == [[0, 2], [1, 4, 5], [3]])
  }

  @Test("a member without a key has no rank, and changes nobody's")
  func missingKey() {
    let order = PointOrder<Number>([.greatestFirst, .leastFirst])
    let ranking = Ranking([[90, 1], [nil, 2], [95, nil], [80, 0]] as [[Number?]], by: order)
    #expect(
      ranking.places == [
        .rank(1), .unranked(missingKeys: [0]), .unranked(missingKeys: [1]), .rank(2),
      ])
  }

  @Test("further keys decide in turn, each in its own direction")
  func furtherKeys() {
    let order = PointOrder<Number>([.greatestFirst, .leastFirst])
    let ranking = Ranking([[90, 2], [90, 1], [91, 5]] as [[Number?]], by: order)
    #expect(ranking.places == [3, 2, 1].map { .rank($0) })
  }

  @Test("breakers give ranks without ties")
  func breakers() {
    let rows: [[Number?]] = [[90], [90], [80], [90]]
    let ranking = Ranking(rows, by: byPoints, thenBy: [["c"], ["a"], ["z"], ["b"]])
    #expect(ranking.places == [3, 1, 4, 2].map { .rank($0) })
    let same = Ranking(rows, by: byPoints, thenBy: [["c"], ["a"], ["z"], ["c"]])
    #expect(same.places == [2, 1, 4, 2].map { .rank($0) })
  }

  @Test("points are exact: a hair below is behind")
  func exactness() throws {
    let hair = try #require(Number(numerator: 1, denominator: 1_000_000_007))
    let ranking = Ranking([[Number(90) - hair], [90], [Number(90) + hair]], by: byPoints)
    #expect(ranking.classes == [[2], [1], [0]])
  }

  @Test("numbers for which one double stands, or none, are told apart")
  func closeNumbers() throws {
    for bits in [30, 61] {
      let points = try (0..<40).map { step in
        let below = (1 << bits) - 1 - step * 7 % 40
        return try #require(Number(numerator: below - 1, denominator: below))
      }
      #expect(bits > 53 ? points[0].nearest.isNaN : Set(points.map(\.nearest)).count < 3)
      let ranking = Ranking(points.map { [$0] }, by: byPoints)
      #expect(ranking.places == points.map { one in .rank(1 + points.count { $0 > one }) })
      let turned = Ranking(points.map { [.zero - $0] }, by: byPoints)
      #expect(turned.places == points.map { one in .rank(1 + points.count { $0 < one }) })
    }
  }

  @Test("a rank is one more than the number of those ahead, whatever the order of rows")
  func definition() {
    var numbers = SeededNumbers(state: 21)
    for _ in 0..<500 {
      let rows: [[Int?]] = (0..<(1 + numbers.below(9))).map { _ in
        [numbers.below(6) == 0 ? nil : numbers.below(4), numbers.below(3)]
      }
      let order = PointOrder<Int>([.greatestFirst, .leastFirst])
      let ranking = Ranking(rows, by: order)
      for (member, row) in rows.enumerated() {
        guard let first = row[0], let second = row[1] else {
          #expect(ranking.places[member] == .unranked(missingKeys: [0]))
          continue
        }
        let ahead = rows.count { other in
          guard let one = other[0], let two = other[1] else { return false }
          return one > first || one == first && two < second
        }
        #expect(ranking.places[member] == .rank(ahead + 1))
      }
    }
  }

  @Test("one order is a total preorder")
  func preorder() {
    let order = PointOrder<Int>([.leastFirst, .greatestFirst])
    let rows = (0..<3).flatMap { one in (0..<3).map { [one, $0] } }
    for one in rows {
      for other in rows {
        let isLevel = order.standing(of: one, to: other) == .level
        #expect(isLevel == (one == other))
        #expect(order.isAhead(one, of: other) == (order.standing(of: other, to: one) == .behind))
      }
    }
  }
}
