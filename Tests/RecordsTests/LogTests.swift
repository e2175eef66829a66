import FEEL
import Files
import Foundation
import Model
import Records
import Testing

@Suite struct LogTests {
  static func problem(_ line: Int) -> RecordProblem {
    RecordProblem(.wrongType, table: "t", file: "t.csv", line: line, field: "x", expected: .number)
  }

  @Test func `the first thousand are kept whatever the order, and all are written`() throws {
    let log = ProblemLog()
    for line in (1...5_000).reversed() { try log.add([LogTests.problem(line)]) }
    #expect(log.first(of: "t").map(\.line) == Array(1...1_000))
    #expect(log.counts(of: "t").map(\.count) == [5_000])
    let room = try TemporaryFolder()
    let file = try OutputFile(room.place.appending("problems.ndjson").path)
    try log.write(to: file)
    try file.finish()
    let bytes = try InputFile.contents(of: file.path)
    let lines = try bytes.split(separator: UInt8(ascii: "\n")).map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
    }
    #expect(Set(lines.compactMap { $0["line"] as? Int }) == Set(1...5_000))
    #expect(lines.count == 5_000)
    #expect(lines.first?["expected"] as? String == "a number such as 12.5")
  }

  @Test func `one log takes over another`() throws {
    let (first, second) = (ProblemLog(), ProblemLog())
    for line in stride(from: 1, through: 5_999, by: 2) { try first.add([LogTests.problem(line)]) }
    for line in stride(from: 2, through: 6_000, by: 2) { try second.add([LogTests.problem(line)]) }
    second.addLost(3, table: "t", file: "t.csv")
    try first.absorb(second)
    try first.add([LogTests.problem(0)])
    #expect(first.first(of: "t").map(\.line) == Array(0..<1_000))
    #expect(first.count == 6_001)
    #expect(first.lost(of: "t").map(\.count) == [3])
    let room = try TemporaryFolder()
    let file = try OutputFile(room.place.appending("problems.ndjson").path)
    try first.write(to: file)
    try file.finish()
    let lines = try InputFile.contents(of: file.path).split(separator: UInt8(ascii: "\n"))
    #expect(Set(lines).count == 6_001)
  }

  @Test func `problems on disk come in one order for any number of threads`() throws {
    let text = (0..<4_000).map { "{\"id\":\($0)}" }.joined(separator: "\n")
    let data = try Dataset("tasks.ndjson", text)
    let source = try DatasetSource(folder: data.room.place.path)
    let written = try [1, 2, 4].map { threads in
      let (_, log) = try source.fold(
        "tasks", tasks, threads: threads, block: BlockSize(bytes: 500), initial: { 0 },
        each: { $0 += $1.rows })
      let room = try TemporaryFolder()
      let file = try OutputFile(room.place.appending("x").path)
      try log.write(to: file)
      try file.finish()
      return try InputFile.contents(of: file.path)
    }
    #expect(written[0].count { $0 == UInt8(ascii: "\n") } == 8_000)
    #expect(written[1] == written[0])
    #expect(written[2] == written[0])
  }

  @Test(arguments: RecordProblem.Kind.allCases)
  func `every kind has words in both languages`(_ kind: RecordProblem.Kind) {
    let problem = RecordProblem(
      kind, table: "tasks", file: "f", line: 1, field: "due", expected: .value, given: "secret")
    #expect(!problem.english(showsGiven: false).contains("secret"))
    #expect(problem.english(showsGiven: true).hasSuffix("; given: secret"))
    #expect(problem.english(showsGiven: false) != problem.vietnamese(showsGiven: false))
  }
}
