import FEEL
import Testing

@Suite struct NotationTests {
  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("-0.00", "0"), ("7", "7"), ("007", "7"), ("1.50", "1.5"),
    ("-1.25", "-1.25"), (".5", "0.5"), ("-.5", "-0.5"), ("1e3", "1000"), ("1E+3", "1000"),
    ("1.5e-3", "0.0015"), ("12.34e1", "123.4"), ("0e6144", "0"),
    ("123456789012345678", "123456789012345678"),
    ("1234567890123456789", "1234567890123456789"), ("9223372036854775808", "9223372036854775808"),
    ("0.000000000000000001", "0.000000000000000001"),
    ("0.0000000000000000001", "0.0000000000000000001"),
    ("99999999999999999.9", "99999999999999999.9"),
    (
      "12345678901234567890.123456789012345678901234567890",
      "12345678901234567890.12345678901234567890123456789"
    ),
  ])
  func reads(text: String, expected: String) throws {
    let number = try #require(Number(text))
    #expect(number.decimalText == expected)
    #expect(Number(expected) == number)
    #expect(Number(decimal: text.utf8) == number)
    #expect(Number(decimal: Array(text.utf8)) == number)
  }

  @Test(arguments: [
    "", "-", "+1", ".", "-.", "5.", "1.e3", "1e", "1e+", "e5", "1.2.3", "1,5", " 1", "1 ", "--1",
    "0x10",
    "1_000", "NaN", "Infinity", "1/3", "١", "1e6145", "1e-6145", "1e99999999999999999999", "1-",
    "1.-5",
  ])
  func refuses(text: String) {
    #expect(Number(text) == nil)
  }

  @Test func limitsOfLength() throws {
    let long = String(repeating: "7", count: 10_000)
    #expect(Number(long)?.decimalText == long)
    #expect(Number(long + "7") == nil)
    #expect(Number("1e6144")?.decimalText == "1" + String(repeating: "0", count: 6144))
    #expect(Number("1e-6144")?.decimalText == "0." + String(repeating: "0", count: 6143) + "1")
  }

  @Test(arguments: [
    ("1/3", 2, "0.33"), ("2/3", 2, "0.67"), ("89.96", 1, "90.0"), ("0.005", 2, "0.01"),
    ("-0.005", 2, "-0.01"), ("-0.004", 2, "0.00"), ("1.5", 0, "2"), ("12", 3, "12.000"),
    ("1/7", 40, "0.1428571428571428571428571428571428571429"),
  ])
  func displays(value: String, places: Int, expected: String) throws {
    #expect(try Number(fraction: value).decimalText(places: places) == expected)
  }

  /// A decimal ends exactly when two and five are the only primes of its denominator.
  @Test func decimalsEnd() throws {
    for denominator in 1...2000 {
      var rest = denominator
      for prime in [2, 5] { while rest % prime == 0 { rest /= prime } }
      let number = try #require(Number(numerator: 1, denominator: denominator))
      let text = number.decimalText
      #expect((text != nil) == (rest == 1))
      if let text { #expect(Number(text) == number) }
    }
    for power in [27, 28, 50, 100, 300, 1000] {
      let two = try #require(Number(2).raised(toPower: -power))
      let five = try #require(Number(5).raised(toPower: -power))
      for number in [two, five, two * two * five] {
        #expect(try Number(#require(number.decimalText)) == number)
        #expect(number.divided(by: 3)?.decimalText == nil)
      }
    }
  }

  @Test(arguments: [
    (RoundingRule.up, ["6", "2", "1", "-1", "-2", "-6"]),
    (.down, ["5", "1", "0", "0", "-1", "-5"]),
    (.halfUp, ["6", "2", "1", "-1", "-2", "-6"]),
    (.halfDown, ["5", "2", "0", "0", "-2", "-5"]),
    (.halfEven, ["6", "2", "0", "0", "-2", "-6"]),
    (.floor, ["5", "1", "0", "-1", "-2", "-6"]),
    (.ceiling, ["6", "2", "1", "0", "-1", "-5"]),
  ])
  func rounds(rule: RoundingRule, expected: [String]) throws {
    let values = try ["5.5", "1.6", "0.5", "-0.5", "-1.6", "-5.5"].map(Number.init(fraction:))
    #expect(values.map { $0.rounded(toPlaces: 0, rule).description } == expected)
  }

  @Test func roundsToTens() throws {
    #expect(Number(1250).rounded(toPlaces: -2, .halfEven) == 1200)
    #expect(Number(1350).rounded(toPlaces: -2, .halfEven) == 1400)
    #expect(Number(-1250).rounded(toPlaces: -2, .halfUp) == -1300)
    #expect(Number(4).rounded(toPlaces: -1, .up) == 10)
  }
}
