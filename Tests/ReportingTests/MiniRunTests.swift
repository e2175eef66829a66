import FEEL
import Foundation
import Merit
import Model
import Reporting
import Testing

/// All files of one small run that has one of everything: ties at the last seat, a refusal, a cap, a
/// decision, people pending, away and out of scope, a guard, an unset policy, wrong records.
@Suite("A small run")
struct MiniRunTests {
  static let files = [
    "people.ndjson", "units.ndjson", "ranking.csv", "quotas.json", "in-need.csv", "in-need.json",
    "to-praise.csv", "to-praise.json", "waiting.ndjson", "problems.ndjson", "run.json",
  ]

  @Test("leaves these files and no others")
  func leavesFiles() throws {
    let names = ReportFiles(try Run.mini().index).files.flatMap(\.names)
    #expect(names == MiniRunTests.files)
  }

  @Test("writes each file as it is kept", arguments: files)
  func writes(_ file: String) throws {
    let text = try #require(try Run.mini().text(of: file))
    expectGolden(text, "mini/" + file)
  }

  @Test("is summed up in both languages and as JSON")
  func sumsUp() throws {
    let run = try Run.mini()
    expectGolden(run.summary(.vietnamese).text, "mini/summary.vi.txt")
    expectGolden(run.summary(.english).text, "mini/summary.en.txt")
    expectGolden(run.summary(.english).json, "mini/summary.json")
  }

  /// What follows from the dataset by hand: id, score as printed, rank in the agency, level stages.
  static let byHand: [(id: String, score: String?, rank: Int?, levels: [String?])] = [
    ("P01", "95", 1, ["top", "top", nil, nil]),
    ("P02", "95", 1, ["top", "top", nil, nil]),
    ("P03", "92", 3, ["top", "top", "middle", "middle"]),
    ("P04", "89.996", 4, ["middle", "middle", "middle", "middle"]),
    ("P05", "95/3", 6, ["low", "low", "low", "low"]),
    ("P06", "70", 5, ["middle", "middle", "middle", "low"]),
    ("P07", nil, nil, [nil, nil, nil, nil]),
    ("P13", "93", 1, ["top", "middle", "middle", "middle"]),
  ]

  @Test("gives everyone what follows by hand", arguments: byHand.indices)
  func givesByHand(_ index: Int) throws {
    let (id, score, rank, levels) = MiniRunTests.byHand[index]
    let text = try #require(try Run.mini().text(of: "people.ndjson"))
    let line = try #require(text.split(separator: "\n").first { $0.contains("\"id\":\"\(id)\"") })
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    let exact = (json["score"] as? [String: Any])?["exact"] as? String
    #expect((json["score"] as? String ?? exact) == score)
    let ranks = try #require(json["ranks"] as? [[String: Any]])
    #expect(ranks.first { $0["within"] as? [String] == ["agency"] }?["rank"] as? Int == rank)
    let level = try #require(json["level"] as? [String: Any])
    #expect(["computed", "capped", "proposed", "standing"].map { level[$0] as? String } == levels)
  }

  @Test("names the problem of a record with the person it belongs to, and with nobody else")
  func findsProblems() throws {
    let text = try #require(try Run.mini().text(of: "people.ndjson"))
    for line in text.split(separator: "\n") {
      let json = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let problems = try #require(json["problems"] as? [[String: Any]])
      let records = problems.compactMap { $0["record"] as? String }
      #expect(records == (json["id"] as? String == "P12" ? ["M11"] : []))
    }
  }

  @Test("prints nobody whom a guard holds back, and says at head and foot what a list is")
  func keepsGuards() throws {
    let run = try Run.mini()
    let (sheet, json) = (try #require(run.text(of: "in-need.csv")), run.text(of: "in-need.json"))
    #expect(!sheet.contains("Bùi Văn Chín") && !sheet.contains("P11"))
    #expect(json?.contains("Bùi Văn Chín") == true)
    #expect(sheet.contains("DỰ THẢO") && sheet.contains("Không phản ánh mức độ"))
    #expect(!run.summary(.vietnamese).text.contains("Bùi Văn Chín"))
  }

  @Test("starts a formula in no cell of any sheet")
  func startsNoFormula() throws {
    let run = try Run.mini()
    for file in MiniRunTests.files where file.hasSuffix(".csv") {
      let text = try #require(run.text(of: file))
      #expect(text.utf8.starts(with: [0xEF, 0xBB, 0xBF]))
      #expect(text.firstMatch(of: #/(^|,|\n)"?[=+@\t-]/#) == nil, "\(file)")
    }
  }

  @Test("does not depend on the order of records or on threads, but for places", arguments: 1...4)
  func isDeterministic(_ threads: Int) throws {
    let original = try Run.mini()
    let shuffled = try Shuffled("Tests/ReportingTests/Data/mini.json", seed: threads)
    let other = try Run.mini(shuffled.path, threads: threads)
    for file in MiniRunTests.files where !["run.json", "problems.ndjson"].contains(file) {
      let (one, two) = (original.text(of: file), other.text(of: file))
      let same = one.map(withoutPlaces) == two.map(withoutPlaces)
      #expect(same, "\(file)")
    }
    let pages = [original, other].map { withoutPlaces($0.summary(.vietnamese).text) }
    #expect(pages[0] == pages[1])
  }

  /// The text with its file names and line numbers taken out, lines sorted.
  private func withoutPlaces(_ text: String) -> [String] {
    let plain = text.replacing(#/"line":\d+/#, with: "").replacing(
      #/[a-z0-9-]+\.json:\d+/#, with: ""
    )
    .replacing(#/"file":"[^"]*"/#, with: "")
    return plain.split(separator: "\n").map { String($0) }.sorted()
  }
}

/// A dataset with the records of every table in another order, in a temporary file.
final class Shuffled {
  let path: String

  init(_ dataset: String, seed: Int) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: Repository.path + "/" + dataset))
    let tables = try #require(
      try JSONSerialization.jsonObject(with: data) as? [String: [[String: Any]]])
    let rotated = tables.mapValues { rows in
      let by = seed % max(1, rows.count)
      return Array((rows[by...] + rows[..<by]).reversed())
    }
    path = NSTemporaryDirectory() + "mini-shuffled-\(seed)-\(getpid()).json"
    try JSONSerialization.data(withJSONObject: rotated, options: [.sortedKeys])
      .write(to: URL(fileURLWithPath: path))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
