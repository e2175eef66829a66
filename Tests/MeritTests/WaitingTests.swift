import Foundation
import JSON
import Merit
import TestSupport
import Testing

/// Everything that waits for a person stands in one file, with who must act and by when.
@Suite struct WaitingTests {
  private func waiting(_ edit: (inout SampleDataset) -> Void) throws -> [JSONValue] {
    var data = try InnerPeriodTests.dataset()
    edit(&data)
    let evaluation = try Evaluation(
      dataset: .json(Array(data.json.utf8)), pack: Packs.library.load(InnerPeriodTests.pack),
      options: EvaluationOptions(period: "2026-02", asOf: "2026-03-31"))
    let folder = FileManager.default.temporaryDirectory.appending(path: "merit-\(UUID())").path()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try evaluation.write(to: folder)
    let text = try String(contentsOfFile: folder + "/waiting.ndjson", encoding: .utf8)
    return text.split(separator: "\n").compactMap { JSONDocument(Array($0.utf8)).value }
  }

  private func cell(_ item: JSONValue, _ name: String) -> String? { item[name]?.string?.text }

  @Test func `an entry of the pack names who must act and by when`() throws {
    let items = try waiting { _ in }
    #expect(items.map { cell($0, "subject") } == ["people/D"])
    #expect(cell(items[0], "kind") == "entry" && cell(items[0], "entry") == "without work")
    #expect(cell(items[0], "until") == "2026-02-28")
    #expect(items[0]["by"]?["en"]?.string?.text == "The head of the unit")
  }

  @Test func `a missing field waits for the one whose task it is, to the day of the calendar`()
    throws
  {
    let items = try waiting { data in
      data["tasks"][6]["completed"] = nil  // C2
      data.add(
        "periods",
        #"{"id": "2026-02", "from": "2026-02-01", "to": "2026-02-28", "confirm by": "2026-03-03"}"#)
    }
    let gap = try #require(items.first { cell($0, "record") == "tasks/C2" })
    #expect(cell(gap, "kind") == "record" && cell(gap, "field") == "completed")
    #expect(cell(gap, "subject") == "people/C" && cell(gap, "until") == "2026-03-03")
    #expect(gap["by"]?["en"]?.string?.text == "Whoever gave the task")
    // What is due on 28 February comes first.
    #expect(cell(items[0], "subject") == "people/D")
  }

  @Test func `a dispute between decisions waits for a decision`() throws {
    let items = try waiting { data in
      data.add(
        "decisions",
        """
        {"person": "C", "period": "2026-02", "what": "level", "value": "high", \
        "document": "QĐ 2", "date": "2026-03-02"}
        """)
    }
    #expect(items.count { cell($0, "kind") == "decision" } == 2)
  }

  @Test func `a value that decisions dispute waits too, though no level rests on it`() throws {
    let items = try waiting { data in
      for (value, document) in [("1", "QĐ 3"), ("2", "QĐ 4")] {
        data.add(
          "decisions",
          """
          {"person": "A", "period": "2026-02", "what": "bonus", "value": "\(value)", \
          "document": "\(document)", "date": "2026-03-02"}
          """)
      }
    }
    let disputes = items.filter { cell($0, "kind") == "decision" }
    #expect(disputes.map { cell($0, "subject") } == ["people/A", "people/A"])
  }
}
