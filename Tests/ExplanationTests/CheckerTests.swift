import Criteria
import Foundation
import Merit
import Reporting
import Scoring
import Standing
import Testing

/// The independent checker over the explanations of the shipped examples.
@Suite("Explanations stand up to the independent checker")
struct CheckerTests {
  @Test("every person and unit of an example", arguments: Example.all)
  func everybody(_ example: Example) throws {
    guard let checker = Checker(example, try example.explained()) else { return }
    let result = try checker.check()
    #expect(result.status == 0, "\(result.output.prefix(4000))")
  }

  /// A leaf that could be altered unseen would prove nothing.
  @Test("altering any leaf is seen", arguments: Damage.all)
  func damage(_ damage: Damage) throws {
    guard let checker = Checker(damage.example, try damage.example.explained()) else { return }
    let options = ["--damage", "\(damage.leaves)", "--only"] + damage.subjects
    let result = try checker.check(options)
    #expect(result.status == 0, "\(result.output.prefix(4000))")
    for subject in damage.subjects {
      #expect(result.output.contains("\(subject): "), "\(subject) was not looked at")
    }
  }

  @Test("what a quarter says of its months is what they say of themselves")
  func insidePeriods() throws {
    let quarter = try Example.quarter.explained()
    guard let checker = Checker(.quarter, quarter) else { return }
    let months = try Example.monthsOfQuarter.map { try $0.explained().explanations }
    let result = try checker.check(inner: months)
    #expect(result.status == 0, "\(result.output.prefix(4000))")
    let damaged = try checker.check(
      ["--damage", "150", "--only", "people/A", "people/C"], inner: months)
    #expect(damaged.status == 0, "\(damaged.output.prefix(4000))")
    for (example, month) in zip(Example.monthsOfQuarter, months) {
      let own = try #require(Checker(example, (quarter.evaluation, month)))
      #expect(try own.check().status == 0, "\(example)")
    }
  }

  @Test("a month that was computed otherwise is seen")
  func otherMonth() throws {
    guard let checker = Checker(.quarter, try Example.quarter.explained()) else { return }
    let february = String(
      decoding: try Example.monthsOfQuarter[1].explained().explanations, as: UTF8.self)
    let other = february.replacing("\"exact\":\"600/7\"", with: "\"exact\":\"601/7\"")
    let result = try checker.check(inner: [Array(other.utf8)])
    #expect(result.status == 1)
    #expect(result.output.contains("'score' is otherwise in 2026-02"))
  }

  @Test("a pack of another number is not the one explained")
  func anotherPack() throws {
    let example = Example.handbook
    guard let checker = Checker(example, try example.explained()) else { return }
    let result = try checker.check(editing: ("\"value\": 70,", "\"value\": 71,"))
    #expect(result.status == 1)
    #expect(result.output.contains("'result points' is 71 in the pack"))
  }
}

/// Which leaves of which explanations are altered.
struct Damage: Sendable, CustomStringConvertible {
  let example: Example
  let subjects: [String]
  /// How many leaves; 0 for all.
  let leaves: Int

  var description: String { "\(example): \(subjects.joined(separator: ", "))" }

  static let all = [
    Damage(example: Example.handbook, subjects: ["units/CQ", "units/PTH"], leaves: 0),
    Damage(example: Example.handbook, subjects: ["people/CC-01", "people/LD-01"], leaves: 100),
    Damage(
      example: Example.month,
      subjects: ["people/CB-001", "people/CB-009", "people/CB-042", "units/CCHC"], leaves: 40),
    Damage(example: Example.halfYear, subjects: ["people/CB-046"], leaves: 40),
    Damage(example: Example.rota, subjects: ["people/A", "people/D"], leaves: 0),
  ]
}
