import Criteria
import Foundation
import Merit
import Model
import Reporting
import Scoring
import Standing
import Testing

@Test(arguments: Example.all) func dump(_ example: Example) throws {
  let e = try example.evaluation()
  try Data(e.explanations()).write(
    to: URL(filePath: "/tmp/exp-\(example.name)-\(example.period).ndjson"))
  try Data(example.packFiles(e).joined(separator: " ").utf8)
    .write(to: URL(filePath: "/tmp/exp-\(example.name)-\(example.period).packs"))
  let people = e.outcome.grading.world.tables[0].names
  for id in ["CB-013", "CB-001", "CB-009", "CB-050", "CB-046", "CC-01", "LD-01", "CB-042"] {
    guard let row = people.firstIndex(of: id) else { continue }
    let x = e.explainer.explanation(.record(table: 0, row: row))
    try Data((x.text(.vietnamese) + "\n=====\n" + x.text(.english)).utf8)
      .write(to: URL(filePath: "/tmp/text-\(id)-\(example.period).txt"))
  }
}
