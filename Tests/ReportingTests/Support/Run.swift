import Merit
import Reporting
import Standing

/// A dataset scored for a test, with the facts of its run.
struct Run {
  let evaluation: Evaluation
  let facts: RunFacts
  var outcome: Outcome { evaluation.outcome }

  /// Scores a dataset of the repository.
  init(
    _ dataset: String, pack: String, period: String, readings: [String: String] = [:],
    threads: Int = 1
  ) throws {
    let library = PackLibrary(folders: [Repository.path + "/criteria"])
    let criteria = try library.load(pack)
    var options = EvaluationOptions(period: period, readings: readings)
    options.threads = threads
    evaluation = try Evaluation(
      dataset: .path(Repository.path + "/" + dataset), pack: criteria, options: options)
    facts = evaluation.facts(output: "OUT")
  }
}

/// The folder of this repository.
enum Repository {
  static let path = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(4).joined(separator: "/")
}
