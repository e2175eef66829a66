import Criteria
import FEEL
import Foundation
import Merit
import Model
import Reporting
import Scoring
import Standing
import TestSupport
import Testing

/// Explanations as text, against texts that were read and found right.
@Suite("Explanations in words")
struct TextTests {
  @Test("the whole text", arguments: GoldenText.all)
  func golden(_ golden: GoldenText) throws {
    try expectGolden(golden.text(), "Tests/ExplanationTests/Golden/\(golden.fileName)")
  }

  /// The figures that the Ministry's handbook prints for its worked example.
  @Test("the handbook's worked example shows the handbook's figures")
  func handbook() throws {
    let text = try GoldenText(example: .handbook, id: "CC-01", language: .vietnamese).text()
    for figure in [
      "= 89,64%", "= 68,78%", "= 41,73%", "= 66,72%", "Tổng điểm theo dõi, đánh giá: 76,7",
    ] {
      #expect(text.contains(figure), "\(figure) is not shown")
    }
  }

  @Test("every record of every person appears in the text or its table", arguments: [Example.month])
  func complete(_ example: Example) throws {
    let evaluation = try example.evaluation()
    let world = evaluation.outcome.grading.world
    let people = EngineTable.people.rawValue
    for row in [0, 12, 41, 49] {
      let explanation = evaluation.explainer.explanation(.record(table: people, row: row))
      let text = explanation.text(.english)
      for record in explanation.records where record.isOwn {
        let table = Int(record.reference.type)
        guard table > EngineTable.leads.rawValue else { continue }
        let name = world.tables[table].names[Int(record.reference.row)]
        #expect(text.contains(name.prefix(27)), "\(name) is not told")
      }
    }
  }
}

/// One text that is compared as a whole.
struct GoldenText: Sendable, CustomStringConvertible {
  let example: Example
  let id: String
  let language: Language

  var description: String { fileName }
  var fileName: String { "\(id)-\(example.period).\(language.rawValue).txt" }

  static let all = [
    GoldenText(example: .handbook, id: "CC-01", language: .vietnamese),
    GoldenText(example: .handbook, id: "CC-01", language: .english),
    GoldenText(example: .month, id: "CB-001", language: .vietnamese),
    GoldenText(example: .month, id: "CB-009", language: .english),
    GoldenText(example: .rota, id: "A", language: .vietnamese),
    GoldenText(example: .rota, id: "D", language: .english),
  ]

  /// The text without the lines that name the program and the bytes of the packs.
  func text() throws -> String {
    let evaluation = try example.evaluation()
    let subject = try #require(evaluation.explainer.subject(named: id))
    let text = evaluation.explainer.explanation(subject).text(language)
    let packs = evaluation.facts().packs
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let pack = packs.first { line.contains($0.hash.prefix(16)) }
      return pack.map { line.replacingOccurrences(of: $0.hash.prefix(16), with: "…") }
        ?? (line.hasPrefix("  Merit ") ? "  Merit …" : String(line))
    }.joined(separator: "\n")
  }
}
