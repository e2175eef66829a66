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
  let expected = try? Repository.text(path)
  if expected == actual { return }
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
