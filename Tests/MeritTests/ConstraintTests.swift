import Merit
import Model
import Records
import TestSupport
import Testing

/// What several records may not say together: in force on one day, or more than a whole.
@Suite struct ConstraintTests {
  /// Two people of one unit.
  static let office = """
    {
      "units": [{"id": "P", "name": "Phòng mẫu", "agency": true, "from": "2020-01-01"}],
      "people": [
        {"id": "A", "name": "Công chức mẫu A", "kind": "civilServant"},
        {"id": "B", "name": "Công chức mẫu B", "kind": "civilServant"}
      ],
      "postings": [
        {"person": "A", "unit": "P", "role": "staff", "from": "2026-01-01"},
        {"person": "B", "unit": "P", "role": "staff", "from": "2026-01-01"}
      ],
      "tasks": []
    }
    """

  /// The problems of tasks that say which part they are of which common work.
  private func beyond(_ parts: [(work: String?, share: String?, from: String?)]) throws
    -> [Bool: [String]]
  {
    var data = SampleDataset(json: ConstraintTests.office)
    for (number, part) in parts.enumerated() {
      let line =
        #"{"id": "T\#(number)", "person": "A", "coefficient": 1, "assigned": 1, "completed": 1, "#
        + #""due": "2026-02-10""# + (part.work.map { #", "partOf": "\#($0)""# } ?? "")
        + (part.share.map { #", "share": \#($0)"# } ?? "")
        + (part.from.map { #", "receivedFrom": "\#($0)""# } ?? "") + "}"
      data.add("tasks", line)
    }
    var told: [Bool: [String]] = [:]
    for keeps in [true, false] {
      var options = EvaluationOptions(period: "2026-H1")
      options.keepsRecords = keeps
      let evaluation = try Evaluation(
        dataset: .json(Array(data.json.utf8)), pack: Packs.load("nd-335-2025"), options: options)
      told[keeps] = evaluation.problems.first(of: "tasks").filter { $0.kind == .outOfRange }
        .map { "\($0.record ?? "") \($0.field ?? ""): \($0.english(showsGiven: true))" }.sorted()
    }
    return told
  }

  @Test(
    "shares of one piece of work are at most the whole",
    arguments: [
      ([("D", "0.5"), ("D", "0.3"), ("D", "0.2")], 0),
      ([("D", "0.5"), ("D", "0.3"), ("D", "0.3")], 3),
      ([("D", "0.6"), ("E", "0.6")], 0),
      ([(nil, "0.6"), (nil, "0.6")], 0),
      ([("D", "0.6"), ("D", nil), ("D", "0.4")], 0),
      ([("D", "0.6"), ("D", nil), ("D", "0.5")], 2),
    ] as [([(String?, String?)], Int)])
  func shares(_ parts: [(String?, String?)], count: Int) throws {
    let told = try beyond(parts.map { ($0.0, $0.1, nil) })
    #expect(told[true]?.count == count && told[false] == told[true])
  }

  @Test func `a share that was handed over is not added again`() throws {
    #expect(try beyond([("D", "0.6", nil), ("D", "0.6", "B"), ("D", "0.4", nil)])[true] == [])
  }

  @Test func `what came is told, and what it is together`() throws {
    let told = try beyond([("D", "0.6", nil), ("D", "0.5", nil)])[false] ?? []
    #expect(told.count == 2 && told[1].hasPrefix("T1 own part of work: "))
    #expect(told.allSatisfy { $0.contains("those of D are 1.1") })
    #expect(told[1].contains("0.5"))
  }

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
