import Foundation
import Merit
import Testing

/// The independent checker over the explanations of the shipped examples.
@Suite("Explanations stand up to the independent checker")
struct CheckerTests {
  @Test("every person and unit of an example", arguments: Example.all)
  func everybody(_ example: Example) throws {
    let evaluation = try example.evaluation()
    let checker = try #require(Checker(), "python3 is missing: nothing is checked")
    let result = try checker.check(evaluation.explanations(), example, evaluation)
    #expect(result.status == 0, "\(result.output.prefix(4000))")
  }
}

/// The checker, run by python3.
struct Checker {
  private let python = "/usr/bin/python3"

  init?() { guard FileManager.default.isExecutableFile(atPath: python) else { return nil } }

  func check(
    _ explanations: [UInt8], _ example: Example, _ evaluation: Evaluation, _ options: [String] = []
  ) throws -> (status: Int32, output: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "explanations.ndjson")
    try Data(explanations).write(to: file)
    let script = Example.root + "Tests/Checker/check_explanation.py"
    return try run(
      [script, file.path(), "--data", Example.root + example.data, "--pack"]
        + example.packFiles(evaluation) + options)
  }

  private func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: python)
    process.arguments = ["-B"] + arguments
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
