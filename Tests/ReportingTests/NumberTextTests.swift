import FEEL
import Model
import Testing

@testable import Reporting

/// Numbers in print: few digits, but on the right side of every threshold.
@Suite("Numbers in print")
struct NumberTextTests {
  /// One number and what a reader should see; thresholds are 0.2, 50, 70 and 90.
  struct Case: Sendable, CustomTestStringConvertible {
    let exact: String
    let percent: Bool
    let vietnamese: String
    let english: String
    var testDescription: String { exact }

    init(_ exact: String, _ vietnamese: String, _ english: String, percent: Bool = false) {
      self.exact = exact
      self.vietnamese = vietnamese
      self.english = english
      self.percent = percent
    }
  }

  static let cases = [
    Case("90", "90", "90"),
    Case("89.5", "89,5", "89.5"),
    Case("89.99", "89,99", "89.99"),
    Case("89.994", "89,99", "89.99"),
    Case("89.995", "89,995", "89.995"),
    Case("89.996", "89,996", "89.996"),
    Case("89.99951", "89,9995", "89.9995"),
    Case("90.004", "90,004", "90.004"),
    Case("90.006", "90,01", "90.01"),
    Case("89.99999999999999999999", "89,99999999999999999999", "89.99999999999999999999"),
    Case("0.005", "0,01", "0.01"),
    Case("-1.5", "-1,5", "-1.5"),
    Case("0", "0", "0"),
    Case("1234567.891", "1234567,89", "1234567.89"),
    Case("95/3", "31,67", "31.67"),
    Case("270/3", "90", "90"),
    Case("0.95", "95%", "95%", percent: true),
    Case("2/3", "66,67%", "66.67%", percent: true),
    Case("1", "100%", "100%", percent: true),
    Case("0.199999", "19,9999%", "19.9999%", percent: true),
    Case("0.2", "20%", "20%", percent: true),
  ]

  let numbers = NumberText(thresholds: ["0.2", "50", "70", "90"].compactMap { Number($0) })

  /// A number from a decimal or a fraction.
  static func number(_ text: String) throws -> Number {
    let parts = text.split(separator: "/").map { Number(String($0)) }
    let first = try #require(parts[0])
    guard parts.count == 2 else { return first }
    let second = try #require(parts[1])
    return try #require(first.divided(by: second))
  }

  @Test("are printed as a reader writes them", arguments: cases)
  func prints(_ one: Case) throws {
    let exact = try NumberTextTests.number(one.exact)
    #expect(numbers(exact, percent: one.percent, .vietnamese) == one.vietnamese)
    #expect(numbers(exact, percent: one.percent, .english) == one.english)
  }

  @Test("stand on the same side of every threshold as the exact number")
  func keepsSides() throws {
    let thresholds = try ["0.2", "50", "70", "90"].map { try #require(Number($0)) }
    for threshold in thresholds {
      for (places, digit) in (0...25).flatMap({ places in (1...9).map { (places, $0) } }) {
        let tiny = try #require(Number("0." + String(repeating: "0", count: places) + "\(digit)"))
        for exact in [threshold - tiny, threshold + tiny] {
          let printed = try #require(Number(numbers(exact, .english)))
          #expect((printed < threshold) == (exact < threshold))
          #expect((printed == threshold) == (exact == threshold))
        }
      }
    }
  }

  @Test("have a fraction where no number of digits is enough")
  func fallsBack() throws {
    let third = try NumberTextTests.number("1/3")
    #expect(NumberText(thresholds: [third])(third, .english) == "1/3")
  }
}
