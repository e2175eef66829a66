import FEEL
import Merit
import Model
import Reporting
import Standing

@testable import Merit

/// A dataset scored for a test, with the facts of its run.
struct Run {
  let evaluation: Evaluation
  let facts: RunFacts
  var outcome: Outcome { evaluation.outcome }
  var index: ReportIndex { ReportIndex(outcome, facts) }

  /// Scores a dataset of the repository, or the one at an absolute path.
  init(_ dataset: String, pack: String, period: String, threads: Int = 1) throws {
    let library = PackLibrary(folders: [Repository.path + "/criteria"])
    let criteria = try library.load(Repository.path + "/" + pack)
    let path = dataset.hasPrefix("/") ? dataset : Repository.path + "/" + dataset
    evaluation = try Evaluation(
      dataset: .path(path), pack: criteria,
      options: EvaluationOptions(period: period, threads: threads))
    var facts = evaluation.facts(output: "OUT")
    facts.engineVersion = "0"
    self.facts = facts
  }

  /// The small dataset that has one of everything, from another file if one is given.
  static func mini(_ dataset: String = "Tests/ReportingTests/Data/mini.json", threads: Int = 1)
    throws -> Run
  {
    try Run(
      dataset, pack: "Tests/ReportingTests/Data/mini", period: "2026-07", threads: threads)
  }

  /// The text of one output file.
  func text(of file: String) -> String? {
    ReportFiles(index).files.lazy.compactMap { $0.bytes(of: file) }.first
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// The page of the run.
  func summary(_ language: Language) -> Summary { Summary(index, language) }
}

/// The folder of this repository.
enum Repository {
  static let path = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(4).joined(separator: "/")
}
