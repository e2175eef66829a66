import Criteria
import FEEL
import JSON
import Model
import Scoring
package import Standing

/// The files that a run leaves in its output folder.
///
/// They depend on the results alone: the same bytes for any order of the input's rows, but for the
/// hashes of the inputs and the places of problems.
package struct ReportFiles: Sendable {
  /// The lines of a file of records that make one part.
  private static let linesPerPart = 2_000

  /// In the order in which they are written.
  package let files: [ReportFile]

  /// Describes the files; nothing is made before a part is asked for.
  package init(outcome: Outcome, run: RunFacts, written: WrittenTables? = nil) {
    self.init(ReportIndex(outcome, run), written)
  }

  /// Describes the files of an outcome that is indexed.
  ///
  /// - Parameter written: The written tables of the outcome, if they are made already.
  package init(_ index: ReportIndex, _ written: WrittenTables? = nil) {
    let pack = index.outcome.grading.world.pack
    var files = [
      ReportFiles.records("people.ndjson", .people, index),
      ReportFiles.records("units.ndjson", .units, index),
    ]
    if !pack.rankings.isEmpty {
      files.append(RankingSheet.file(index))
    }
    if !index.outcome.grading.quotas.isEmpty {
      files.append(ReportFile("quotas.json") { QuotaReport(index).bytes })
    }
    for list in index.outcome.lists.indices {
      files.append(ListReport(index, list).file)
    }
    let waiting = WaitingReport(index)
    for table in (written ?? WrittenTables(index.outcome)).all {
      files.append(WrittenReport(index, table, waiting.items).file)
    }
    if !pack.closings.isEmpty {
      files.append(
        ReportFile(ClosingReport.fileName, parts: pack.closings.count) { part in
          ClosingReport(index: index).bytes(pack.closings[part])
        })
    }
    files.append(ReportFile(WaitingReport.fileName) { waiting.bytes })
    files.append(ReportFiles.problems(index))
    files.append(ReportFile("run.json") { RunReport(index, waiting).bytes })
    self.files = files
  }

  private static func records(
    _ name: String, _ table: EngineTable, _ index: ReportIndex
  ) -> ReportFile {
    let report = RecordReport(index, table)
    let count = index.outcome.grading.world.tables[table.rawValue].count
    return ReportFile(name, parts: (count + linesPerPart - 1) / linesPerPart) { part in
      var json = JSONWriter(.compact)
      let first = part * linesPerPart
      for row in first..<min(count, first + linesPerPart) { report.write(row, to: &json) }
      return json.bytes
    }
  }

  private static func problems(_ index: ReportIndex) -> ReportFile {
    let count = index.run.problems.count
    return ReportFile("problems.ndjson", parts: (count + linesPerPart - 1) / linesPerPart) {
      part in
      var json = JSONWriter(.compact)
      let first = part * linesPerPart
      for problem in index.run.problems[first..<min(count, first + linesPerPart)] {
        problem.write(to: &json)
        json.endLine()
      }
      return json.bytes
    }
  }
}
