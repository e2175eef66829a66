import Foundation
import Merit
import Reporting
import TestSupport
import Testing

/// What the shipped examples give, file by file; `run.json` and explanations are left out because
/// they hold hashes of the packs, or are checked by another program.
@Suite struct ExampleOutputTests {
  /// One run of an example and which of its files are compared.
  struct Example: Sendable, CustomTestStringConvertible {
    /// The folder under `Golden`.
    let golden: String
    let data: String
    let pack: String
    let period: String
    var asOf: String?
    var files: Files = .tables

    var testDescription: String { golden }
  }

  /// The files of a run that are compared beside its summaries.
  enum Files: Sendable {
    /// Every file.
    case all
    /// Lists and orders as tables.
    case tables
    /// What a year decides: levels in a line each, quotas, what waits, lists.
    case year
    /// Only the tables that an office writes.
    case written
    /// Some files by name, and no summary.
    case named([String])

    /// Whether the summaries are compared too.
    var withSummary: Bool {
      switch self {
      case .all, .tables, .year: true
      case .written, .named: false
      }
    }

    func contains(_ name: String) -> Bool {
      if case .named(let names) = self { return names.contains(name) }
      if name.hasPrefix("reports/") { return name.hasSuffix(".csv") }
      return switch self {
      case .all: name != "run.json"
      case .tables: name.hasSuffix(".csv")
      case .year:
        name.hasSuffix(".csv") && name != "ranking.csv"
          || ["quotas.json", "waiting.ndjson", "problems.ndjson"].contains(name)
      case .written, .named: false
      }
    }
  }

  static let examples = [
    office("2026-07", files: .all), office("2026-H1"),
    office("2026", asOf: "2026-12-11", files: .year), office("2026-Q3", files: .written),
    telegram("2026-07"), telegram("2026-H1", files: .named(["facts-for-review.csv"])),
    Example(
      golden: "so-2026-3668-2026-Q3", data: "so-2026/data", pack: "criteria/bnv-3668-2023",
      period: "2026-Q3"),
    Example(
      golden: "so-2026-366-2026-Q3", data: "so-2026/data",
      pack: "examples/so-2026/criteria/dang-vien-so-mau", period: "2026-Q3",
      files: .named([
        "leaders-of-the-quarter.csv", "removal-clocks.csv", "reports/muc-theo-quy-dinh-366.csv",
      ])),
    Example(
      golden: "so-tay-2025-11", data: "so-tay/dataset.json", pack: "criteria/so-tay-bnv-2026",
      period: "2025-11", files: .all),
    Example(
      golden: "national-month-2026-07", data: "national-month/sample",
      pack: "examples/national-month", period: "2026-07"),
  ]

  private static func office(
    _ period: String, asOf: String? = nil, files: Files = .tables
  ) -> Example {
    Example(
      golden: "so-2026-\(period)", data: "so-2026/data",
      pack: "examples/so-2026/criteria/quy-che-so-mau", period: period, asOf: asOf, files: files)
  }

  private static func telegram(_ period: String, files: Files = .tables) -> Example {
    Example(
      golden: "so-2026-968-\(period)", data: "so-2026/data",
      pack: "examples/so-2026/criteria/cong-dien-968-so-mau", period: period, files: files)
  }

  @Test("an example gives what it gave", arguments: examples)
  func output(_ example: Example) throws {
    let pack = try Packs.load(example.pack)
    let result = try Evaluation(
      dataset: .path(Repository.path("examples/\(example.data)")), pack: pack,
      options: .init(period: example.period, asOf: example.asOf))
    let folder = "Tests/MeritTests/Golden/\(example.golden)"
    if example.files.withSummary {
      try expectGolden(result.summary(.vietnamese), "\(folder)/summary.vi.txt")
      try expectGolden(result.summary(.english), "\(folder)/summary.en.txt")
    }
    for (file, text) in result.texts.sorted(by: { $0.key < $1.key }) {
      if example.files.contains(file) { try expectGolden(text, "\(folder)/\(file)") }
      if case .year = example.files, ["people.ndjson", "units.ndjson"].contains(file) {
        let name = file.replacing(".ndjson", with: ".levels.txt")
        try expectGolden(try Self.levels(text), "\(folder)/\(name)")
      }
    }
  }

  /// A line for each record: who, where, score, and the level at every stage.
  static func levels(_ lines: String) throws -> String {
    try lines.split(separator: "\n").map { line in
      let record = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let level = record["level"] as? [String: Any] ?? [:]
      let score = record["score"] as? [String: Any]
      let stages = ["computed", "capped", "proposed", "standing"].map { word(level[$0]) }
      let decision = level["decision"] as? [String: Any]
      return
        ([word(record["id"]), word(record["unit"]), word(score?["decimal"] ?? record["score"])]
        + stages + [word(level["state"]), word(level["entry"]), word(decision?["document"])])
        .joined(separator: " | ")
    }.joined(separator: "\n") + "\n"
  }

  private static func word(_ value: Any?) -> String {
    switch value {
    case let text as String: text
    case nil, is NSNull: "·"
    case .some: "?"
    }
  }
}
