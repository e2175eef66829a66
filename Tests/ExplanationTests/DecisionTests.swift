import Criteria
import FEEL
import Merit
import Scoring
import Standing
import Testing

/// Decision tables of a pack: what they give, and how they are explained.
@Suite("Decision tables of a pack")
struct DecisionTests {
  private static let pack = Example.root + "Tests/ExplanationTests/Data/duty-rota"

  @Test("the pack has no findings, and its cases pass")
  func cases() throws {
    let report = try PackLibrary(folders: []).load(DecisionTests.pack).check()
    #expect(report.failed == 0 && report.passed == 2, "\(report.text)")
    #expect(!report.hasErrors, "\(report.text)")
  }

  /// The row about nights is compared with a parameter, and fields have bounds.
  @Test("what is not proven is told")
  func unproven() throws {
    let report = try PackLibrary(folders: []).load(DecisionTests.pack).check()
    #expect(!report.text.contains("never the result"), "\(report.text)")
    #expect(!report.text.contains("not proven"), "\(report.text)")
  }

  @Test("an unknown input leaves open only what depends on it")
  func unknown() throws {
    let (evaluation, _) = try Example.rota.explained()
    let world = evaluation.outcome.grading.world
    func value(_ person: String, _ name: String) throws -> Value {
      let table = try #require(world.pack.layout.table("people"))
      let row = try #require(world.tables[table].names.firstIndex(of: person))
      let member = try #require(world.pack.layout.tables[table].member(name))
      return world.value(
        of: member, in: RecordReference(type: Int32(table), row: Int32(row)))
    }
    let rate = try value("D", "rate")
    #expect(rate.unknown?.causes.map(\.field) == ["late"])
    #expect(try value("D", "remarks").description == "[perhaps \"talk\", \"lead\"]")
    #expect(try value("D", "praise").unknown != nil)
    #expect(try value("E", "rate") == .number(1))
    #expect(try value("E", "remarks").description == "[\"talk\", perhaps \"lead\"]")
  }
}
