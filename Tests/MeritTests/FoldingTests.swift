import Foundation
import Merit
import Reporting
import Scoring
import Standing
import TestSupport
import Testing

/// A table that is folded record by record gives what it gives when every record is kept.
@Suite struct FoldingTests {
  /// Lines that are wrong in ways that a fold must treat as a table would.
  static let damages: [(name: String, lines: [String])] = [
    ("nothing", []),
    ("an exact copy", [line("T-900", "CB-0001"), line("T-900", "CB-0001")]),
    (
      "two that differ",
      [line("T-900", "CB-0001"), line("T-900", "CB-0001", completed: "2")]
    ),
    (
      "two that differ, of two people",
      [line("T-900", "CB-0001"), line("T-900", "CB-0002")]
    ),
    ("nobody known", [line("T-900", "CB-9999")]),
    ("a quantity below nought", [line("T-900", "CB-0001", completed: "-1")]),
    ("no quantity", [line("T-900", "CB-0001", completed: "null")]),
    ("a broken line", [#"{"id":"T-900","person":"CB-0001""#]),
    ("a large quantity", [line("T-900", "CB-0001", completed: "123456789012345678")]),
    ("a larger quantity", [line("T-900", "CB-0001", completed: "1234567890123456789012")]),
    (
      "sums that leave a word",
      (0..<30).map { line("T-9\($0)", "CB-0001", completed: "999999999999999999") }
    ),
    (
      "places of all lengths",
      ["0.1", "2.50", "0.000000000000000001", "1e-3", "12345.678901234567", "7"].enumerated()
        .map { line("T-9\($0.offset)", "CB-0001", completed: $0.element) }
    ),
    (
      "a copy far away",
      [line("T-900", "CB-0001"), line("T-901", "CB-0001"), line("T-900", "CB-0001")]
    ),
    (
      "a key that is escaped once",
      [line("T-900", "CB-0001"), line(#"T-\u0039\u0030\u0030"#, "CB-0001", completed: "2")]
    ),
  ]

  static func line(_ id: String, _ person: String, completed: String = "1") -> String {
    """
    {"id":"\(id)","person":"\(person)","coefficient":1,"assigned":1,"completed":\(completed),\
    "late":0,"faults":0,"excused":false,"planned":true}
    """
  }

  @Test("folded and kept agree", arguments: damages, [1, 3])
  func agree(_ damage: (name: String, lines: [String]), threads: Int) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let sample = Repository.root.appending(path: "examples/national-month/sample")
    try FileManager.default.copyItem(at: sample, to: folder)
    let tasks = folder.appending(path: "tasks.ndjson")
    var text = try String(contentsOf: tasks, encoding: .utf8)
    if !text.hasSuffix("\n") { text += "\n" }
    text += damage.lines.map { $0 + "\n" }.joined()
    try Data(text.utf8).write(to: tasks)
    let pack = try PackLibrary(folders: [])
      .load(Repository.root.appending(path: "examples/national-month").path())
    func findings(keeping: Bool) throws -> Findings {
      var options = EvaluationOptions(period: "2026-07", threads: threads)
      options.keepsRecords = keeping
      return Findings(
        try Evaluation(dataset: .path(folder.path()), pack: pack, options: options))
    }
    let folded = try findings(keeping: false)
    let kept = try findings(keeping: true)
    #expect(folded.differences(from: kept).filter { !$0.hasPrefix("tasks/") } == [])
  }

  @Test("records that stand in an order of their own are kept")
  func ordersOfRecords() throws {
    let pack = try ResidentTests.packWithOrderOfTasks()
    func findings(keeping: Bool) throws -> Findings {
      var options = EvaluationOptions(period: "2026-07")
      options.keepsRecords = keeping
      let data = Repository.path("examples/national-month/sample")
      return Findings(try Evaluation(dataset: .path(data), pack: pack, options: options))
    }
    let (folded, kept) = (try findings(keeping: false), try findings(keeping: true))
    #expect(folded.differences(from: kept) == [])
  }

  private func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// Lists and reports pick records out of a table that is folded all the same.
  @Test("every file is the same, whether records are kept", arguments: ExampleOutputTests.examples)
  func everyFile(_ example: ExampleOutputTests.Example) throws {
    var options = EvaluationOptions(period: example.period, threads: 2)
    options.asOf = example.asOf
    let isFolded = try compareFiles(
      Packs.load(example.pack), data: "examples/\(example.data)", options)
    #expect(isFolded)
  }

  /// Records of people outside the scope, and of nobody, are rows where a report looks beyond.
  @Test("rows beyond the scope are picked out of a folded table")
  func rowsBeyondScope() throws {
    let pack = try Packs.load("\(FoldingTests.folder)/rows-beyond")
    let isFolded = try compareFiles(
      pack, data: "\(FoldingTests.folder)/data", EvaluationOptions(period: "2026-07"))
    #expect(isFolded)
  }

  /// A row that stands apart counts records for which the report does not hold.
  @Test("a row that stands apart counts every record")
  func rowsApart() throws {
    let library = PackLibrary(folders: [Repository.path(FoldingTests.folder)])
    _ = try compareFiles(
      library.load("rows-apart"), data: "\(FoldingTests.folder)/data",
      EvaluationOptions(period: "2026-07"))
  }

  /// What all tasks add up to is not known while they are read.
  @Test("records that are held against a total of all of them are kept")
  func againstATotal() throws {
    let library = PackLibrary(folders: [Repository.path(FoldingTests.folder)])
    let isFolded = try compareFiles(
      library.load("against-a-total"), data: "\(FoldingTests.folder)/data",
      EvaluationOptions(period: "2026-07"))
    #expect(!isFolded)
  }

  /// A record that is alone is always the greatest of all, and the first.
  @Test(
    "records that are held against each other are kept",
    arguments: ["against-each-other", "in-order"])
  func againstEachOther(_ pack: String) throws {
    let library = PackLibrary(folders: [Repository.path(FoldingTests.folder)])
    let isFolded = try compareFiles(
      library.load(pack), data: "\(FoldingTests.folder)/data",
      EvaluationOptions(period: "2026-07"))
    #expect(!isFolded)
  }

  /// Whether a task is a line depends on what all tasks of its person add up to.
  @Test("records that lists pick by what was folded are all kept")
  func linesByOwner() throws {
    let library = PackLibrary(folders: [Repository.path(FoldingTests.folder)])
    let isFolded = try compareFiles(
      library.load("lines-by-owner"), data: "\(FoldingTests.folder)/data",
      EvaluationOptions(period: "2026-07"))
    #expect(isFolded)
  }

  private static let folder = "Tests/MeritTests/Folded"

  /// Compares all files of a run that may fold with those of one that keeps every record.
  ///
  /// - Returns: Whether the first one did fold.
  private func compareFiles(
    _ pack: CriteriaPack, data: String, _ options: EvaluationOptions
  ) throws -> Bool {
    func files(keeping: Bool) throws -> (isFolded: Bool, files: [String: String]) {
      var options = options
      options.keepsRecords = keeping
      let result = try Evaluation(
        dataset: .path(Repository.path(data)), pack: pack, options: options)
      return (result.outcome.grading.world.foldedTable != nil, result.texts)
    }
    let (folded, kept) = (try files(keeping: false), try files(keeping: true))
    #expect(!kept.isFolded)
    for (name, text) in kept.files {
      let (found, expected) = (lines(folded.files[name] ?? ""), lines(text))
      #expect(found.count == expected.count, "\(name)")
      for (line, other) in zip(found, expected) { #expect(line == other, "\(name)") }
    }
    return folded.isFolded
  }

  @Test("a table whose records count by a computed value folds as it is kept")
  func countedByAValue() throws {
    let pack = try Packs.load("nd-335-2025")
    func findings(keeping: Bool) throws -> Findings {
      var options = EvaluationOptions(period: "2026-H1")
      options.keepsRecords = keeping
      let data = Repository.root.appending(path: "examples/so-2026/data").path()
      return Findings(try Evaluation(dataset: .path(data), pack: pack, options: options))
    }
    let folded = try findings(keeping: false)
    let kept = try findings(keeping: true)
    #expect(folded.differences(from: kept).filter { !$0.hasPrefix("tasks/") } == [])
    #expect(folded["people/CB-055.assigned load"] != "0")
  }
}
