import FEEL
import Foundation
import JSON
import Merit
import Model
import Records
import TestSupport
import Testing

/// The tables that an office writes: what they say is held against the results, counted again here.
@Suite struct WrittenTableTests {
  static let folder = "Tests/MeritTests/Written"

  /// The files of a run of the small agency, by name.
  private static func files(
    _ period: String = "2026", _ edit: (inout SampleDataset) -> Void = { _ in }
  ) throws -> (texts: [String: String], evaluation: Evaluation) {
    var data = SampleDataset(json: try Repository.text("\(folder)/data.json"))
    edit(&data)
    let evaluation = try Evaluation(
      dataset: .json(Array(data.json.utf8)), pack: Packs.load("nd-335-2025"),
      options: EvaluationOptions(period: period, asOf: "2026-12-14"))
    let out = FileManager.default.temporaryDirectory.appending(path: "merit-\(UUID())").path()
    defer { try? FileManager.default.removeItem(atPath: out) }
    try evaluation.write(to: out)
    let names =
      ["people.ndjson"]
      + ((try? FileManager.default.contentsOfDirectory(atPath: out + "/reports")) ?? [])
      .map { "reports/\($0)" }
    var texts: [String: String] = [:]
    for name in names {
      texts[name] = String(
        decoding: FileManager.default.contents(atPath: "\(out)/\(name)") ?? Data(), as: UTF8.self)
    }
    return (texts, evaluation)
  }

  private static func json(_ text: String?) throws -> JSONValue {
    let bytes = Array(try #require(text).utf8)
    return try #require(JSONDocument(bytes).value)
  }

  @Test func `the tables of a year are written as they are kept`() throws {
    let (texts, evaluation) = try WrittenTableTests.files()
    #expect(evaluation.problems.isEmpty)
    for (name, text) in texts.sorted(by: { $0.key < $1.key }) where name.hasPrefix("reports/") {
      try expectGolden(text, "\(WrittenTableTests.folder)/\(name)")
    }
  }

  /// A table of counts as JSON: the numbers by group and column.
  private struct Counts {
    var cells: [String: [String: String?]] = [:]

    init(_ json: JSONValue) {
      let names = (json["columns"]?.elements ?? []).map { $0["name"]?.string?.text ?? "" }
      let rows = (json["rows"]?.elements ?? []) + [json["total"]].compactMap(\.self)
      for row in rows {
        let group = row["group"]?["en"]?.string?.text ?? ""
        let values = (row["cells"]?.elements ?? []).map { $0.string?.text }
        cells[group] = Dictionary(uniqueKeysWithValues: zip(names, values))
      }
    }

    func callAsFunction(_ group: String, _ column: String) -> Int? {
      cells[group]?[column].flatMap { $0 }.flatMap { Int($0) }
    }
  }

  /// The lines of `people.ndjson` that an agency accounts for.
  private func accounted(_ text: String?) throws -> [JSONValue] {
    try #require(text).split(separator: "\n").compactMap { JSONDocument(Array($0.utf8)).value }
      .filter { $0["kind"]?.string?.text == "civilServant" }
      .filter { $0["leavingCause"]?.string?.text != "transfer" }
  }

  @Test func `the statistics of classes are those of the people, each in one column`() throws {
    let (texts, _) = try WrittenTableTests.files()
    let counts = Counts(try WrittenTableTests.json(texts["reports/B16.json"]))
    let total = "All civil servants"
    let people = try accounted(texts["people.ndjson"])
    let levels = people.map { $0["level"]?["standing"]?.string?.text }
    let columns = [
      "excellent": "is excellent", "good": "is good", "completed": "is completed",
      "not completed": "is failed",
    ]
    for (level, column) in columns {
      #expect(counts(total, column) == levels.count { $0 == level }, "\(column)")
    }
    #expect(counts(total, "classified") == levels.count { $0 != nil })
    let unclassed = people.filter {
      $0["level"]?["standing"]?.string == nil
        && $0["level"]?["state"]?.string?.text == "notClassified"
    }
    #expect(counts(total, "left unclassed") == unclassed.count)
    #expect(counts(total, "still open") == levels.count { $0 == nil } - unclassed.count)
    // By hand: A1, A2, B1 to B4, C1 to C3 and C6 have levels but B2 waits for B5; C4 has 4 months.
    #expect(counts(total, "classified") == 9 && counts(total, "still open") == 2)
    #expect(counts(total, "is good") == 7 && counts(total, "left unclassed") == 1)
    let groups = ["I. Heads", "II. Deputies of the head", "III. Leaders of the units within"]
    for column in Array(columns.values) + ["present", "still open"] {
      let sum = (groups + ["IV. Without a leading post"]).reduce(0) {
        $0 + (counts($1, column) ?? -100)
      }
      #expect(sum == counts(total, column), "\(column)")
    }
    #expect(counts("Outside the total: contract workers", "present") == 1)
    #expect(counts("Outside the total: contract workers", "is failed") == nil)
  }

  @Test func `who loses a result moves to those not yet classified`() throws {
    let before = Counts(
      try WrittenTableTests.json(try WrittenTableTests.files().texts["reports/B16.json"]))
    let (texts, evaluation) = try WrittenTableTests.files { data in
      data["history"].removeAll { $0["person"] == "\"C2\"" }
    }
    let after = Counts(try WrittenTableTests.json(texts["reports/B16.json"]))
    let total = "All civil servants"
    #expect(after(total, "still open") == before(total, "still open").map { $0 + 1 })
    #expect(after(total, "is good") == before(total, "is good").map { $0 - 1 })
    #expect(after(total, "present") == before(total, "present"))
    #expect(
      !evaluation.problems.tables.contains { table in
        evaluation.problems.counts(of: table).contains { $0.kind == .notInOneColumn }
      })
  }

  @Test func `a person in no row breaks the sum, and is told`() throws {
    let (texts, evaluation) = try WrittenTableTests.files { data in
      for (index, posting) in data["postings"].enumerated() where posting["person"] == "\"B3\"" {
        data["postings"][index]["role"] = "\"adviser\""
      }
    }
    #expect(evaluation.hasFindings)
    let kinds = evaluation.problems.tables.flatMap { evaluation.problems.counts(of: $0) }
    #expect(kinds.contains { $0.kind == .doesNotAddUp })
    let checks = try WrittenTableTests.json(texts["reports/B16.json"])["checks"]?.elements ?? []
    let broken = checks.filter { $0["holds"]?.boolean == false }
    #expect(broken.map { $0["check"]?.string?.text } == ["adds up"])
    #expect(try #require(texts["reports/B16.csv"]).contains("không khớp với dòng tổng"))
  }

  @Test func `the statistics by unit are those of the people of each unit`() throws {
    let (texts, _) = try WrittenTableTests.files("2026-Q3")
    let json = try WrittenTableTests.json(texts["reports/B8.json"])
    let counts = Counts(json)
    #expect((json["checks"]?.elements ?? []).count == 3)
    for check in json["checks"]?.elements ?? [] { #expect(check["holds"]?.boolean == true) }
    let people = try #require(texts["people.ndjson"]).split(separator: "\n").compactMap {
      JSONDocument(Array($0.utf8)).value
    }
    let bands = [
      "excellent": "band excellent", "good": "band good", "completed": "band completed",
      "not completed": "band low",
    ]
    let units = ["SM": "Sở Mẫu", "VP": "Văn phòng", "TC": "Phòng Tổ chức"]
    for (unit, name) in units {
      let own = people.filter { $0["unit"]?.string?.text == unit }
      #expect(counts(name, "present") == own.count)
      for (level, column) in bands {
        // The headings are points: neither a cap nor a decision moves anybody to another column.
        let count = own.count { $0["level"]?["computed"]?.string?.text == level }
        #expect(counts(name, column) == count, "\(name), \(column)")
      }
    }
    for column in ["present", "with result", "no result", "outside"] + bands.values {
      let sum = units.values.reduce(0) { $0 + (counts($1, column) ?? -100) }
      #expect(sum == counts("Total", column), "\(column)")
    }
    #expect(counts("Total", "present") == 14 && counts("Total", "outside") == 1)
  }

  /// What a table of the pack says of one record in one column.
  private func cell(_ table: JSONValue, _ record: String, _ column: String) throws -> JSONValue {
    let names = (table["columns"]?.elements ?? []).map { $0["name"]?.string?.text ?? "" }
    let row = (table["rows"]?.elements ?? []).first { $0["record"]?.string?.text == record }
    let place = try #require(names.firstIndex(of: column))
    return try #require(row?["cells"]?.elements?[place])
  }

  @Test func `points of a unit are split where the parts make up its score`() throws {
    let (texts, _) = try WrittenTableTests.files { data in
      for (unit, general, result) in [("VP", 25, 67), ("TC", 25, 60)] {
        for (part, points) in [("general part", general), ("result part", result)] {
          data.add(
            "unitResults",
            #"{"unit": "\#(unit)", "period": "2026", "measure": "\#(part)", "points": \#(points)}"#)
        }
      }
    }
    let table = try WrittenTableTests.json(texts["reports/B17.json"])
    #expect(try cell(table, "units/VP", "general part").string?.text == "25")
    #expect(try cell(table, "units/VP", "result part").string?.text == "67")
    // 25 and 60 are not the 75 that the unit has, and nothing is given for the others.
    for unit in ["TC", "SM"] { #expect(try cell(table, "units/\(unit)", "general part").isNull) }
  }

  @Test func `the words of a quarter's difficulties are the unit's own`() throws {
    let (texts, _) = try WrittenTableTests.files("2026-Q3") { data in
      data.add(
        "difficultyNotes",
        #"{"unit": "VP", "period": "2026-Q3", "matterTold": "Thiếu máy", "#
          + #""groundTold": "Chưa được cấp", "stepPlanned": "Xin bổ sung", "#
          + #""answerablePerson": "Chánh Văn phòng", "toBeDoneBy": "2026-10-31"}"#)
      data.add(
        "difficultyNotes",
        #"{"unit": "VP", "period": "2026-Q2", "matterTold": "Việc của quý trước"}"#)
    }
    let lines = try #require(texts["reports/B9.csv"]).split(whereSeparator: \.isNewline)
    let line = try #require(lines.first { $0.hasPrefix("Văn phòng,") })
    #expect(line.hasPrefix("Văn phòng,Thiếu máy,"))
    #expect(line.contains(",Chưa được cấp,Xin bổ sung,Chánh Văn phòng,31/10/2026"))
  }

  @Test func `thirty days run from the decision on the class`() throws {
    let (texts, _) = try WrittenTableTests.files { data in
      data.add(
        "decisions",
        #"{"person": "B4", "period": "2026", "what": "level", "value": "not completed", "#
          + #""document": "QĐ 9/QĐ-SM (ví dụ)", "date": "2026-12-14", "by": "Giám đốc"}"#)
    }
    let table = try WrittenTableTests.json(texts["reports/B18.json"])
    let until = try cell(table, "people/B4", "act until")
    #expect(until.elements?.map { $0.string?.text } == ["2027-01-13"])
  }

  @Test func `a name in decomposed letters is written composed`() throws {
    let texts = try WrittenTableTests.files().texts
    let data = try Repository.text("\(WrittenTableTests.folder)/data.json")
    #expect(data.unicodeScalars.contains("\u{300}"))
    for (name, text) in texts where name.hasPrefix("reports/") {
      #expect(!text.unicodeScalars.contains { (0x300...0x36F).contains($0.value) }, "\(name)")
    }
  }

  @Test func `late tasks of a unit stand by their deadlines`() throws {
    let evaluation = try Evaluation(
      dataset: .path(Repository.path("examples/so-2026/data")),
      pack: Packs.load("so-tay-bnv-2026"), options: EvaluationOptions(period: "2026-07"))
    let table = try WrittenTableTests.json(evaluation.texts["reports/B3.json"])
    let names = (table["columns"]?.elements ?? []).map { $0["name"]?.string?.text ?? "" }
    let places = try ["workplace", "extended", "first deadline"].map {
      try #require(names.firstIndex(of: $0))
    }
    let rows = (table["rows"]?.elements ?? []).map { row in
      places.map { row["cells"]?.elements?[$0].string?.text }
    }.filter { $0[1] == nil }
    #expect(rows.count > 50)
    for (one, next) in zip(rows, rows.dropFirst()) where one[0] == next[0] {
      let deadlines = [one, next].compactMap { $0[2] }
      #expect(deadlines.count == 2 && deadlines[0] <= deadlines[1], "\(one) \(next)")
    }
  }

  @Test func `no box is ticked that nobody ticked`() throws {
    let list = try WrittenTableTests.json(try WrittenTableTests.files().texts["reports/B14.json"])
    let names = (list["columns"]?.elements ?? []).map { $0["name"]?.string?.text ?? "" }
    let decided = try #require(names.firstIndex(of: "decided"))
    let filled = (list["rows"]?.elements ?? []).filter {
      $0["cells"]?.elements?[decided].isNull == false
    }
    #expect(filled.map { $0["record"]?.string?.text } == ["people/B3"])
  }

  @Test func `what is sent has a class only where one was decided`() throws {
    let sent = try WrittenTableTests.json(try WrittenTableTests.files().texts["reports/B22.json"])
    let names = (sent["columns"]?.elements ?? []).map { $0["name"]?.string?.text ?? "" }
    for column in ["class", "decision", "decided on"] {
      let place = try #require(names.firstIndex(of: column))
      let filled = (sent["rows"]?.elements ?? []).filter {
        $0["cells"]?.elements?[place].isNull == false
      }
      #expect(filled.map { $0["record"]?.string?.text } == ["people/B3"], "\(column)")
    }
    let lines = try #require(try WrittenTableTests.files().texts["reports/B22.csv"])
    let decided = "Hoàn thành tốt nhiệm vụ,QĐ 1 (ví dụ),10/12/2026,"
    #expect(lines.contains("B3,SM,2026,,,\"75,25\",\(decided)"))
  }
}
