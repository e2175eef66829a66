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
    let reports = outcome.grading.world.pack.reports
    let threads = max(1, min(outcome.grading.world.threads, reports.count))
    let parts = Threads.run(threads) { part in
      stride(from: part, to: reports.count, by: threads).map {
        WrittenTable(reports[$0], outcome)
      }
    }
    all = reports.indices.map { parts[$0 % threads][$0 / threads] }
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
