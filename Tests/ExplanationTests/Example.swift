import Criteria
import FEEL
import Foundation
import JSON
import Merit
import Reporting
import Scoring
import Standing
import Testing

/// A shipped dataset with its pack and a period.
struct Example: Sendable, CustomStringConvertible {
  let name: String
  let data: String
  let pack: String
  let period: String
  var asOf: String?

  var description: String { "\(name) \(period)" }

  static let month = Example(
    name: "so-2026", data: "examples/so-2026/data",
    pack: "examples/so-2026/criteria/quy-che-so-mau", period: "2026-07")
  static let halfYear = Example(
    name: "so-2026", data: "examples/so-2026/data",
    pack: "examples/so-2026/criteria/quy-che-so-mau", period: "2026-H1")
  static let handbook = Example(
    name: "so-tay", data: "examples/so-tay/dataset.json", pack: "criteria/so-tay-bnv-2026",
    period: "2025-11")
  /// A quarter whose months are computed, and its months as of the same day.
  static let quarter = inner("2026-Q1")
  static let monthsOfQuarter = ["2026-01", "2026-02", "2026-03"].map { inner($0) }

  private static func inner(_ period: String) -> Example {
    Example(
      name: "inner", data: "Tests/MeritTests/Inner/data.json", pack: "Tests/MeritTests/Inner",
      period: period, asOf: "2026-03-31")
  }

  /// A made-up rota whose values are decision tables.
  static let rota = Example(
    name: "duty-rota", data: "Tests/ExplanationTests/Data/duty-rota/dataset.json",
    pack: "Tests/ExplanationTests/Data/duty-rota", period: "2026-07")
  static let all = [month, halfYear, handbook, rota]

  /// The evaluations with all their explanations, made once for all tests.
  private static let runs: [String: Result<(Evaluation, [UInt8]), any Error>] = Dictionary(
    uniqueKeysWithValues: (all + [quarter] + monthsOfQuarter).map { example in
      (example.description, Result { try example.run() })
    })

  private func run() throws -> (Evaluation, [UInt8]) {
    let evaluation = try evaluation()
    return (evaluation, evaluation.explanations())
  }

  /// The evaluation of the example and the explanations of everybody in it.
  func explained() throws -> (evaluation: Evaluation, explanations: [UInt8]) {
    let run = try #require(Example.runs[description])
    let (evaluation, explanations) = try run.get()
    return (evaluation, explanations)
  }

  /// The folder of the repository.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path()

  /// The evaluation of the example, with every record kept.
  func evaluation(threads: Int = 1) throws -> Evaluation {
    let library = PackLibrary(folders: [Example.root + "criteria"])
    var options = EvaluationOptions(period: period, asOf: asOf, threads: threads)
    options.keepsRecords = true
    return try Evaluation(
      dataset: .path(Example.root + data), pack: try library.load(Example.root + pack),
      options: options)
  }

  /// The files of the pack and of everything it builds on.
  func packFiles(_ evaluation: Evaluation) -> [String] {
    evaluation.outcome.grading.world.pack.pack.documents.map(\.path)
  }
}

extension Evaluation {
  var explainer: Explainer { Explainer(outcome, facts()) }

  /// The explanations of all people and units, one on a line.
  func explanations() -> [UInt8] {
    let explainer = explainer
    var writer = JSONWriter(.compact)
    for table in [EngineTable.people.rawValue, EngineTable.units.rawValue] {
      for row in 0..<outcome.grading.world.tables[table].count {
        explainer.explanation(.record(table: table, row: row)).write(to: &writer)
        writer.endLine()
      }
    }
    return writer.bytes
  }
}
