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
