import Criteria
import Foundation
import JSON
import Merit
import Model
import Scoring
import TestSupport
import Testing

/// The law is data: a pack in other words, and in other points, gives the same in those words.
@Suite struct RenamedPackTests {
  @Test(arguments: ["nd-335-2025", "so-tay-bnv-2026", "tinh-mau-2026"])
  func `a pack with every word changed and tenfold points passes its cases`(name: String) throws {
    let original = try Packs.load(name)
    let file = try #require(try CaseFile(of: original))
    let renaming = try Renaming(of: original)
    let folder = FileManager.default.temporaryDirectory.appending(path: "merit-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try renaming.cases(#require(file.document.value)).write(
      to: folder.appending(path: "cases.json"), atomically: true, encoding: .utf8)
    let documents = try original.pack.documents.map { document in
      PackDocument(
        Array(try renaming.pack(#require(document.json.value)).utf8), path: document.name + ".json")
    }
    let renamed = CriteriaPack(documents, folder: folder.path)
    let report = renamed.check()
    #expect(!report.hasFindings, "\(report.text)")
    #expect(report.passed == file.cases.count)
  }

  @Test func `the words were in fact changed`() throws {
    let original = try Packs.load("nd-335-2025")
    let renaming = try Renaming(of: original)
    let text = try original.pack.documents.map { renaming.pack(try #require($0.json.value)) }
      .joined()
    for word in [
      "\"quantity\"", "\"staff\"", "task result", "coefficient", "\"good\"", "\"excellent\"",
      "excellent from", "leader ratings", "deduction scope", "per event", "share(", "credited(",
    ] {
      let isLeft = text.split(separator: "\n").contains {
        $0.contains(word) && !$0.contains("\"vi\"") && !$0.contains("\"en\"")
          && !$0.contains("\"cite\"") && !$0.contains("Merit")
      }
      #expect(!isLeft, "\(word) is still there")
    }
    #expect(text.contains("\"value\": 900") && text.contains(": 25\n"))
  }
}
