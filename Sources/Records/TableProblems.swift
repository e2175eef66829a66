internal import Files
internal import JSON
internal import Model

/// The problems of one table.
struct TableProblems: Sendable {
  /// The smallest problems so far; sorted and cut when there are twice as many as needed.
  private var kept: [RecordProblem] = []
  /// The greatest of those that are certainly among the first; set once the others are on disk.
  private var greatest: RecordProblem?
  private(set) var counts: [RecordProblem.Kind: Int] = [:]
  var lost: [String: Int] = [:]
  /// Where further problems are; the last one is being written to.
  private var spills: [ProblemSpill] = []

  var first: [RecordProblem] { Array(kept.sorted().prefix(ProblemLog.keptLimit)) }

  mutating func add(_ problem: RecordProblem, _ folder: String?) throws(FileProblem) {
    counts[problem.kind, default: 0] += 1
    try keep(problem, folder)
  }

  private mutating func keep(_ problem: RecordProblem, _ folder: String?) throws(FileProblem) {
    if let greatest, greatest < problem { return try spills[spills.count - 1].add(problem) }
    kept.append(problem)
    guard kept.count >= 2 * ProblemLog.keptLimit else { return }
    kept.sort()
    if spills.isEmpty { spills.append(try ProblemSpill(folder)) }
    for problem in kept[ProblemLog.keptLimit...] { try spills[spills.count - 1].add(problem) }
    kept.removeSubrange(ProblemLog.keptLimit...)
    greatest = kept.last
  }

  mutating func absorb(_ other: TableProblems, _ folder: String?) throws(FileProblem) {
    for (kind, count) in other.counts { counts[kind, default: 0] += count }
    for (file, count) in other.lost { lost[file, default: 0] += count }
    // Those of the other table come before this one's own, which is still written to.
    spills.insert(contentsOf: other.spills, at: 0)
    if spills.count == other.spills.count, !spills.isEmpty {
      spills.append(try ProblemSpill(folder))
    }
    for problem in other.kept { try keep(problem, folder) }
  }

  func write(to file: OutputFile) throws(FileProblem) {
    var writer = JSONWriter()
    for problem in kept.sorted() {
      writer.problem(problem)
      try file.write(writer.bytes)
      writer.removeAll()
    }
    for spill in spills { try spill.copy(to: file) }
  }
}

/// Problems on disk, as lines of JSON.
///
/// A class because it owns a file.
final class ProblemSpill: @unchecked Sendable {
  private let folder: TemporaryFolder
  private let file: OutputFile
  private var writer = JSONWriter()

  init(_ parent: String?) throws(FileProblem) {
    folder = try TemporaryFolder(in: parent)
    file = try OutputFile(folder.place.appending("problems.ndjson").path)
  }

  func add(_ problem: RecordProblem) throws(FileProblem) {
    writer.problem(problem)
    try file.write(writer.bytes)
    writer.removeAll()
  }

  func copy(to output: OutputFile) throws(FileProblem) {
    try file.flush()
    let input = try InputFile(file.path)
    var block: [UInt8] = []
    while try input.read(1 << 18, into: &block) > 0 {
      try output.write(block)
      block.removeAll(keepingCapacity: true)
    }
  }
}

extension JSONWriter {
  /// Writes a problem as one line.
  mutating func problem(_ problem: RecordProblem) {
    object {
      $0.member("kind", problem.kind.rawValue)
      $0.member("table", problem.table)
      $0.member("file", problem.file)
      if problem.line > 0 { $0.member("line", problem.line) }
      if let record = problem.record { $0.member("record", record) }
      if let field = problem.field { $0.member("field", field) }
      if let expected = problem.expected { $0.member("expected", expected.english) }
      if let given = problem.given { $0.member("given", given) }
      $0.object("message") {
        $0.member("vi", problem.vietnamese(showsGiven: false))
        $0.member("en", problem.english(showsGiven: false))
      }
    }
    endLine()
  }
}
