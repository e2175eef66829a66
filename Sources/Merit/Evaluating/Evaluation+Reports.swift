import Criteria
import FEEL
import Files
import Model
import Records
package import Reporting
import Scoring
import Standing

extension Evaluation {
  /// What the run knows beside its results.
  ///
  /// - Parameter output: Where the full output is, to tell the reader.
  package func facts(output: String? = nil) -> RunFacts {
    var counts: [RecordProblem.Kind: Int] = [:]
    for table in problems.tables {
      for (kind, count) in problems.counts(of: table) { counts[kind, default: 0] += count }
    }
    var facts = RunFacts(
      engineVersion: engineVersion, packs: pack.files,
      inputs: inputs.map { .init(file: $0.name, size: $0.hash.size, hash: $0.hash.root) },
      readings: readings, problems: problems.tables.flatMap { problems.first(of: $0) },
      problemCounts: counts, output: output)
    facts.recordCounts = recordCounts
    facts.unreadTables = unreadTables
    facts.lost = problems.tables.flatMap { table in
      problems.lost(of: table).map { .init(table: table, file: $0.file, count: $0.count) }
    }
    return facts
  }

  /// The files of the output, of a run with some facts.
  package func files(_ facts: RunFacts) -> [ReportFile] {
    ReportFiles(outcome: outcome, run: facts, written: written).files
  }

  /// The readings in force, with who chose them.
  private var readings: [RunFacts.Reading] {
    let resolved = outcome.grading.world.pack
    return pack.pack.readings.map { reading in
      let name = reading.head.id
      let choice = pack.pack.choices.first { $0.head.id == name }
      let origin: RunFacts.Reading.Origin =
        options.readings[name] != nil
        ? .run : choice.map { .pack(cite: $0.head.cite.text) } ?? .standard
      return .init(
        name: name, option: resolved.chosen[name] ?? reading.standard,
        standard: reading.standard, origin: origin, because: reading.because)
    }
  }

  /// The page that tells what the run found, for a terminal.
  public func summary(_ language: ReportLanguage, output: String? = nil) -> String {
    Summary(outcome, facts(output: output), language.language).text
  }

  /// The facts of the summary as JSON.
  public func summaryJSON(output: String? = nil) -> String {
    Summary(outcome, facts(output: output), .english).json
  }

  /// Writes the full output to a folder: it appears whole or not at all.
  ///
  /// - Parameters:
  ///   - folder: The folder to make.
  ///   - replacing: Whether an existing folder of that name may be replaced.
  ///   - reopening: The closed period that these results correct.
  ///   - explaining: Whether explanations are written where the dataset is small; what else is
  ///     written is the same bytes without them.
  /// - Returns: Sentences that the user should know, such as what was left over from a broken run.
  /// - Throws: Where the folder exists, or the disk reports an error; nothing is left half-written.
  @discardableResult
  public func write(
    to folder: String, replacing: Bool = false, reopening: Reopening? = nil,
    explaining: Bool = true
  ) throws(MeritError) -> [String] {
    var correction: Correction?
    if let reopening { correction = try self.correction(reopening, folder) }
    var facts = facts()
    facts.correction = correction?.facts
    do throws(FileProblem) {
      let output = try OutputFolder(folder, replace: replacing)
      var files = self.files(facts)
      if explaining { files += explanationFiles }
      if let correction {
        let world = outcome.grading.world
        files.append(ReportFile(Correction.fileName) { correction.bytes })
        files.append(ReportFile(Correction.sheetName) { correction.sheet(world) })
      }
      let folders = Set(files.flatMap(\.folders)).sorted()
      for folder in folders { try output.makeFolder(folder) }
      try output.write(files.filter { $0.names != [allProblems] }, threads: options.threads)
      let target = try output.makeFile(allProblems)
      try problems.write(to: target)
      try target.finish()
      try output.commit()
      return output.removedStale.map { "removed '\($0)', left over from a run that did not finish" }
    } catch {
      throw MeritError(error.message)
    }
  }
}

extension Evaluation {
  /// What these results change of a closed period.
  private func correction(
    _ reopening: Reopening, _ folder: String
  ) throws(MeritError) -> Correction {
    guard Place(folder).canonical != Place(reopening.folder).canonical else {
      throw MeritError("a closed folder is never overwritten; give another --out")
    }
    let world = outcome.grading.world
    let new = RunFiles(
      name: folder, files(facts()) + explanationFiles)
    return try Correction(reopening, period: world.period.id, pack: pack.name, new)
  }

  /// The page that tells what the run found and what it corrects.
  public func summary(
    _ language: ReportLanguage, output: String, correcting reopening: Reopening
  ) throws(MeritError) -> String {
    var facts = facts(output: output)
    facts.correction = try correction(reopening, output).facts
    return Summary(outcome, facts, language.language).text
  }
}

/// The file that holds every problem, also those that no report keeps in memory.
private let allProblems = "problems.ndjson"

extension CriteriaPack {
  /// The documents of the pack with their hashes, in the order in which they build on each other.
  var files: [RunFacts.PackFile] {
    pack.documents.map { document in
      RunFacts.PackFile(
        name: document.name, hash: SHA256.hexadecimal(SHA256.digest(of: document.bytes.span)))
    }
  }
}
