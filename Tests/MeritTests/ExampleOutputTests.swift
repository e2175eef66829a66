import Foundation
import Merit
import Reporting
import TestSupport
import Testing

/// What the shipped examples give, file by file; `run.json` and explanations are left out because
/// they hold hashes of the packs, or are checked by another program.
@Suite struct ExampleOutputTests {
  /// The golden folder, the data, the pack, the period, and the files that are compared.
  static let examples: [(golden: String, data: String, pack: String, period: String, all: Bool)] = [
    ("so-2026-2026-07", "so-2026/data", "so-2026/criteria/quy-che-so-mau", "2026-07", true),
    ("so-2026-2026-H1", "so-2026/data", "so-2026/criteria/quy-che-so-mau", "2026-H1", false),
    ("so-tay-2025-11", "so-tay/dataset.json", "", "2025-11", true),
    ("national-month-2026-07", "national-month/sample", "national-month", "2026-07", false),
  ]

  @Test("an example gives what it gave", arguments: examples)
  func output(
    _ example: (golden: String, data: String, pack: String, period: String, all: Bool)
  ) throws {
    let pack = try Packs.load(
      example.pack.isEmpty ? "so-tay-bnv-2026" : "examples/\(example.pack)")
    let result = try Evaluation(
      dataset: .path(Repository.path("examples/\(example.data)")), pack: pack,
      options: .init(period: example.period))
    let folder = "Tests/MeritTests/Golden/\(example.golden)"
    try expectGolden(result.summary(.vietnamese), "\(folder)/summary.vi.txt")
    try expectGolden(result.summary(.english), "\(folder)/summary.en.txt")
    for file in ReportFiles(outcome: result.outcome, run: result.facts()).files
    where file.name.hasSuffix(".csv") || example.all && file.name != "run.json" {
      try expectGolden(String(decoding: file.bytes, as: UTF8.self), "\(folder)/\(file.name)")
    }
  }
}
