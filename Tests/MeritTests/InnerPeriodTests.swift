import Criteria
import FEEL
import Foundation
import JSON
import Merit
import Model
import Records
import Scoring
import Standing
import TestSupport
import Testing

/// Longer periods find what the periods inside them left behind.
///
///     A  P1 in January and February, P2 from March    C  P2    D  head of P1, one task in January
///     B  P1 from February
@Suite struct InnerPeriodTests {
  static let pack = Repository.path("Tests/MeritTests/Inner")

  static func dataset() throws -> SampleDataset {
    SampleDataset(json: try Repository.text("Tests/MeritTests/Inner/data.json"))
  }

  private func findings(
    _ data: SampleDataset, _ period: String, asOf: String? = "2026-03-31", keeping: Bool = true
  ) throws -> (findings: Findings, evaluation: Evaluation) {
    var options = EvaluationOptions(period: period, asOf: asOf)
    options.keepsRecords = keeping
    let folder = FileManager.default.temporaryDirectory.appending(path: "merit-\(UUID())")
    try Data(data.json.utf8).write(to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    let evaluation = try Evaluation(
      dataset: .path(folder.path()), pack: Packs.library.load(InnerPeriodTests.pack),
      options: options)
    return (Findings(evaluation), evaluation)
  }

  // 1/3 of 3 tasks, 6/7, all: (100/3 + 600/7 + 100)/3 = 4600/63. B: (100 + 75)/2. D: January alone.
  @Test(arguments: [
    ("A", "4600/63", "low"), ("B", "87.5", "high"), ("C", "260/3", "high"), ("D", "100", "high"),
  ])
  func `a year is computed from its months`(
    _ person: String, _ score: String, _ level: String
  ) throws {
    let year = try findings(InnerPeriodTests.dataset(), "2026").findings
    let exact = try #require(Number(score) ?? InnerPeriodTests.fraction(score))
    #expect(year["people/\(person).score"] == "\(exact)")
    #expect(year["people/\(person).level"] == "\"\(level)\"")
  }

  private static func fraction(_ text: String) -> Number? {
    let parts = text.split(separator: "/").compactMap { Number(String($0)) }
    guard parts.count == 2 else { return nil }
    return parts[0].divided(by: parts[1])
  }

  @Test func `each month is computed where the person was then`() throws {
    let year = try findings(InnerPeriodTests.dataset(), "2026").findings
    #expect(year["people/A.places"] == #"["P1", "P1", "P2"]"#)
    #expect(year["people/B.places"] == #"["P1", "P1"]"#)
    // A and D in P1 in January: (100/3 + 100)/2; A and B in February: (600/7 + 100)/2; B in March:
    // (200/3 + 650/7 + 75)/3.
    let p1 = try #require(InnerPeriodTests.fraction("4925/63"))
    #expect(year["units/P1.average"] == "\(p1)")
  }

  @Test func `a period that is not over has left nothing behind`() throws {
    let february = try findings(InnerPeriodTests.dataset(), "2026", asOf: "2026-03-30").evaluation
    let periods = Set(february.outcome.grading.world.carried.map(\.period.id))
    #expect(periods == ["2026-01", "2026-02"])
  }

  @Test func `quarters that are computed from months are there for the year`() throws {
    let year = try findings(InnerPeriodTests.dataset(), "2026").findings
    #expect(year["people/B.best quarter"] == "87.5")
    let early = try findings(InnerPeriodTests.dataset(), "2026", asOf: "2026-03-30").findings
    #expect(early["people/B.best quarter"] == "null")
  }

  @Test func `months end on the days of the office's calendar`() throws {
    var data = try InnerPeriodTests.dataset()
    data.add("periods", #"{"id": "2026-03", "from": "2026-02-16", "to": "2026-03-14"}"#)
    let year = try findings(data, "2026", asOf: "2026-03-14").findings
    // March begins on 16 February, so B's task of 20 February counts twice and that of 20 March not yet;
    // March's last posting of A is that in P2.
    #expect(year["people/A.places"] == #"["P1", "P1", "P2"]"#)
    #expect(year["people/B.score"] == "100")
  }

  @Test(arguments: ["2026", "2026-H1", "2026-Q1"])
  func `a run over closed months agrees with one over tasks`(_ period: String) throws {
    var tasks = try InnerPeriodTests.dataset()
    for index in tasks["tasks"].indices.prefix(2) {  // so that all scores end as decimals
      tasks["tasks"][index]["assigned"] = "8"
    }
    tasks["tasks"][7]["completed"] = "3"
    let open = try findings(tasks, period)
    var closed = tasks
    let world = open.evaluation.outcome.grading.world
    for row in world.carried { closed.add(world.pack.layout.tables[row.table].name, row, world) }
    closed["tasks"] = []
    let again = try findings(closed, period)
    #expect(again.evaluation.outcome.grading.world.carried.isEmpty)
    let reads = again.findings.differences(from: open.findings).filter {
      !$0.hasPrefix("tasks/") && !$0.hasSuffix(".load")
    }
    #expect(reads == [], "\(again.findings.explain(open.findings))")
  }

  @Test func `what the dataset says goes before, and a difference is told`() throws {
    var data = try InnerPeriodTests.dataset()
    data.add("history", InnerPeriodTests.january("A", score: "50"))
    data.add("history", InnerPeriodTests.january("B", score: "90"))
    let year = try findings(data, "2026")
    // (50 + 600/7 + 100)/3
    let score = try #require(InnerPeriodTests.fraction("550/7"))
    #expect(year.findings["people/A.score"] == "\(score)")
    // Nothing of B's January is in the dataset, so nothing contradicts what is given.
    #expect(year.findings["problems"] == "history recomputed 1")
    let problem = try #require(year.evaluation.problems.first(of: "history").first)
    #expect(problem.field == "score" && problem.record == "A/2026-01" && problem.given == "50")
    #expect(problem.english(showsGiven: true).contains("computed in 2026-01"))
  }

  private static func january(_ person: String, score: String) -> String {
    """
    {"person": "\(person)", "period": "2026-01", "from": "2026-01-01", "to": "2026-01-31", \
    "score": \(score), "closed": true}
    """
  }

  @Test func `what is unknown in a month is unknown in the year, with the record to chase`() throws
  {
    var data = try InnerPeriodTests.dataset()
    for (index, task) in data["tasks"].enumerated() where task["id"] == "\"C2\"" {
      data["tasks"][index]["completed"] = nil
    }
    let whole = try findings(InnerPeriodTests.dataset(), "2026").findings
    let year = try findings(data, "2026").findings
    let score = try #require(year["people/C.score"])
    #expect(score.contains("tasks/C2, completed"))
    for person in ["A", "B", "D"] {
      #expect(year["people/\(person).score"] == whole["people/\(person).score"])
    }
    #expect(year["units/P2.average"]?.contains("tasks/C2, completed") == true)
    #expect(year["units/P1.average"] == whole["units/P1.average"])
  }

  @Test func `taking one task away changes only those who read it`() throws {
    let whole = try findings(InnerPeriodTests.dataset(), "2026").findings
    for (index, task) in try InnerPeriodTests.dataset()["tasks"].enumerated() {
      var data = try InnerPeriodTests.dataset()
      data["tasks"].remove(at: index)
      let owner = try #require(task["person"]).filter { $0 != "\"" }
      let changed = try findings(data, "2026").findings.differences(from: whole)
      let others = changed.filter { key in
        ["A", "B", "C", "D"].contains { $0 != owner && key.hasPrefix("people/\($0).") }
      }
      #expect(others == [], "\(task.json)")
    }
  }

  @Test func `folded months give what kept ones give`() throws {
    let kept = try findings(InnerPeriodTests.dataset(), "2026")
    let folded = try findings(InnerPeriodTests.dataset(), "2026", keeping: false)
    #expect(folded.evaluation.outcome.grading.world.foldedTable != nil)
    let changed = folded.findings.differences(from: kept.findings)
    #expect(changed.filter { !$0.hasPrefix("tasks/") } == [])
  }

  @Test(arguments: ReportLanguage.allCases)
  func `an explanation names the months it comes from`(_ language: ReportLanguage) throws {
    let quarter = try findings(InnerPeriodTests.dataset(), "2026-Q1").evaluation
    let text = try quarter.explanation(of: .person("A"), as: .text(language))
      .replacing(/merit-[0-9A-F-]{36}/, with: "data.json")
    try expectGolden(text, "Tests/MeritTests/Golden/inner-quarter-A.\(language.rawValue).txt")
  }
}

extension SampleDataset {
  /// Adds a row that an inner period left behind as a record of the dataset.
  fileprivate mutating func add(_ table: String, _ row: CarriedRow, _ world: World) {
    var writer = JSONWriter(.compact)
    writer.object { writer in
      for (field, value) in zip(world.pack.layout.tables[row.table].fields, row.values) {
        guard let value else { continue }
        if case .null = value { continue }
        writer.key(field.name)
        switch value {
        case .number(let number):
          writer.number(number.decimalText ?? "\(number)")
        case .boolean(let truth): writer.boolean(truth)
        case .string(let text): writer.string(text)
        case .date(let date): writer.string("\(date)")
        default: Issue.record("a row holds \(value)")
        }
      }
    }
    add(table, writer.text)
  }
}
