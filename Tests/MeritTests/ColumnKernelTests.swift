import Foundation
import Merit
import TestSupport
import Testing

/// Folds by columns give what the evaluator gives with every record kept, for formulas and records that
/// a seed makes, whatever the blocks and the number of threads.
@Suite struct ColumnKernelTests {
  /// Formulas about a task, some of which columns do not know.
  private struct Writer {
    var numbers: SeededNumbers

    mutating func pick(_ texts: [String]) -> String {
      texts[Int.random(in: 0..<texts.count, using: &numbers)]
    }

    mutating func number(_ depth: Int) -> String {
      if depth == 0 {
        return pick([
          "coefficient", "assigned", "completed", "late", "faults", "0", "1", "0.25", "3", "bonus",
          "own", "(if own != null then own else coefficient)", "product.weight", "product.points",
          "(if product = null then coefficient else product.weight)",
          "(if done = null then 0 else (done - due).days)",
          "(if own = null then unknown(\"no planned work\") else own)", "(done - due).days",
        ])
      }
      let (a, b) = (number(depth - 1), number(depth - 1))
      return switch Int.random(in: 0..<9, using: &numbers) {
      case 0: "(\(a) + \(b))"
      case 1: "(\(a) - \(b))"
      case 2: "(\(a) * \(b))"
      case 3: "min(\(a), \(b))"
      case 4: "max(\(a), \(b), 0)"
      case 5: "(if \(truth(depth - 1)) then \(a) else \(b))"
      case 6: "-\(a)"
      case 7: "deduction * \(a)"
      default: pick([a, "(\(a) / 7)", "abs(\(a))"])
      }
    }

    mutating func truth(_ depth: Int) -> String {
      if depth == 0 {
        return pick([
          "excused", "planned", "(late > 0)", "(faults = 0)", "(id = \"T-1\")", "urgent", "doubted",
          "(done != null)", "(null = own)", "(note = \"x\")", "(note != null and note = \"x\")",
          "(done > due)", "(done = null or done <= due)", "(product != null)", "(kind = \"a\")",
          "(kind in (\"b\", \"c\"))", "(note in (\"x\", \"z\"))", "(late in (1, 3.5))",
          "(faults in [1..3.5])", "(own in (0.5, > 1))",
          "(due in (@\"2026-07-01\"..@\"2026-07-31\"])",
        ])
      }
      let (a, b) = (number(depth - 1), number(depth - 1))
      let (p, q) = (truth(depth - 1), truth(depth - 1))
      return switch Int.random(in: 0..<8, using: &numbers) {
      case 0: "(\(a) < \(b))"
      case 1: "(\(a) >= \(b))"
      case 2: "(\(a) != \(b))"
      case 3: "(\(p) and \(q))"
      case 4: "(\(p) or \(q))"
      case 5: "not(\(p))"
      case 6: "(\(p) = \(q))"
      default: "(\(a) between \(b) and 5)"
      }
    }

    /// The members that may be absent.
    private mutating func rest() -> String {
      [
        pick(["", ",\"own\":0.5", ",\"own\":null", ",\"own\":2"]),
        pick(["", ",\"bonus\":1.25", ",\"bonus\":4"]),
        pick(["", ",\"urgent\":true", ",\"urgent\":false"]),
        pick(["", ",\"doubted\":true", ",\"doubted\":null"]),
        pick(["", ",\"note\":\"x\"", ",\"note\":\"y\"", ",\"note\":\"\""]),
        pick(["", ",\"kind\":\"a\"", ",\"kind\":\"b\""]),
        pick(["", ",\"done\":\"2026-07-10\"", ",\"done\":\"2026-07-25\"", ",\"done\":null"]),
        pick([",\"due\":\"2026-07-15\"", ",\"due\":\"2026-06-30\""]),
        pick([
          "", ",\"product\":\"A\"", ",\"product\":\"B\"", ",\"product\":\"C\"", ",\"product\":\"\"",
        ]),
      ].joined()
    }

    /// A line of the table, sometimes one with a gap or with unusual numbers.
    mutating func line(_ id: Int, _ people: Int) -> String {
      func number() -> String {
        pick(
          ["0", "1", "2", "3.5", "10.0", "0.125", "7.25"]
            + (odd == 0 ? ["null", "1e2", "0.1234567890123"] : []))
      }
      let odd = Int.random(in: 0..<12, using: &numbers)
      let person = Int.random(in: 0..<people, using: &numbers)
      return """
        {"id":"T-\(id)","person":"CB-\(person)","coefficient":\(number()),"assigned":\(number()),\
        "completed":\(number()),"late":\(number()),"faults":\(number()),\
        "excused":\(pick(["true", "false"])),"planned":\(pick(["true", "false"]))\(rest())}
        """
    }
  }

  private static let people = 6

  /// Fields that may be absent, with a meaning or without, and a table that a task names.
  private let fields = """
    "own": { "type": "number", "if absent": null },
    "bonus": { "type": "number", "if absent": 2.5 },
    "urgent": { "type": "boolean", "if absent": true },
    "doubted": { "type": "boolean", "if absent": null },
    "note": { "type": "text", "if absent": null },
    "kind": { "type": "text", "if absent": "a" },
    "done": { "type": "date", "if absent": null },
    "due": { "type": "date" },
    "product": { "type": "products", "if absent": null },

    """
  private let products = """
    "products": {
      "cite": "job lines", "key": "id",
      "fields": {
        "id": { "type": "text" },
        "points": { "type": "number", "if absent": null }
      }
    },

    """
  private let weight = """
    "weight": {
      "is": "if points = null then unknown(\\\"no planned work\\\") else points / 8", "cite": "job lines"
    }
    """

  /// The example's pack with more formulas; nil where one of them has no meaning.
  private func pack(_ writer: inout Writer, in folder: URL) throws -> CriteriaPack? {
    let example = Repository.root.appending(path: "examples/national-month/pack.json")
    var text = try String(contentsOf: example, encoding: .utf8)
    func entry(_ name: String, _ formula: String) -> String {
      let quoted = formula.replacingOccurrences(of: "\"", with: "\\\"")
      return "\"\(name)\": { \"is\": \"\(quoted)\", \"cite\": \"job score\" },\n"
    }
    let tasks =
      ["first", "second"].map { entry("\($0) work", writer.number(3)) } + [
        entry("holds", writer.truth(2)),
        entry("last day", "if done = null or done < due then due else done"),
      ]
    let totals = [
      "sum(tasks.first work)", "sum(tasks[\(writer.truth(2))].second work)",
      "count(tasks[\(writer.truth(2))])",
      "sum(for t in tasks return t.first work * t.second work)",
      "if some t in tasks satisfies t.first work > t.second work then 1 else 0",
      "if every t in tasks satisfies t.first work > t.second work then 1 else 0",
      "min(tasks[\(writer.truth(1))].first work)", "max(tasks.second work)",
      "mean(tasks[\(writer.truth(2))].\(writer.pick(["own", "bonus", "late", "first work"])))",
      "max(tasks[\(writer.truth(2))].\(writer.pick(["own", "bonus", "assigned"])))",
      "mean(tasks[id = \"T-none\"].late)", "min(tasks[late > 3].coefficient)",
      "min(for t in tasks return t.faults - t.late) + mean(tasks.completed)",
      "tasks[\(writer.truth(2))].id", "tasks[\(writer.truth(1))].\(writer.pick(["own", "done"]))",
      "for t in tasks[\(writer.truth(1))] return t.first work - t.late",
    ]
    let people = totals.indices.map { entry("total \($0)", totals[$0]) }
    text.replace("\"planned\": { \"type\"", with: fields + "\"planned\": { \"type\"")
    text.replace("\"tasks\": {\n      \"cite\"", with: products + "\"tasks\": {\n      \"cite\"")
    text.replace("\"values\": {", with: "\"values\": { \"products\": { \(weight) },")
    text.replace("\"planned work\": {", with: tasks.joined() + "\"planned work\": {")
    text.replace("\"role\": { \"is\"", with: people.joined() + "\"role\": { \"is\"")
    let who = writer.truth(1).replacingOccurrences(of: "\"", with: "\\\"")
    let list = "\"picked\": { \"who\": \"\(who)\", \(picked) },"
    text.replace("\"lists\": {", with: "\"lists\": { \(list)")
    let place = folder.appending(path: "pack")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: place.appending(path: "pack.json"))
    do { return try PackLibrary(folders: []).load(place.path()) } catch {
      Issue.record("\(error)")
      return nil
    }
  }

  /// A list of tasks: the records that it may pick are kept.
  private let picked = """
    "of": "tasks", "in": ["month"], "cite": "job candidates", "order": ["id"],
    "title": { "vi": "Việc được chọn", "en": "Tasks picked" },
    "columns": [{ "vi": "Mã", "en": "Task", "is": "id" }],
    "head": { "vi": "SỐ LIỆU TỔNG HỢP.", "en": "SYNTHETIC DATA." },
    "foot": { "vi": "Thứ tự theo mã.", "en": "In order of id." }
    """

  private func data(_ writer: inout Writer, in folder: URL) throws -> String {
    let place = folder.appending(path: "data")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    func write(_ name: String, _ lines: [String]) throws {
      let text = lines.map { $0 + "\n" }.joined()
      try Data(text.utf8).write(to: place.appending(path: "\(name).ndjson"))
    }
    let all = 0..<ColumnKernelTests.people
    try write("units", [#"{"id":"U","score":80}"#])
    try write("products", [#"{"id":"A","points":3}"#, #"{"id":"B"}"#, #"{"id":"C","points":0.1}"#])
    try write("people", all.map { #"{"id":"CB-\#($0)","kind":"civilServant","general":20}"# })
    try write(
      "postings",
      all.map {
        #"{"id":"P-\#($0)","person":"CB-\#($0)","unit":"U","role":"staff","from":"2026-01-01"}"#
      })
    try write("tasks", (0..<700).map { writer.line($0, ColumnKernelTests.people) })
    return place.path()
  }

  @Test(arguments: 0..<8)
  func agreesWithTheEvaluator(_ seed: Int) throws {
    var writer = Writer(numbers: SeededNumbers(seed: UInt64(seed)))
    var packs = 0
    for _ in 0..<6 {
      let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      defer { try? FileManager.default.removeItem(at: folder) }
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      guard let pack = try pack(&writer, in: folder) else { continue }
      packs += 1
      try agrees(pack, try data(&writer, in: folder))
    }
    #expect(packs > 1)
  }

  private func agrees(
    _ pack: CriteriaPack, _ data: String, reading name: String = "total 0"
  ) throws {
    func findings(keeping: Bool, threads: Int, block: Int? = nil) throws -> Findings {
      var options = EvaluationOptions(period: "2026-07", threads: threads)
      options.keepsRecords = keeping
      options.bytesOfBlock = block
      return Findings(try Evaluation(dataset: .path(data), pack: pack, options: options))
    }
    let kept = try findings(keeping: true, threads: 1)
    // Blocks of all lines, of one, of some three, and of some 64.
    for (threads, block) in [(1, nil), (2, nil), (3, 1), (1, 900), (4, 20_000)] {
      let folded = try findings(keeping: false, threads: threads, block: block)
      #expect(folded.differences(from: kept).filter { !$0.hasPrefix("tasks/") } == [])
      // Of tasks there are those that the list may pick, with the values that they have among all.
      let tasks = folded.texts.filter { $0.key.hasPrefix("tasks/") }
      #expect(tasks.filter { kept[$0.key] != $0.value }.keys.sorted() == [])
      #expect(name != "total 0" || !tasks.isEmpty)
    }
    #expect(kept["people/CB-1.\(name)"] != nil)
  }

  /// A record that is known only later counts for nobody, and is told of if it names nobody.
  @Test func laterRecordsAreHeldAgainstTheRestToo() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var writer = Writer(numbers: SeededNumbers(seed: 1))
    let data = try data(&writer, in: folder)
    let example = Repository.root.appending(path: "examples/national-month/pack.json")
    var text = try String(contentsOf: example, encoding: .utf8)
    text.replace("\"key\": \"id\",", with: "\"key\": \"id\", \"known on\": \"told\",")
    text.replace(
      "\"planned\": { \"type\"",
      with: "\"told\": { \"type\": \"date\", \"if absent\": null }, \"planned\": { \"type\"")
    try Data(text.utf8).write(to: folder.appending(path: "pack.json"))
    let told = ["CB-1", "CB-99"].enumerated().map { index, person in
      """
      {"id":"L-\(index)","person":"\(person)","coefficient":1,"assigned":1,"completed":1,"late":0,\
      "faults":0,"excused":false,"planned":true,"told":"2026-08-15"}
      """
    }
    try Data((told.joined(separator: "\n") + "\n").utf8)
      .write(to: URL(filePath: data).appending(path: "tasks-2026-08.ndjson"))
    let pack = try PackLibrary(folders: []).load(folder.path())
    try agrees(pack, data, reading: "score")
    var options = EvaluationOptions(period: "2026-07")
    options.keepsRecords = false
    let folded = Findings(try Evaluation(dataset: .path(data), pack: pack, options: options))
    #expect(folded["problems"]?.contains("unknownReference 1") == true)
  }
}
