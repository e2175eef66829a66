import FEEL
import Testing

@Suite struct FractionTests {
  @Test func thirdsAddUp() throws {
    let third = try #require(Number(numerator: 1, denominator: 3))
    #expect(third * 3 == 1)
  }
}
