import Foundation
import TestSupport
import Testing

/// The built program gives the same bytes in every process, whatever seeds its hashes got.
@Suite struct ProgramTests {
  static let program = Repository.path(".build/debug/merit")

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: program), "merit is not built"))
  func `three runs write the same files`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "merit-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let runs = try (1...3).map { run in
      let out = folder.appending(path: "\(run)")
      try ProgramTests.score(into: out.path)
      return try ProgramTests.contents(of: out)
    }
    try #require(runs[0].count > 4, "the run wrote its files: \(runs[0].keys.sorted())")
    for run in runs.dropFirst() {
      #expect(run.keys.sorted() == runs[0].keys.sorted())
      for (name, bytes) in run { #expect(bytes == runs[0][name], "\(name) differs") }
    }
  }

  /// Standard input waits on disk while it is divided into tables.
  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: program), "merit is not built"),
    arguments: [SIGINT, SIGTERM])
  func `an interrupt leaves nothing on the disk`(_ signal: Int32) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "merit-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (merit, input) = (Process(), Pipe())
    merit.executableURL = URL(filePath: ProgramTests.program)
    merit.arguments = [
      "score", "-", "--pack", "examples/national-month", "--period", "2026-07", "--out",
      folder.appending(path: "out").path,
    ]
    merit.currentDirectoryURL = Repository.root
    merit.environment = ["TMPDIR": folder.path]
    (merit.standardInput, merit.standardError) = (input, Pipe())
    try merit.run()
    let line = #"{"table":"people","id":"A","name":"Người mẫu A"}"# + "\n"
    try input.fileHandleForWriting.write(
      contentsOf: Data(String(repeating: line, count: 2_000).utf8))
    func waiting() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: folder.path)
    }
    for _ in 0..<600 where try waiting().isEmpty { Thread.sleep(forTimeInterval: 0.05) }
    #expect(try !waiting().isEmpty, "the input waits on the disk")
    kill(merit.processIdentifier, signal)
    merit.waitUntilExit()
    #expect(merit.terminationReason == .uncaughtSignal && merit.terminationStatus == signal)
    #expect(try waiting() == [])
  }

  private static func score(into out: String) throws {
    let merit = Process()
    merit.executableURL = URL(filePath: program)
    merit.arguments = [
      "score", "examples/national-month/sample", "--pack", "examples/national-month",
      "--period", "2026-07", "--out", out, "--quiet",
    ]
    merit.currentDirectoryURL = Repository.root
    var environment = ProcessInfo.processInfo.environment
    environment["SWIFT_DETERMINISTIC_HASHING"] = nil
    merit.environment = environment
    merit.standardOutput = Pipe()
    merit.standardError = Pipe()
    try merit.run()
    merit.waitUntilExit()
    try #require([0, 1].contains(merit.terminationStatus))
  }

  private static func contents(of folder: URL) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try Dictionary(
      uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: folder.appending(path: $0))) })
  }
}
