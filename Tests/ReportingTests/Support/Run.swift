import Criteria
import Files
import Merit
import Model
import Records
import Reporting
import Scoring
import Standing

@testable import Merit

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
    facts = RunFacts(evaluation, readings)
  }
}

/// The folder of this repository.
enum Repository {
  static let path = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(4).joined(separator: "/")
}

extension RunFacts {
  /// The facts of a run in tests: hashes are left out, as the input has its own tests.
  init(_ evaluation: Evaluation, _ readings: [String: String]) {
    let log = evaluation.problems
    let resolved = evaluation.outcome.grading.world.pack
    var counts: [RecordProblem.Kind: Int] = [:]
    for table in log.tables { for (kind, count) in log.counts(of: table) { counts[kind, default: 0] += count } }
    self.init(
      engineVersion: "0.0.0",
      packs: resolved.pack.documents.map { PackFile(name: $0.name, hash: "…") },
      inputs: evaluation.inputs.map { Input(file: $0.name, size: 0, hash: "…") },
      readings: Reading.all(of: resolved, chosenByRun: readings),
      problems: log.tables.flatMap { log.first(of: $0) }, problemCounts: counts, output: "OUT")
    recordCounts = evaluation.recordCounts
  }
}
