import Foundation
import Merit
import TestSupport
import Testing

/// Periods that are closed, proved, corrected and compared.
@Suite struct ClosingTests {
  /// A folder of its own, and runs in it.
  private final class Desk {
    let root = FileManager.default.temporaryDirectory.appending(path: "merit-\(UUID())")
    let pack: CriteriaPack
    var data: SampleDataset

    init() throws {
      pack = try Packs.library.load(InnerPeriodTests.pack)
      data = try InnerPeriodTests.dataset()
      try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    func path(_ name: String) -> String { root.appending(path: name).path() }

    func evaluation(
      _ period: String, asOf: String? = "2026-03-31", history: [String] = []
    ) throws -> Evaluation {
      let file = root.appending(path: "data.json")
      try Data(data.json.utf8).write(to: file)
      var options = EvaluationOptions(period: period, asOf: asOf)
      options.keepsRecords = true
      options.history = history.map { path($0) }
      return try Evaluation(dataset: .path(file.path()), pack: pack, options: options)
    }

    /// Scores a period into a folder of its name, or another.
    @discardableResult
    func score(_ period: String, into name: String? = nil) throws -> FinishedRun {
      let folder = path(name ?? period)
      try evaluation(period).write(to: folder)
      return FinishedRun(folder: folder)
    }

    func text(_ file: String) throws -> String {
      try String(contentsOf: root.appending(path: file), encoding: .utf8)
    }
  }

  private static let act = ClosingAct(by: "Giám đốc, QĐ 7", on: "2026-04-05")

  private func message(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "nothing was thrown"
    } catch let error as MeritError {
      return error.message
    } catch { return "\(error)" }
  }

  @Test func `a quarter over closed months is that over tasks, exactly`() throws {
    let desk = try Desk()
    let months = ["2026-01", "2026-02", "2026-03"]
    for month in months { try desk.score(month).close(ClosingTests.act) }
    let open = Findings(try desk.evaluation("2026-Q1"))
    desk.data["tasks"] = []
    desk.data["decisions"] = []
    let closed = Findings(try desk.evaluation("2026-Q1", history: months))
    let changed = closed.differences(from: open).filter {
      !$0.hasPrefix("tasks/") && !$0.hasSuffix(".load")
    }
    #expect(changed == [], "\(closed.explain(open))")
    #expect(closed["people/A.score"]?.isEmpty == false)
  }

  @Test func `a receipt names what was closed, and the one before`() throws {
    let desk = try Desk()
    try desk.score("2026-01").close(ClosingTests.act)
    var act = ClosingTests.act
    act.previous = desk.path("2026-01")
    try desk.score("2026-02").close(act)
    let receipt = try desk.text("2026-02/receipt.json")
    for word in [
      "\"id\": \"2026-02\"", "\"file\": \"people.ndjson\"", "\"file\": \"history.ndjson\"",
      "\"by\": \"Giám đốc, QĐ 7\"", "\"on\": \"2026-04-05\"", "\"period\": \"2026-01\"",
    ] { #expect(receipt.contains(word), "\(word)") }
    let sheet = try desk.text("2026-02/receipt.csv").split(separator: "\r\n")
    #expect(sheet.count == 2 && receipt.contains("\"file\": \"receipt.csv\""))
    #expect(sheet[1].hasPrefix(#"tháng 2 năm 2026,05/04/2026,"Giám đốc, QĐ 7","#))
    let rows = try desk.text("2026-02/history.ndjson").split(separator: "\n")
    #expect(rows.count == 7)  // four people with a posting, three units
    #expect(rows[0].contains(#""exact":"600/7""#) && rows[0].contains(#""closed":true"#))
  }

  @Test func `a folder that was changed after closing is refused with its name`() throws {
    let desk = try Desk()
    try desk.score("2026-01").close(ClosingTests.act)
    let people = desk.root.appending(path: "2026-01/people.ndjson")
    try Data(try desk.text("2026-01/people.ndjson").replacing("\"A\"", with: "\"Ą\"").utf8)
      .write(to: people)
    let told = message { _ = try desk.evaluation("2026-Q1", history: ["2026-01"]) }
    #expect(told.contains("people.ndjson' was changed after 2026-01 was closed"))
    try FileManager.default.removeItem(at: people)
    #expect(message { _ = try desk.evaluation("2026-Q1", history: ["2026-01"]) }.contains("gone"))
  }

  @Test func `what is not closed, or closed before, is told`() throws {
    let desk = try Desk()
    let run = try desk.score("2026-01")
    #expect(
      message { _ = try desk.evaluation("2026-Q1", history: ["2026-01"]) }.contains("merit close"))
    try run.close(ClosingTests.act)
    #expect(message { try run.close(ClosingTests.act) }.contains("closed already"))
    var act = ClosingTests.act
    act.on = "5/4/2026"
    #expect(message { try desk.score("2026-02").close(act) }.contains("no date"))
    #expect(message { try FinishedRun(folder: desk.path("none")).close(act) } != "")
  }

  @Test func `what is open is not closed, and goes on being computed`() throws {
    let desk = try Desk()
    let all = desk.data
    for (index, task) in all["tasks"].enumerated() where task["id"] == "\"C2\"" {
      desk.data["tasks"][index]["completed"] = nil
    }
    let run = try desk.score("2026-02")
    let refused = message { try run.close(ClosingTests.act) }
    #expect(refused.contains("people/C") && refused.contains("--despite-findings"))
    var act = ClosingTests.act
    act.despiteFindings = true
    let remarks = try run.close(act)
    #expect(remarks.count == 1)
    #expect(!(try desk.text("2026-02/history.ndjson").contains(#""person":"C""#)))
    desk.data = all
    let later = Findings(try desk.evaluation("2026-Q1", history: ["2026-02"]))
    #expect(later["people/C.score"] == Findings(try desk.evaluation("2026-Q1"))["people/C.score"])
  }

  @Test func `a correction tells each change with its ground and its record`() throws {
    let desk = try Desk()
    try desk.score("2026-02").close(ClosingTests.act)
    for (index, task) in desk.data["tasks"].enumerated() where task["id"] == "\"A2\"" {
      desk.data["tasks"][index]["completed"] = "7"
    }
    let reopening = Reopening(folder: desk.path("2026-02"), because: "Kiến nghị số 3")
    let again = try desk.evaluation("2026-02")
    let before = try desk.text("2026-02/people.ndjson")
    #expect(
      message { try again.write(to: desk.path("2026-02"), replacing: true, reopening: reopening) }
        .contains("never overwritten"))
    try again.write(to: desk.path("new"), reopening: reopening)
    #expect(try desk.text("2026-02/people.ndjson") == before)
    let lines = try desk.text("new/corrections.ndjson").split(separator: "\n").map(String.init)
    let score = try #require(lines.first { $0.contains(#""field":"values.score""#) })
    #expect(score.contains(#""subject":"people/A""#) && score.contains(#""new":"100""#))
    #expect(score.contains(#""exact":"600/7""#) && score.contains("Kiến nghị số 3"))
    #expect(score.contains(#""records":["tasks/A2"]"#))
    let sheet = try desk.text("new/corrections.csv").split(separator: "\r\n").map(String.init)
    #expect(sheet.count == lines.count + 1)
    #expect(
      sheet.contains {
        $0.contains("tháng 2 năm 2026") && $0.contains("\"85,71\",100,Kiến nghị số 3,,")
      })
    // The head of P1 leads A, so the value of those led moves too, through A's score.
    let led = try #require(lines.first { $0.contains(#""field":"values.ledScore""#) })
    #expect(led.contains(#""subject":"people/D""#) && led.contains("people/A.score"))
    #expect(try desk.text("new/run.json").contains("\"because\": \"Kiến nghị số 3\""))
    #expect(
      message { try desk.evaluation("2026-03").write(to: desk.path("x"), reopening: reopening) }
        .contains("cannot be corrected by 2026-03"))
    let page = try again.summary(.english, output: "new", correcting: reopening)
    #expect(page.contains("CORRECTION OF 2026-02"))
  }

  @Test func `a correction calls values by their labels, its JSON as they are`() throws {
    let desk = try Desk()
    try desk.score("2026-02").close(ClosingTests.act)
    for (index, posting) in desk.data["postings"].enumerated() where posting["role"] != nil {
      desk.data["postings"][index]["role"] = "\"staff\""
    }
    try desk.evaluation("2026-02").write(
      to: desk.path("new"),
      reopening: Reopening(folder: desk.path("2026-02"), because: "Kiến nghị số 4"))
    #expect(try desk.text("new/corrections.csv").contains(",trưởng phòng,nhân viên,"))
    #expect(
      try desk.text("new/corrections.ndjson").contains(#""old":"head","new":"staff""#))
  }

  @Test func `a difference is empty against itself and mirrored when swapped`() throws {
    let desk = try Desk()
    let old = try desk.score("2026-03")
    #expect(try old.difference(to: old).isEmpty)
    desk.data["tasks"].removeLast(2)  // C3 and D1, of which only the first is of March
    let new = try desk.score("2026-03", into: "later")
    let there = try old.difference(to: new)
    let back = try new.difference(to: old)
    #expect(!there.isEmpty)
    func swapped(_ text: String) -> String {
      text.replacing("\"old\":", with: "\"#\":").replacing("\"new\":", with: "\"old\":")
        .replacing("\"#\":", with: "\"new\":").replacing("\"removed\"", with: "\"@\"")
        .replacing("\"added\"", with: "\"removed\"").replacing("\"@\"", with: "\"added\"")
    }
    func keys(_ text: String) -> [String] {
      text.split(separator: "\n").map { $0.hasSuffix(",") ? String($0.dropLast()) : String($0) }
        .filter { !$0.contains("data.json") }.sorted()
    }
    #expect(keys(swapped(there.json)) == keys(back.json))
    #expect(there.text(.english).contains("tasks/C3 (removed)"))
    #expect(!there.text(.english).contains("people/A"))
  }
}
