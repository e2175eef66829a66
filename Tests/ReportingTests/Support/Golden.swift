import Foundation
import Testing

/// Expects a text to be the one that is kept in the folder `Golden`.
///
/// With RECORD=1 in the environment the file is written anew, and the test fails all the same: a
/// run that records shows nothing.
func expectGolden(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let path = Repository.path + "/Tests/ReportingTests/Golden/" + name
  if ProcessInfo.processInfo.environment["RECORD"] == "1" {
    do {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      Issue.record(
        "recorded \(name); read it, then run without RECORD", sourceLocation: sourceLocation)
    } catch {
      Issue.record("cannot record \(path): \(error)", sourceLocation: sourceLocation)
    }
    return
  }
  // Read as bytes, because Foundation would take the byte-order mark of a sheet away.
  guard let bytes = FileManager.default.contents(atPath: path) else {
    Issue.record("there is no \(path); record it with RECORD=1", sourceLocation: sourceLocation)
    return
  }
  let kept = String(decoding: bytes, as: UTF8.self)
  guard Array(kept.utf8) != Array(text.utf8) else { return }
  let (old, new) = (kept.components(separatedBy: "\n"), text.components(separatedBy: "\n"))
  let place = zip(old, new).enumerated().first { $1.0 != $1.1 }?.offset ?? min(old.count, new.count)
  let was = place < old.count ? old[place] : "(the end)"
  let now = place < new.count ? new[place] : "(the end)"
  Issue.record(
    "\(name):\(place + 1) differs\nkept: \(was)\nnow:  \(now)", sourceLocation: sourceLocation)
}
