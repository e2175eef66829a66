import Foundation
package import Testing

/// Compares a text with a file of the repository.
///
/// With `RECORD=1` in the environment the file is written anew and the test fails, so that a run
/// that records never passes.
///
/// - Parameter path: The path of the golden file in the repository.
package func expectGolden(
  _ actual: String, _ path: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  // Read as bytes, because Foundation would take the byte-order mark of a sheet away.
  let bytes = FileManager.default.contents(atPath: Repository.path(path))
  let expected = bytes.map { String(decoding: $0, as: UTF8.self) }
  if let expected, Array(expected.utf8) == Array(actual.utf8) { return }
  guard ProcessInfo.processInfo.environment["RECORD"] == "1" else {
    Issue.record(
      """
      \(path) differs; RECORD=1 writes it anew
      --- expected
      \(expected ?? "(no such file)")
      --- actual
      \(actual)
      """, sourceLocation: sourceLocation)
    return
  }
  try actual.write(to: Repository.root.appending(path: path), atomically: true, encoding: .utf8)
  Issue.record("\(path) was recorded", sourceLocation: sourceLocation)
}
