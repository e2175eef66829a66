import Foundation
import Merit
import TestSupport
import Testing

/// An evaluation that is kept up to date is the one that would be made anew.
@Suite struct ResidentTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let data: String
    let pack: String
    let period: String
    let table: String
    /// The number that is changed.
    let field: String

    var testDescription: String { "\(data), \(table).\(field)" }
  }

  static let cases = [
    Case(
      data: "national-month/sample", pack: "examples/national-month", period: "2026-07",
      table: "tasks", field: "completed"),
    Case(
      data: "so-2026/data", pack: "examples/so-2026/criteria/quy-che-so-mau", period: "2026-07",
      table: "tasks", field: "completed"),
    Case(
      data: "so-2026/data", pack: "examples/so-2026/criteria/quy-che-so-mau", period: "2026-07",
      table: "ratings", field: "confirmed"),
  ]

  @Test("changed records give what a new evaluation gives", arguments: cases, 1...2)
  func changes(_ one: Case, seed: Int) throws {
    var random = SeededNumbers(seed: UInt64(seed))
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(
      atPath: Repository.path("examples/\(one.data)"), toPath: folder.path())
    let pack = try Packs.load(one.pack)
    let options = EvaluationOptions(period: one.period)
    var agency = try ResidentEvaluation(
      dataset: .path(folder.path()), pack: pack, options: options)
    let before = Findings(agency.evaluation)
    let file = folder.appending(path: "\(one.table).ndjson")
    let text = try String(contentsOf: file, encoding: .utf8)
    var lines = text.split(separator: "\n").map(String.init)
    var replaced = 0
    for _ in 0..<60 {
      let index = Int.random(in: lines.indices, using: &random)
      let number = Int.random(in: 0...5, using: &random)
      guard let line = lines[index].with(number, in: one.field), line != lines[index],
        try agency.replace(line, in: one.table)
      else { continue }
      lines[index] = line
      replaced += 1
    }
    #expect(replaced > 10)
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
    var keeping = options
    keeping.keepsRecords = true
    let anew = Findings(
      try Evaluation(dataset: .path(folder.path()), pack: pack, options: keeping))
    let kept = Findings(agency.evaluation)
    #expect(kept.differences(from: anew) == [], "\(kept.explain(anew))")
    #expect(kept != before)
  }

  /// The month of a whole country, with an order of tasks by their own work.
  static func packWithOrderOfTasks() throws -> CriteriaPack {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let text = try String(
      contentsOfFile: Repository.path("examples/national-month/pack.json"), encoding: .utf8)
    let order = """
      "ranking": {
        "tasks by work": {
          "of": "tasks", "in": ["month"], "by": "completed work", "within": [["person"]],
          "cite": "job ranks", "label": { "vi": "Thứ tự việc", "en": "Order of tasks" }
        },
      """
    let changed = text.replacing("\"ranking\": {", with: order)
    try Data(changed.utf8).write(to: folder.appending(path: "pack.json"))
    return try PackLibrary(folders: []).load(folder.path())
  }

  /// No value of a person tells of that order.
  @Test("an order of the records themselves is made again")
  func orderOfRecords() throws {
    let pack = try ResidentTests.packWithOrderOfTasks()
    let line = FoldingTests.line("T-1", "A", completed: "9")
    func data(_ first: String) -> DatasetLocation {
      .json(
        Array(
          """
          {"people":[{"id":"A","kind":"civilServant","general":20}],
          "units":[{"id":"U","parent":null,"score":80}],
          "postings":[{"person":"A","unit":"U","role":"staff","from":"2026-01-01"}],
          "tasks":[\(first),\(FoldingTests.line("T-2", "A", completed: "5"))]}
          """.utf8))
    }
    let options = EvaluationOptions(period: "2026-07")
    var agency = try ResidentEvaluation(
      dataset: data(FoldingTests.line("T-1", "A")), pack: pack, options: options)
    #expect(try agency.replace(line, in: "tasks"))
    let anew = Findings(try Evaluation(dataset: data(line), pack: pack, options: options))
    #expect(Findings(agency.evaluation).differences(from: anew) == [])
  }

  @Test("what cannot be replaced changes nothing")
  func refusals() throws {
    let pack = try Packs.load("examples/national-month")
    var agency = try ResidentEvaluation(
      dataset: .path(Repository.path("examples/national-month/sample")), pack: pack,
      options: .init(period: "2026-07"))
    let before = Findings(agency.evaluation)
    let refused = [
      FoldingTests.line("T-unheard-of", "CB-0001"),
      FoldingTests.line("T-900", "CB-9999"), "{", "{}", "", "null", "[]",
      FoldingTests.line("T-900", "CB-0001") + FoldingTests.line("T-901", "CB-0001"),
    ]
    for record in refused { #expect(try !agency.replace(record, in: "tasks"), "\(record)") }
    #expect(try !agency.replace(#"{"id":"CB-0001","general":20}"#, in: "people"))
    #expect(throws: MeritError.self) { try agency.replace("{}", in: "no table") }
    #expect(Findings(agency.evaluation) == before)
  }

  @Test("a period made of others is refused with a sentence")
  func longerPeriods() throws {
    let pack = try Packs.load("examples/so-2026/criteria/quy-che-so-mau")
    let options = EvaluationOptions(period: "2026-H1")
    #expect(throws: MeritError.self) {
      try ResidentEvaluation(
        dataset: .path(Repository.path("examples/so-2026/data")), pack: pack, options: options)
    }
  }

  /// Each record that something is wrong with must be known, so that none is taken for a good one.
  @Test("more wrong records than are told one by one are refused with a sentence")
  func tooManyWrong() throws {
    let pack = try Packs.load("examples/national-month")
    func message(_ wrong: Int) throws -> String? {
      let lines = (0..<wrong).map { FoldingTests.line("W-\($0)", "nobody") }
      let data = """
        {"people":[{"id":"A","kind":"civilServant","general":20}],
        "units":[{"id":"U","parent":null,"score":80}],
        "postings":[{"person":"A","unit":"U","role":"staff","from":"2026-01-01"}],
        "tasks":[\(lines.joined(separator: ","))]}
        """
      do throws(MeritError) {
        _ = try ResidentEvaluation(
          dataset: .json(Array(data.utf8)), pack: pack, options: .init(period: "2026-07"))
        return nil
      } catch { return error.message }
    }
    #expect(try message(1_000) == nil)
    #expect(
      try message(1_001)
        == "too many records are wrong to know of each; evaluate the dataset anew")
  }
}

extension String {
  /// A line of NDJSON with another whole number in a field; nil where it has none.
  fileprivate func with(_ number: Int, in field: String) -> String? {
    guard let key = range(of: "\"\(field)\":") else { return nil }
    let rest = self[key.upperBound...]
    let spaces = rest.prefix { $0 == " " }.count
    let old = rest.dropFirst(spaces).prefix { $0.isNumber || $0 == "." }
    guard !old.isEmpty else { return nil }
    return self[..<key.upperBound] + "\(number)" + rest.dropFirst(spaces + old.count)
  }
}
