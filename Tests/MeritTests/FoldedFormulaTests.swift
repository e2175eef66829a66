import Foundation
import Merit
import Scoring
import Standing
import TestSupport
import Testing

/// Whatever a formula does with the records of a person, it gives the same where they may be folded.
///
/// Formulas come from a grammar that holds records against each other, asks for their order, and reads
/// them through others, as well as what can be folded one by one.
@Suite struct FoldedFormulaTests {
  private struct Writer {
    var numbers: SeededNumbers

    mutating func pick(_ texts: [String]) -> String {
      texts[Int.random(in: 0..<texts.count, using: &numbers)]
    }

    mutating func records(_ depth: Int) -> String {
      depth == 0 ? "tasks" : pick(["tasks", "\(records(depth - 1))[\(condition(depth - 1))]"])
    }

    /// About a record in a filter.
    mutating func condition(_ depth: Int) -> String {
      let number = pick(["0", "1", "2", "3.5"])
      var texts = [
        "is late", "days > \(number)", "completed >= \(number)", "not(is late)",
        "name of it = \"b\"",
        "name of it != null", "person.kind = \"official\"", "person.unit.total > \(number)",
      ]
      if depth > 0 {
        texts += [
          "completed = max(\(records(depth - 1)).completed)", "count(person.tasks) > \(number)",
          "completed > \(total(depth - 1))", "id != \"T1\" and \(condition(depth - 1))",
          "some other in tasks satisfies other.days > days", "count(tasks) > \(number)",
        ]
      }
      return pick(texts)
    }

    /// About a record `t` in a loop.
    mutating func term() -> String {
      pick([
        "t.completed", "t.completed * t.days", "t.completed * count(partial)", "count(tasks)",
        "count(t.person.tasks)", "if t.is late then t.days else 0",
      ])
    }

    mutating func total(_ depth: Int) -> String {
      let list = records(depth)
      return pick([
        "count(\(list))", "sum(\(list).completed)", "sum(for t in \(list) return \(term()))",
        "max([0, sum(\(list).days)])", "count(for t in \(list) return \(term()))",
        "(if some t in \(list) satisfies \(term()) > 2 then 1 else 0)",
        "(if every t in \(list) satisfies \(term()) > 0 then 1 else 0)",
        "(if count(\(list)) = 0 then 0 else median(\(list).completed))",
        "(if count(\(list)) = 0 then 0 else mean(\(list).days))",
        "(if count(\(list)) < 2 then 0 else \(list)[2].completed)",
        "count(distinct values(\(list).completed))",
      ])
    }

    mutating func value() -> String {
      switch Int.random(in: 0..<4, using: &numbers) {
      case 0: "\(records(2)).\(pick(["id", "days", "name of it"]))"
      case 1: "for t in \(records(1)) return \(term())"
      case 2: "\(total(2)) + \(total(1))"
      default: total(2)
      }
    }

    mutating func task(_ id: Int) -> String {
      """
      {"id":"T\(id)","person":"\(pick(["A", "B", "C"]))","completed":\(pick(["1", "2", "2", "4"])),\
      "days":\(pick(["0", "1", "3", "null"]))\(pick(["", ",\"nameOfIt\":\"b\""]))}
      """
    }
  }

  private let head = """
    {
      "name": "pack", "title": { "vi": "Bộ thử", "en": "A pack" }, "periods": ["month"],
      "law": {
        "L": { "number": "1/2026", "title": { "vi": "Văn bản", "en": "A text" }, "from": "2026-01-01" }
      },
      "membership": { "posting": { "is": "postings[1]", "cite": "L Đ.1" } },
      "tables": {
        "people": { "cite": "L Đ.1", "fields": { "kind": { "type": "text" } } },
        "tasks": {
          "of": "people", "key": "id", "cite": "L Đ.2",
          "fields": {
            "id": { "type": "text" },
            "completed": { "type": "number", "least": 0 },
            "days": { "type": "number", "least": 0 },
            "name of it": { "type": "text", "if absent": null }
          }
        }
      },
      "values": {
        "tasks": { "is late": { "is": "days > 0", "cite": "L Đ.2" } },
        "units": { "total": { "is": "sum(members.done)", "cite": "L Đ.2" } },
        "people": {
          "done": { "is": "sum(tasks.completed)", "cite": "L Đ.2" },
          "asked":
    """

  /// A pack with one more formula.
  private func pack(_ formula: String, in folder: URL) throws -> CriteriaPack {
    let quoted = formula.replacingOccurrences(of: "\"", with: "\\\"")
    let text = head + "{ \"is\": \"\(quoted)\", \"cite\": \"L Đ.2\" } } } }"
    try Data(text.utf8).write(to: folder.appending(path: "pack.json"))
    return try PackLibrary(folders: []).load(folder.path())
  }

  private func data(_ writer: inout Writer, in folder: URL) throws {
    func write(_ name: String, _ lines: [String]) throws {
      let text = lines.map { $0 + "\n" }.joined()
      try Data(text.utf8).write(to: folder.appending(path: "\(name).ndjson"))
    }
    let people = ["A", "B", "C", "D"]
    try write("units", [#"{"id":"U"}"#])
    try write("people", people.map { #"{"id":"\#($0)","kind":"official"}"# })
    try write("postings", people.map { #"{"person":"\#($0)","unit":"U","from":"2026-01-01"}"# })
    try write("tasks", (0..<9).map { writer.task($0) })
  }

  @Test(arguments: 0..<8)
  func givesTheSame(_ seed: Int) throws {
    var writer = Writer(numbers: SeededNumbers(seed: UInt64(seed)))
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try data(&writer, in: folder)
    var (folded, kept) = (0, 0)
    for _ in 0..<40 {
      let formula = writer.value()
      let pack = try pack(formula, in: folder)
      func run(keeping: Bool, limit: Int) throws -> Evaluation {
        var options = EvaluationOptions(period: "2026-07")
        (options.keepsRecords, options.bytesOfRecords) = (keeping, limit)
        return try Evaluation(dataset: .path(folder.path()), pack: pack, options: options)
      }
      // A formula that has no meaning is told of when it is evaluated.
      guard let whole = try? run(keeping: true, limit: 1) else { continue }
      let all = Findings(whole)
      for limit in [1, Int.max] {
        let found = try run(keeping: false, limit: limit)
        if found.outcome.grading.world.foldedTable == nil { kept += 1 } else { folded += 1 }
        let differences = Findings(found).differences(from: all).filter { !$0.hasPrefix("tasks/") }
        #expect(differences == [], "\(formula)\n\(Findings(found).explain(all))")
      }
    }
    #expect(folded > 10 && kept > 5)
  }
}
