import FEEL
import Testing

@Suite struct FractionTests {
  @Test func thirdsAddUp() throws {
    let third = try #require(Number(numerator: 1, denominator: 3))
    #expect(third * 3 == 1)
    #expect(third.description == "1/3")
    #expect(third.decimalText == nil)
  }

  /// The case that comes out just below 50 with 34 digits after each step.
  @Test func fiftyIsFifty() throws {
    let sum = Number(79) + 78 + 80
    let part = try #require((Number(70) * sum).divided(by: 140)?.divided(by: 3))
    #expect(try Number(fraction: "10.5") + part == 50)
  }

  private static let primes = [101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157]

  /// Eleven months `90 + 1/p` and a twelfth that takes the parts back: the mean is 90, or less by
  /// what the twelfth takes more.
  @Test(arguments: [("0", true), ("0.\(String(repeating: "0", count: 59))1", false)])
  func twelveMonthsReachNinety(lacking: String, reaches: Bool) throws {
    let lack = try Number(fraction: lacking)
    let months = try Self.primes.dropLast().map {
      try #require(Number(numerator: 90 * $0 + 1, denominator: $0))
    }
    let last = Number(1080) - months.reduce(0, +) - lack * 12
    let mean = try #require((months + [last]).reversed().reduce(0, +).divided(by: 12))
    #expect(mean == 90 - lack)
    #expect((mean >= 90) == reaches)
    #expect(last.denominatorText.count > 20)
  }

  @Test("of two numbers the smaller never has the greater double")
  func nearestDoubles() throws {
    // Rounded before it is divided, the first of these would come out greater than the second.
    var pairs = [((1 << 53) + 3, (1 << 53) + 1, (1 << 52) + 1, 1 << 52)]
    for bits in 4..<62 {
      for offset in 0..<8 {
        let whole = (1 << bits) - 1 - offset
        pairs += (0..<8).map { (whole - offset, whole, whole - 1 - $0, whole - 1) }
      }
    }
    for (n, d, m, e) in pairs {
      let one = try #require(Number(numerator: n, denominator: d))
      let other = try #require(Number(numerator: m, denominator: e))
      if one.nearest < other.nearest { #expect(one < other) }
      if one.nearest > other.nearest { #expect(one > other) }
    }
    #expect(Number(numerator: -1, denominator: 3)?.nearest == -1.0 / 3)
  }

  @Test func limitsOfMachineWords() throws {
    for value in [Int.min, Int.min + 1, -1, 0, 1, Int.max - 1, Int.max] {
      let number = Number(value)
      #expect(number.asInt == value)
      #expect(number.description == String(value))
      #expect(Number(String(value)) == number)
      #expect(-(-number) == number)
      #expect((number + 1) - 1 == number)
      #expect((number - 1) + 1 == number)
      #expect(number.magnitude.description == String(value.magnitude))
      #expect(Number(numerator: value, denominator: Int.min).map { $0 * Number(Int.min) } == number)
      #expect(
        Number(numerator: 2, denominator: 3).map { $0 * number }
          == Number(numerator: 1, denominator: 3).map { $0 * number * 2 })
    }
    #expect(Number(Int.max) + 1 == -Number(Int.min))
    #expect(Number(numerator: Int.min, denominator: Int.min) == 1)
    #expect(Number(numerator: 1, denominator: 0) == nil)
    #expect(Number(1).divided(by: 0) == nil)
    #expect((Number(Int.max) + 1).asInt == nil)
  }

  @Test func staysSmall() {
    #expect(MemoryLayout<Number>.size == 17)
    #expect(MemoryLayout<Number>.stride == 24)
    #expect(MemoryLayout<Value>.stride == 32)
  }

  @Test func aMillionAdditionsOfTwoPlaces() throws {
    let cents = try (0..<100).map { try #require(Number(numerator: $0, denominator: 100)) }
    var sum = Number.zero
    for index in 0..<1_000_000 { sum += cents[index % 100] }
    #expect(sum == 495_000)
  }

  @Test(arguments: [
    ("2", 10, "1024"), ("-2", 3, "-8"), ("2", -2, "0.25"), ("0", 0, "1"), ("0", 5, "0"),
    ("1", Int.max, "1"), ("-1", Int.max, "-1"), ("-1", Int.min, "1"), ("0.1", 3, "0.001"),
    ("10", 40, "1" + String(repeating: "0", count: 40)),
  ])
  func powers(base: String, exponent: Int, expected: String) throws {
    #expect(try Number(fraction: base).raised(toPower: exponent)?.description == expected)
  }

  @Test func powersWithoutAValue() {
    #expect(Number(0).raised(toPower: -1) == nil)
    #expect(Number(2).raised(toPower: Int.max) == nil)
    #expect(Number(3).raised(toPower: Int.min) == nil)
    #expect(Number(-1).squareRoot() == nil)
    #expect(Number(0).naturalLogarithm() == nil)
    #expect(Number(20_000).exponential() == nil)
    #expect(Number(-4).raised(to: Number(numerator: 1, denominator: 2) ?? 0) == nil)
  }

  @Test(arguments: [("4", "2"), ("0.0625", "0.25"), ("2", "1.414213562373095048801688724209698")])
  func roots(square: String, expected: String) throws {
    #expect(try Number(fraction: square).squareRoot()?.description == expected)
  }
}
