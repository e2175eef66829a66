import FEEL
import Merit
import Model
import Records
import TestSupport
import Testing

/// Decisions: which one stands, what the pack allows, and what is told of the others.
@Suite struct DecisionTests {
  private func evaluation(
    _ decisions: [String], pack: String = InnerPeriodTests.pack
  ) throws -> Evaluation {
    var data = try InnerPeriodTests.dataset()
    data["decisions"] = []
    for decision in decisions { data.add("decisions", decision) }
    return try Evaluation(
      dataset: .json(Array(data.json.utf8)), pack: Packs.library.load(pack),
      options: EvaluationOptions(period: "2026-02", asOf: "2026-03-31"))
  }

  private static func decision(
    _ value: String, on what: String = "level", date: String = "2026-03-02",
    document: String = "QĐ 1", replaces: String? = nil, of subject: String = #""person": "C""#
  ) -> String {
    let old = replaces.map { #", "replaces": "\#($0)""# } ?? ""
    return """
      {\(subject), "period": "2026-02", "what": "\(what)", "value": "\(value)", \
      "document": "\(document)", "date": "\(date)"\(old)}
      """
  }

  @Test func `two decisions of one date that differ leave it open and are told`() throws {
    let result = try evaluation([
      DecisionTests.decision("low"), DecisionTests.decision("high", document: "QĐ 2"),
    ])
    let found = Findings(result)
    let level = try #require(found["people/C.standing level"])
    #expect(level.contains("decisions of one date differ") && level.contains("needs decision"))
    #expect(found["people/C.proposed level"] == "\"high\"")
    #expect(found["problems"] == "decisions conflict 2")
  }

  @Test func `two decisions of one date that say the same are one`() throws {
    let found = Findings(
      try evaluation([
        DecisionTests.decision("low"), DecisionTests.decision("low", document: "QĐ 2"),
      ]))
    #expect(found["people/C.standing level"] == "\"low\"" && found["problems"] == "")
  }

  @Test(arguments: ["2026-03-02", "2026-03-01"])
  func `the one that replaces the other stands`(_ date: String) throws {
    let found = Findings(
      try evaluation([
        DecisionTests.decision("low"),
        DecisionTests.decision("high", date: date, document: "QĐ 2", replaces: "QĐ 1"),
      ]))
    #expect(found["people/C.standing level"] == "\"high\"" && found["problems"] == "")
  }

  @Test func `the latest stands where none replaces another`() throws {
    let found = Findings(
      try evaluation([
        DecisionTests.decision("low"),
        DecisionTests.decision("high", date: "2026-03-09", document: "QĐ 2"),
      ]))
    #expect(found["people/C.standing level"] == "\"high\"" && found["problems"] == "")
  }

  @Test func `values of people and units are decided as their types allow`() throws {
    let unit = #""unit": "P1""#
    let found = Findings(
      try evaluation([
        DecisionTests.decision("2.5", on: "bonus"), DecisionTests.decision("true", on: "excused"),
        DecisionTests.decision("3", on: "rating", of: unit),
      ]))
    #expect(found["people/C.bonus"] == "2.5" && found["people/C.excused"] == "true")
    #expect(found["units/P1.rating"] == "3" && found["units/P2.rating"] == "1")
    #expect(found["people/A.bonus"] == "0" && found["problems"] == "")
  }

  /// What is decided, as what, and what a reader is told of it.
  @Test(arguments: [
    ("bonus", "much", "a number"), ("excused", "2", "true or false"), ("bonsu", "1", "'bonus'"),
    ("score", "90", "what may be decided"), ("level", "hihg", "one of 'low', 'high'"),
  ])
  func `a decision outside what the pack allows is told and changes nothing`(
    _ what: String, _ value: String, _ words: String
  ) throws {
    let plain = Findings(try evaluation([]))
    let result = try evaluation([DecisionTests.decision(value, on: what)])
    let problem = try #require(result.problems.first(of: "decisions").first)
    #expect(problem.english(showsGiven: true).contains(words), "\(problem)")
    #expect(Findings(result).differences(from: plain) == ["problems"])
  }

  @Test func `another decision of a pack's own is not touched`() throws {
    let result = try evaluation([DecisionTests.decision("x", on: "medal of the province")])
    #expect(!result.hasFindings)
  }

  @Test func `a decided level is no matter of a pack without levels`() throws {
    let result = try evaluation([DecisionTests.decision("good")], pack: "cd-968-2023")
    #expect(result.problems.counts(of: "decisions").isEmpty)
    let summary = result.summary(.english)
    #expect(!summary.contains("Needs decision"))
    #expect(summary.contains("\n\n4 people\n"))
  }

  @Test func `differing decisions on a value leave it open`() throws {
    let found = Findings(
      try evaluation([
        DecisionTests.decision("1", on: "bonus"),
        DecisionTests.decision("2", on: "bonus", document: "QĐ 2"),
      ]))
    #expect(found["people/C.bonus"]?.contains("decisions of one date differ") == true)
  }
}
