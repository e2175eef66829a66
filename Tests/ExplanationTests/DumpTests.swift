import Foundation
import Merit
import Testing

@Test(arguments: Example.all) func dump(_ example: Example) throws {
  let e = try example.evaluation()
  try Data(e.explanations()).write(
    to: URL(filePath: "/tmp/exp-\(example.name)-\(example.period).ndjson"))
  try Data(example.packFiles(e).joined(separator: " ").utf8)
    .write(to: URL(filePath: "/tmp/exp-\(example.name)-\(example.period).packs"))
}
