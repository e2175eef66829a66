import Criteria
import FEEL
import Files
package import Model
import Scoring
package import Standing

/// The written tables of a run, each with its rows: made once for its sheet, its JSON and its checks.
package struct WrittenTables: Sendable {
  /// In the order of the pack's reports.
  let all: [WrittenTable]

  /// Finds the rows of every table.
  ///
  /// - Complexity: O(records × formulas of groups and counts), and O(n log n) for the orders, on the
  ///   threads of the world.
  package init(_ outcome: Outcome) {
    let world = outcome.grading.world
    all = Threads.each(world.pack.reports.count, on: world.threads) {
      WrittenTable(world.pack.reports[$0], outcome)
    }
  }

  /// What the tables do not keep to, as problems of records.
  ///
  /// - Complexity: O(records × counting columns of the tables with checks).
  package var problems: [RecordProblem] {
    all.flatMap { table in
      let (world, report) = (table.world, table.report)
      return table.findings.flatMap { finding in
        finding.records.map {
          world.problem(.notInOneColumn, report.table, $0, field: report.rule.file)
        }
          + finding.columns.map {
            RecordProblem(
              .doesNotAddUp, table: world.pack.layout.tables[report.table].name, file: "", line: 0,
              field: report.rule.file, given: $0)
          }
      }
    }
  }
}
