import Foundation
import Testing

/// Calls of the program itself: exit statuses, streams, closed pipes.
@Suite("The program")
struct DoorTests {
  static let repository = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(3).joined(separator: "/")
  static let mini = repository + "/Tests/ReportingTests/Data/mini"

  /// What a call gave.
  struct Answer {
    let status: Int32
    let output: String
    let complaints: String
  }

  /// Calls the program that stands beside the tests.
  static func call(_ words: [String], through shell: String = "exec \"$@\"") throws -> Answer {
    let program = URL(fileURLWithPath: ProcessInfo.processInfo.arguments[0])
      .deletingLastPathComponent().appendingPathComponent("merit").path
    try #require(FileManager.default.fileExists(atPath: program), "no program at \(program)")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", shell, "bash", program] + words
    let (output, complaints) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = complaints
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    let complained = complaints.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Answer(
      status: process.terminationStatus, output: String(decoding: printed, as: UTF8.self),
      complaints: String(decoding: complained, as: UTF8.self))
  }

  /// A folder that is not there, and is taken away with whatever was put there.
  final class Output {
    let path = NSTemporaryDirectory() + "merit-door-\(UUID().uuidString)"
    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  static func score(_ output: Output, _ more: [String] = []) -> [String] {
    ["score", mini + ".json", "--pack", mini, "--period", "2026-07", "--out", output.path] + more
  }

  /// Calls, their exit status, and a part of what must be said and where.
  static let calls: [(words: [String], status: Int32, output: String, complaint: String)] = [
    (["--version"], 0, "merit ", ""),
    (["--help"], 0, "Usage: merit COMMAND", ""),
    (["help", "check"], 0, "Usage: merit check PACK...", ""),
    (["score", "--help"], 0, "--period PERIOD", ""),
    ([], 2, "", "merit: no command is given"),
    (["scroe"], 2, "", "did you mean 'score'?"),
    (["check", "no-such-pack"], 2, "", "there is no criteria pack 'no-such-pack'"),
    (["check", mini, "--lang", "en"], 0, "mini: 0 errors", ""),
    (["check", mini], 0, "mini: 0 lỗi", ""),
    (["packs", "--criteria", "/nowhere"], 2, "", "no criteria packs in /nowhere"),
    (["packs", "--lang", "fr"], 2, "", "there is no language 'fr'; write vi or en"),
    (
      ["score", "/nowhere", "--pack", mini, "--period", "2026-07", "--out", "/nowhere/o"], 2, "",
      "/nowhere"
    ),
    (
      ["score", mini + ".json", "--pack", mini, "--period", "2026-13", "--out", "/nowhere/o"], 2,
      "",
      "'2026-13' is no period"
    ),
    (
      compare + ["--reading", "mean=best"], 0, "Cách hiểu chọn cho lần so sánh này: mean = best",
      ""
    ),
    (compare + ["--reading", "men=best"], 2, "", "there is no reading 'men'; write 'mean'"),
  ]
  static let compare = [
    "compare", mini + ".json", "--pack", mini, "--pack", mini, "--period", "2026-07",
  ]

  @Test("answers with a status, on the right stream", arguments: calls.indices)
  func answers(_ index: Int) throws {
    let (words, status, output, complaint) = DoorTests.calls[index]
    let answer = try DoorTests.call(words)
    #expect(answer.status == status)
    #expect(output.isEmpty || answer.output.contains(output))
    #expect(complaint.isEmpty || answer.complaints.contains(complaint))
    #expect(output.isEmpty == answer.output.isEmpty)
    #expect(complaint.isEmpty == answer.complaints.isEmpty)
  }

  @Test("scores with findings, refuses to overwrite, and replaces when told")
  func scores() throws {
    let output = Output()
    let first = try DoorTests.call(DoorTests.score(output))
    #expect(first.status == 1 && first.output.contains("13 người") && first.complaints.isEmpty)
    let again = try DoorTests.call(DoorTests.score(output))
    #expect(again.status == 2 && again.output.isEmpty)
    #expect(again.complaints.contains("--replace"))
    let quiet = try DoorTests.call(DoorTests.score(output, ["--replace", "--quiet"]))
    #expect(quiet.status == 1 && quiet.output.isEmpty && quiet.complaints.isEmpty)
  }

  @Test("writes explanations unless told otherwise")
  func explanations() throws {
    for (more, isThere) in [([], true), (["--without-explanations"], false)] {
      let output = Output()
      _ = try DoorTests.call(DoorTests.score(output, more + ["--quiet"]))
      #expect(FileManager.default.fileExists(atPath: output.path + "/people.ndjson"))
      #expect(
        FileManager.default.fileExists(atPath: output.path + "/explanations.ndjson") == isThere)
    }
  }

  @Test("prints JSON and English when asked")
  func printsForms() throws {
    let json = try DoorTests.call(DoorTests.score(Output(), ["--json"]))
    let read = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect(read?["period"] as? String == "2026-07")
    let english = try DoorTests.call(DoorTests.score(Output(), ["--lang", "en"]))
    #expect(english.output.contains("13 people"))
  }

  @Test("explains a person from the dataset, in words and as JSON")
  func explains() throws {
    let dataset = [DoorTests.mini + ".json", "--pack", DoorTests.mini, "--period", "2026-07"]
    let words = try DoorTests.call(["explain"] + dataset + ["--person", "P05"])
    #expect(words.status == 1 && words.output.contains("31,67"))
    let json = try DoorTests.call(["explain"] + dataset + ["--person", "P05", "--json"])
    #expect(json.output.contains("95/3"))
    let nobody = try DoorTests.call(["explain"] + dataset)
    #expect(nobody.status == 2 && nobody.complaints.contains("give either --person or --unit"))
    let unknown = try DoorTests.call(["explain"] + dataset + ["--person", "P55"])
    #expect(unknown.status == 2 && unknown.complaints.contains("P55"))
  }

  @Test("explains from a finished run what it explains from the dataset")
  func explainsFinishedRuns() throws {
    let output = Output()
    let from = [
      DoorTests.repository + "/examples/so-tay/dataset.json", "--pack", "so-tay-bnv-2026",
      "--period", "2025-11", "--criteria", DoorTests.repository + "/criteria",
    ]
    #expect(try DoorTests.call(["score"] + from + ["--out", output.path, "--quiet"]).status != 2)
    let subject = ["--person", "CC-01", "--lang", "en"]
    let scored = try DoorTests.call(["explain"] + from + subject)
    let finished = try DoorTests.call(["explain", "--from", output.path] + subject)
    #expect(finished.status == 0 && !finished.output.isEmpty)
    #expect(finished.output == scored.output)
  }

  @Test("decides by a model, and makes a pack of it that holds")
  func importsModels() throws {
    let example = DoorTests.repository + "/examples/decision-model/"
    let model = example + "rating.dmn"
    let decided = try DoorTests.call(["dmn", model, "--input", example + "input.json"])
    // 26.5 + 70 * (0.95 + 0.9 + 0.85) / 3
    #expect(decided.status == 0 && decided.output.contains("\"points\": 89.5"))
    #expect(decided.output.contains("\"band\": \"B\""))
    let entries = try DoorTests.call(["dmn", "import", model, "--decision", "band"])
    #expect(entries.status == 1 && entries.complaints.contains("rating.dmn:9:3"))
    let pack = Output()
    try FileManager.default.createDirectory(atPath: pack.path, withIntermediateDirectories: true)
    let head = #"{"name": "rating", "title": {"vi": "Mẫu", "en": "Sample"}, "periods": ["month"],"#
    try (head + entries.output.dropFirst())
      .write(toFile: pack.path + "/pack.json", atomically: true, encoding: .utf8)
    let checked = try DoorTests.call(["check", pack.path, "--lang", "en"])
    #expect(checked.status == 0, "\(checked.output) \(checked.complaints)")
  }

  @Test("scores nothing of wrong records when strict")
  func isStrict() throws {
    let output = Output()
    let answer = try DoorTests.call(DoorTests.score(output, ["--strict"]))
    #expect(answer.status == 2 && answer.complaints.contains("mini.json:49"))
    #expect(!FileManager.default.fileExists(atPath: output.path))
  }

  @Test("reads a dataset from standard input")
  func readsStandardInput() throws {
    let words = ["score", "-"] + DoorTests.score(Output()).dropFirst(2)
    let answer = try DoorTests.call(words, through: "exec \"$@\" < \(DoorTests.mini).json")
    #expect(answer.status == 1 && answer.output.contains("13 người"))
  }

  @Test("takes a closed pipe for success, and a full disk for failure")
  func meetsClosedPipes() throws {
    let closed = try DoorTests.call(["packs"], through: "\"$@\" | true; exit ${PIPESTATUS[0]}")
    #expect(closed.status == 0 && closed.complaints.isEmpty)
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let full = try DoorTests.call(["packs"], through: "exec \"$@\" > /dev/full")
    #expect(full.status == 2 && full.complaints.contains("cannot write the output"))
  }
}
