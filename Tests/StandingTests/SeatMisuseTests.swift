import Standing
import Testing

@Suite("Misuse stops the program")
struct SeatMisuseTests {
  @Test("a candidate stands in the order exactly once")
  func order() async {
    await #expect(processExitsWith: .failure) {
      _ = SeatAllocation(order: [[0], [0]], seats: [1], memberships: [[0]])
    }
    await #expect(processExitsWith: .failure) {
      _ = SeatAllocation(order: [[0]], seats: [1], memberships: [[0], [0]])
    }
  }

  @Test("a scope has no seats or some")
  func seats() async {
    await #expect(processExitsWith: .failure) {
      _ = SeatAllocation(order: [[0]], seats: [-1], memberships: [[0]])
    }
  }

  @Test("a row has as many keys as the order")
  func keys() async {
    await #expect(processExitsWith: .failure) {
      _ = PointOrder<Int>([.leastFirst]).standing(of: [1, 2], to: [1])
    }
  }
}
