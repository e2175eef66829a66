package import Files
package import Model
internal import Synchronization

/// All problems found in records: counted exactly, the first ones kept, the rest on disk.
///
/// A million wrong lines must not take memory, so each table keeps its first
/// ``ProblemLog/keptLimit`` problems by file and line; further ones go to a temporary file. What is
/// kept does not depend on the order in which problems are added.
///
/// A class because it owns temporary files and may be added to by several threads.
package final class ProblemLog: Sendable {
  /// How many problems of one table are kept in memory for showing.
  package static let keptLimit = 1000

  private let state: Mutex<[String: TableProblems]>
  private let folder: String?

  /// Creates a log without problems.
  ///
  /// - Parameter folder: where to put temporary files; by default the system's folder for such.
  package init(temporaryIn folder: String? = nil) {
    state = Mutex([:])
    self.folder = folder
  }

  /// Adds problems.
  ///
  /// - Throws: ``FileProblem`` when there are more than fit in memory and the disk has no room.
  package func add(_ problems: [RecordProblem]) throws(FileProblem) {
    try state.withLock { tables throws(FileProblem) in
      for problem in problems {
        try tables[problem.table, default: TableProblems()].add(problem, folder)
      }
    }
  }

  /// Counts records of which nothing is known but the file they were in.
  package func addLost(_ count: Int, table: String, file: String) {
    guard count > 0 else { return }
    state.withLock { $0[table, default: TableProblems()].lost[file, default: 0] += count }
  }

  /// Takes over everything that another log has.
  package func absorb(_ other: ProblemLog) throws(FileProblem) {
    guard other !== self else { return }
    let theirs = other.state.withLock { $0 }
    try state.withLock { tables throws(FileProblem) in
      for (name, problems) in theirs.sorted(by: { $0.key < $1.key }) {
        try tables[name, default: TableProblems()].absorb(problems, folder)
      }
    }
  }

  /// The tables with problems, by name.
  package var tables: [String] {
    state.withLock { tables in
      tables.keys.sorted()
    }
  }

  /// The first problems of a table by file and line, at most ``keptLimit``.
  package func first(of table: String) -> [RecordProblem] {
    state.withLock { $0[table]?.first ?? [] }
  }

  /// How many problems of each kind a table has, in the order of the kinds; none that is zero.
  package func counts(of table: String) -> [(kind: RecordProblem.Kind, count: Int)] {
    let counts = state.withLock { $0[table]?.counts ?? [:] }
    return RecordProblem.Kind.allCases.compactMap { kind in
      counts[kind].map { (kind, $0) }
    }
  }

  /// How many records were lost in each file of a table, by file name.
  package func lost(of table: String) -> [(file: String, count: Int)] {
    let lost = state.withLock { $0[table]?.lost ?? [:] }
    return lost.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The number of all problems.
  package var count: Int {
    state.withLock { $0.values.reduce(0) { $0 + $1.counts.values.reduce(0, +) } }
  }

  /// Whether there is no problem at all.
  package var isEmpty: Bool { count == 0 }

  /// Writes all problems as lines of JSON, table by table, the kept ones of each before the others.
  ///
  /// - Throws: ``FileProblem`` when the disk reports an error.
  package func write(to file: OutputFile) throws(FileProblem) {
    try state.withLock { tables throws(FileProblem) in
      for (_, problems) in tables.sorted(by: { $0.key < $1.key }) { try problems.write(to: file) }
    }
  }
}
