import Foundation

/// The same work in GoRules Zen, called from Python, where that is installed.
///
/// The variable `MERIT_PYTHON` names the Python to take, for one with the package `zen-engine`.
enum ZenPeer {
  /// Nanoseconds for one evaluation of the formula, nil if the peer cannot be run.
  static func formula() -> Double? { numbers("zen_formula.py")?.first }

  /// Microseconds for one look-up in a table, nil if the peer cannot be run.
  ///
  /// - Parameters:
  ///   - rules: The tests of the inputs, and the result.
  ///   - pairs: The values to look up.
  static func table(
    _ rules: [[String]], _ pairs: [[Int]]
  ) -> (median: Double, worst: Double, hits: Int)? {
    let tests = rules.map { "[\"\($0.joined(separator: "\",\""))\"]" }.joined(separator: ",")
    guard let found = numbers("zen_table.py", "{\"rules\":[\(tests)],\"pairs\":\(pairs)}"),
      found.count == 3
    else { return nil }
    return (found[0], found[1], Int(found[2]))
  }

  /// What a script prints for a text, which it finds in the file that its argument names.
  private static func numbers(_ script: String, _ text: String = "") -> [Double]? {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: script)
    let given = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    guard (try? Data(text.utf8).write(to: given)) != nil else { return nil }
    defer { try? FileManager.default.removeItem(at: given) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    let python = ProcessInfo.processInfo.environment["MERIT_PYTHON"] ?? "python3"
    process.arguments = [python, path.path(), given.path()]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let printed = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    return printed.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
  }
}
