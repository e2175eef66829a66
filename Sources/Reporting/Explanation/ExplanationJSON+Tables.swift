import Criteria
import FEEL
import JSON

extension Explanation {
  /// What an explained decision table says beside its parts: policy, and what became of each row.
  func write(_ table: ExplainedTable, _ writer: inout JSONWriter) {
    writer.member("policy", table.policy.name)
    if case .collect(let aggregator?) = table.policy {
      writer.member("aggregator", aggregator.rawValue)
    }
    writer.array("inputs") { for input in table.inputs { $0.string(input.id) } }
    writer.array("outputs") { for name in table.outputs { $0.string(name) } }
    writer.array("rows") { writer in
      for row in table.rows {
        writer.object { writer in
          writer.member("entry", row.head.id)
          writer.head(row.head)
          writer.array("asks") { for input in row.asks { $0.number(input + 1) } }
          switch row.outcome {
          case .holds: writer.member("outcome", "holds")
          case .perhaps: writer.member("outcome", "perhaps")
          case .notReached: writer.member("outcome", "not reached")
          case .fails(let input):
            writer.member("outcome", "fails")
            writer.member("fails at", input + 1)
          }
        }
      }
    }
  }
}
