import Foundation
import TestSupport

/// A copy of an example's data, its lines in another order, that goes with the test.
final class ExampleFolder {
  let path: String

  init(_ folder: String, shuffledBy seed: UInt64?) throws {
    let place = FileManager.default.temporaryDirectory.appending(path: "merit-\(UUID())")
    path = place.path
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    var numbers = SeededNumbers(seed: seed ?? 0)
    for file in Repository.names(in: folder) {
      var lines = try Repository.text("\(folder)/\(file)").split(separator: "\n")
      let heading = file.hasSuffix(".csv") ? [lines.removeFirst()] : []
      if seed != nil { lines.shuffle(using: &numbers) }
      let text = (heading + lines).joined(separator: "\n") + "\n"
      try text.write(to: place.appending(path: file), atomically: true, encoding: .utf8)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
