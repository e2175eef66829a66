import Foundation
import Merit

/// The checker in `Tests/Checker`, run by python3 over the explanations of one example.
struct Checker {
  private static let python = "/usr/bin/python3"
  private let example: Example
  private let evaluation: Evaluation
  private let explanations: [UInt8]

  /// Nil, with a word on the output, where there is no python3 to run it.
  init?(_ example: Example, _ run: (evaluation: Evaluation, explanations: [UInt8])) {
    guard FileManager.default.isExecutableFile(atPath: Checker.python) else {
      print("skipped: the checker needs \(Checker.python)")
      return nil
    }
    self.example = example
    evaluation = run.evaluation
    explanations = run.explanations
  }

  /// Checks all explanations of the example.
  ///
  /// - Parameters:
  ///   - edit: A text of the packs that is exchanged before they are compared.
  ///   - inner: The explanations of inner periods.
  func check(
    _ options: [String] = [], editing edit: (old: String, new: String)? = nil,
    inner: [[UInt8]] = []
  ) throws -> (status: Int32, output: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "explanations.ndjson")
    try Data(explanations).write(to: file)
    var packs = example.packFiles(evaluation)
    if let edit {
      for (index, path) in packs.enumerated() {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let copy = folder.appending(path: "\(index).json")
        try Data(text.replacingOccurrences(of: edit.old, with: edit.new).utf8).write(to: copy)
        packs[index] = copy.path()
      }
    }
    var insides: [String] = []
    for (index, bytes) in inner.enumerated() {
      let file = folder.appending(path: "inner-\(index).ndjson")
      try Data(bytes).write(to: file)
      insides.append(file.path())
    }
    let script = Example.root + "Tests/Checker/check_explanation.py"
    return try run(
      [script, file.path(), "--data", Example.root + example.data, "--pack"] + packs + ["--inner"]
        + insides + options)
  }

  private func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: Checker.python)
    process.arguments = ["-B"] + arguments
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
