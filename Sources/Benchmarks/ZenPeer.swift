import Foundation

/// The same comparison in GoRules Zen, called from Python, where that is installed.
///
/// The variable `MERIT_PYTHON` names the Python to take, for one with the package `zen-engine`.
enum ZenPeer {
  /// Nanoseconds for one evaluation, nil if the peer cannot be run.
  static func median() -> Double? {
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "zen_formula.py")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    let python = ProcessInfo.processInfo.environment["MERIT_PYTHON"] ?? "python3"
    process.arguments = [python, script.path()]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    return Double(text.trimmingCharacters(in: .whitespacesAndNewlines))
  }
}
