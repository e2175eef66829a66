import Criteria
import Foundation
import Merit
import Scoring
import Standing
import TestSupport
import Testing

/// A table is folded with the same results where records of other tables name some of its own.
@Suite struct NamedRecordsTests {
  /// Datasets of steps, pauses and remarks about tasks, some of which have faults.
  private struct Writer {
    var numbers: SeededNumbers

    mutating func pick(_ texts: [String]) -> String {
      texts[Int.random(in: 0..<texts.count, using: &numbers)]
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int {
      Int.random(in: range, using: &numbers)
    }

    mutating func task(_ id: Int) -> String {
      """
      {"id":"T-\(id)","person":"P-\(number(0...29))","due":"2026-07-\(number(10...19))",\
      "done":"2026-07-\(number(10...29))","weight":\(pick(["1", "2.5", "4", "1e1"]))}
      """
    }

    mutating func step(_ id: Int, _ tasks: Int) -> String {
      """
      {"id":"S-\(id)","person":"P-\(number(0...29))","task":"T-\(number(0...tasks))",\
      "share":\(pick(["0.5", "1", "3"]))}
      """
    }

    mutating func pause(_ id: Int, _ tasks: Int) -> String {
      """
      {"id":"P-\(id)","person":"P-\(number(0...29))","task":"T-\(number(0...tasks))",\
      "days":\(pick(["1", "2", "0", "null"]))\(pick(["", ",\"document\":\"CV-1\""]))}
      """
    }

    mutating func remark(_ id: Int, _ pauses: Int) -> String {
      """
      {"id":"R-\(id)","person":"P-1","weighs":\(number(0...2))\
      \(pick(["", ",\"stop\":\"P-\(number(0...pauses))\""]))}
      """
    }
  }

  private func data(_ writer: inout Writer, in folder: URL) throws -> String {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    func write(_ name: String, _ lines: [String]) throws {
      let text = lines.map { $0 + "\n" }.joined()
      try Data(text.utf8).write(to: folder.appending(path: "\(name).ndjson"))
    }
    try write("units", [#"{"id":"U","name":"Đơn vị mẫu"}"#])
    try write("people", (0..<30).map { #"{"id":"P-\#($0)","name":"Người mẫu \#($0)"}"# })
    try write(
      "postings",
      (0..<30).map { #"{"person":"P-\#($0)","unit":"U","from":"2026-01-01"}"# })
    // Some steps name a task that is not there; some tasks are there twice, alike or not.
    var tasks = (0..<80).map { writer.task($0) }
    tasks += [tasks[7], writer.task(8), writer.task(9)]
    try write("tasks", tasks.shuffled(using: &writer.numbers))
    try write("steps", (0..<12).map { writer.step($0, 82) })
    try write("pauses", (0..<15).map { writer.pause($0, 82) })
    try write("remarks", (0..<10).map { writer.remark($0, 16) })
    return folder.path()
  }

  @Test("folded and kept agree on every file", arguments: 0..<12)
  func agree(_ seed: Int) throws {
    try agrees(seed, "named", limit: nil)
  }

  /// Values that need all tasks of a person together are made part by part, from parts on disk.
  @Test("divided on disk and kept agree on every file", arguments: 0..<12)
  func dividedAgrees(_ seed: Int) throws {
    // Parts of all tasks, of some, and of hardly any.
    try agrees(seed, "together", limit: [4_000, 1_200, 1][seed % 3])
  }

  private func agrees(_ seed: Int, _ pack: String, limit: Int?) throws {
    var writer = Writer(numbers: SeededNumbers(seed: UInt64(seed)))
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let data = try data(&writer, in: folder)
    let library = PackLibrary(folders: [Repository.path("Tests/MeritTests/Folded")])
    let pack = try library.load(pack)
    func run(keeping: Bool, threads: Int = 1, block: Int? = nil) throws -> Evaluation {
      var options = EvaluationOptions(period: "2026-07", threads: threads)
      options.keepsRecords = keeping
      options.bytesOfBlock = block
      if let limit { options.bytesOfRecords = limit }
      return try Evaluation(dataset: .path(data), pack: pack, options: options)
    }
    let kept = try run(keeping: true)
    for (threads, block) in [(1, nil), (2, 1), (3, 700)] {
      let folded = try run(keeping: false, threads: threads, block: block)
      let world = folded.outcome.grading.world
      #expect(world.foldedTable.map { world.pack.layout.tables[$0].name } == "tasks")
      let differences = Findings(folded).differences(from: Findings(kept))
      #expect(
        differences.filter { !$0.hasPrefix("tasks/") } == [],
        "\(Findings(folded).explain(Findings(kept)))")
      let (texts, all) = (folded.texts, kept.texts)
      for name in all.keys.sorted() { #expect(texts[name] == all[name], "\(name)") }
      // Only what lists may pick, is named or wrong is kept.
      let table = world.foldedTable ?? 0
      let every = kept.outcome.grading.world
      #expect(world.tables[table].count < every.tables[table].count)
    }
    #expect(Findings(kept)["people/P-1.late days"] != nil)
  }
}
