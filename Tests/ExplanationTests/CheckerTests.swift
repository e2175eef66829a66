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
  ]
}
