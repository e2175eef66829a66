import Merit
import Model
import Records
import TestSupport
import Testing

/// What may be there only once on a day, in a table of the pack's own.
@Suite struct ConstraintTests {
  private func conflicts(_ second: String) throws -> Int {
    var data = try InnerPeriodTests.dataset()
    let first = #""from": "2025-01-01", "to": "2025-03-31"}"#
    data.add("quarters", #"{"id": "X1", "person": "A", "period": "2025-Q1", "# + first)
    data.add("quarters", #"{"id": "X2", "person": "A", "period": "2025-Q2", "# + second)
    let evaluation = try Evaluation(
      dataset: .json(Array(data.json.utf8)), pack: Packs.library.load(InnerPeriodTests.pack),
      options: EvaluationOptions(period: "2026-02"))
    return evaluation.problems.first(of: "quarters").count { $0.kind == .conflict }
  }

  @Test func `records whose days overlap are told, both`() throws {
    #expect(try conflicts(#""from": "2025-03-31", "to": "2025-06-30"}"#) == 2)
  }

  @Test func `records one after the other are none of it`() throws {
    #expect(try conflicts(#""from": "2025-04-01", "to": "2025-06-30"}"#) == 0)
  }
}
