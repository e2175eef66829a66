import FEEL
import Foundation
import Testing

/// Runs a Python script and hands its lines over, so that results are checked by other code.
struct Oracle {
  /// How many cases to try in all: a tenth of a million, or what `MERIT_ORACLE` says.
  private static let total =
    ProcessInfo.processInfo.environment["MERIT_ORACLE"].flatMap(Int.init) ?? 100_000

  /// How many cases one run of a script should write.
  static let count = min(total, 100_000)

  /// One seed for every run.
  static let seeds = Array(0..<max(1, total / count))

  /// Whether Python can be run; a reason is printed if not.
  static let isAvailable: Bool = {
    let found = (try? Oracle("print('here')").lines.first) == ["here"]
    if !found { print("skipped: python3 cannot be run, so nothing else knows the results") }
    return found
  }()

  /// The lines that the script wrote, cut at tabs.
  let lines: [[String]]

  /// Runs the script with the number of cases and a seed as its arguments.
  init(_ script: String, count: Int = Oracle.count, seed: Int = 0) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "numbers-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (program, output) = (folder.appending(path: "p.py"), folder.appending(path: "out"))
    try Data(script.utf8).write(to: program)
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", program.path(), "\(count)", "\(seed)"]
    let handle = try FileHandle(forWritingTo: output)
    process.standardOutput = handle
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "the script fails")
    lines = try Data(contentsOf: output).split(separator: UInt8(ascii: "\n")).map { line in
      line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
  }
}

extension Number {
  /// Reads `n/d`, `n` or a decimal number.
  init(fraction text: String) throws {
    let parts = text.split(separator: "/")
    let above = try #require(Number(parts[0]))
    let below = parts.count == 1 ? 1 : try #require(Number(parts[1]))
    self = try #require(above.divided(by: below))
  }

  /// The number as Python's `Fraction` prints it.
  var fractionText: String {
    isInteger ? numeratorText : "\(numeratorText)/\(denominatorText)"
  }
}
