import Criteria
package import FEEL
package import Files
import Model
package import Records
import Reporting
import Scoring
package import Standing

/// One period of one dataset under one pack: scores, levels, orders and lists.
///
///     let library = PackLibrary(folders: ["criteria"])
///     let pack = try library.load("nd-335-2025")
///     let result = try Evaluation(
///       dataset: .path("examples/so-2026"), pack: pack, options: .init(period: "2026-07"))
///     print(result.summary(.vietnamese))
///
/// The same dataset, pack and options give the same evaluation, whatever the order of the records
/// and the number of threads.
public struct Evaluation: Sendable {
  package let pack: CriteriaPack
  package let options: EvaluationOptions
  package internal(set) var outcome: Outcome { didSet { written = nil } }
  /// The written tables of the outcome; nil once it has changed.
  private(set) var written: WrittenTables?
  package let problems: ProblemLog
  package let inputs: [(name: String, hash: InputHash)]
  /// How many records were read, by table.
  package let recordCounts: [(table: String, count: Int)]
  /// The tables of the dataset that the pack does not read, sorted: other packs may.
  package let unreadTables: [String]

  /// Whether something was found that a person should look at: wrong records, or a text of the pack
  /// that is not in force in the period.
  public var hasFindings: Bool {
    let period = outcome.grading.world.period
    return !problems.isEmpty
      || !pack.pack.lawsOutOfForce(from: period.from, to: period.to).isEmpty
  }

  /// Evaluates a dataset.
  ///
  /// - Throws: Where it could not be done at all: the pack is wrong, the period or a reading is not
  ///   known, the dataset cannot be read, or a strict run met a wrong record.
  public init(
    dataset: DatasetLocation, pack: CriteriaPack, options: EvaluationOptions
  ) throws(MeritError) {
    try self.init(source: try dataset.source(), pack: pack, options: options, given: [:])
  }

  /// Evaluates a dataset with some named values given, by table, record and name.
  package init(
    source: DatasetSource, pack: CriteriaPack, options: EvaluationOptions,
    given: [String: [String: [String: Value]]]
  ) throws(MeritError) {
    let (period, asOf) = try options.days()
    let source = source.read(as: options)
    let closed = try options.history.map { (path) throws(MeritError) in try ClosedRows(of: path) }
    let marks = source.marks
    let inputs =
      try source.inputs(threads: options.threads) + closed.map { ($0.file, $0.hash) }
    let plans = try PeriodPlans(
      pack, period.kind, options.readings,
      keepsRecords: options.keeps(inputs.reduce(0) { $0 + $1.hash.size }),
      bytes: { source.bytes(ofTable: $0) }, limit: options.bytesOfRecords,
      isDivisible: { source.isDivisible(table: $0) })
    guard let plan = plans[period.kind] else { throw MeritError("there is no plan") }
    let data = try LoadedDataset(
      source, plan.pack.layout, threads: options.threads, except: plans.foldedTable,
      closed: closed)
    var inner = InnerPeriods(
      pack, plans, source, data, plan.pack.layout, asOf: data.day(asOf, period, plan.pack.layout),
      options)
    var (world, found) = World.joined(
      plan.pack, period: period, asOf: asOf, raw: data.raw(for: plans.fold(period.kind)),
      files: data.files, carried: try inner.rows(inside: period), threads: options.threads)
    world.give(given)
    var grading = Grading(plan, in: world)
    var counts = data.counts
    do throws(FileProblem) {
      try data.log.add(found + inner.problems.subtracting(found).sorted())
      if let fold = plans.fold(period.kind) {
        counts[fold.table] = try grading.fold(
          fold, source, data, options, data.log)
      }
      try source.refuseChanges(since: marks)
    } catch { throw MeritError(error.message) }
    if options.isStrict, !data.log.isEmpty {
      throw MeritError(Evaluation.refusal(data.log))
    }
    grading.compute(skipping: plans.foldedTable)
    do { try data.log.add(grading.lateProblems.filter { !inner.problems.contains($0) }) } catch {
      throw MeritError(error.message)
    }
    if options.isStrict, !data.log.isEmpty {  // leads form a circle only once units are known
      throw MeritError(Evaluation.refusal(data.log))
    }
    let outcome = Outcome(grading)
    let written = WrittenTables(outcome)
    do { try data.log.add(written.problems) } catch { throw MeritError(error.message) }
    self.written = written
    self.pack = pack
    self.options = options
    self.inputs = inputs
    problems = data.log
    recordCounts = zip(plan.pack.layout.tables, counts).map { ($0.name, $1) }
    unreadTables = data.unread
    self.outcome = outcome
  }

  private static func refusal(_ log: ProblemLog) -> String {
    let first = log.told.prefix(100)
    let rest = log.count > first.count ? ["… and \(log.count - first.count) more"] : []
    return (["\(log.count) problems in the records; a strict run scores nothing"] + first + rest)
      .joined(separator: "\n")
  }
}

extension ProblemLog {
  /// The problems that are told one by one, in English, with their places.
  var told: [String] {
    tables.flatMap { first(of: $0) }.map { "\($0.place): \($0.english(showsGiven: true))" }
  }
}

extension Grading {
  /// Folds the records of one table into their owners, once what they need is computed.
  ///
  /// - Returns: The number of records read.
  mutating func fold(
    _ plan: FoldPlan, _ source: DatasetSource, _ data: LoadedDataset,
    _ options: EvaluationOptions, _ log: ProblemLog
  ) throws(FileProblem) -> Int {
    compute(plan.needs)
    let folding = try TableFolding(
      plan, world, source, data, threads: options.threads, limit: options.bytesOfRecords, log)
    let ids = folding.kept.rows.count > 0 ? folding.ids.rows : []
    world.take(folding.state, folding.kept, plan, ids: ids, naming: data.naming(plan))
    return folding.count
  }

  /// What is wrong with records and shows only once levels are computed.
  var lateProblems: [RecordProblem] { circles.map { world.circle($0) } + decisionProblems }
}

extension DatasetSource {
  /// The same, cut into blocks and told of as the options ask.
  fileprivate func read(as options: EvaluationOptions) -> DatasetSource {
    var source = self
    if let bytes = options.bytesOfBlock { source.blocks = BlockSize(bytes: bytes) }
    if let tell = options.onProgress {
      let meter = ProgressMeter(source, tell)
      source.onBytes = { meter.add($0) }
    }
    return source
  }

  /// The inputs by name, with size and hash.
  fileprivate func inputs(
    threads: Int
  ) throws(MeritError) -> [(name: String, hash: InputHash)] {
    do { return try hashes(threads: threads) } catch { throw MeritError(error.message) }
  }
}

extension EvaluationOptions {
  /// Whether the records of a dataset of so many bytes are kept.
  fileprivate func keeps(_ bytes: Int) -> Bool {
    keepsRecords ?? (bytes <= EvaluationOptions.smallDataset)
  }

  /// The civil period and the day of the results.
  func days() throws(MeritError) -> (period: Period, asOf: CalendarDate?) {
    guard let period = Period(self.period) else {
      throw MeritError(
        "'\(self.period)' is no period; write 2026-07, 2026-Q3, 2026-H2 or 2026")
    }
    guard let text = asOf else { return (period, nil) }
    guard let day = CalendarDate(text) else {
      throw MeritError("'\(text)' is no date; write it as 2026-07-31")
    }
    return (period, day)
  }
}

extension CriteriaPack {
  /// The plan for one kind of period; a pack with errors, or a reading it does not have, throws.
  func plan(_ kind: PeriodKind, _ readings: [String: String]) throws(MeritError) -> Plan {
    for (name, option) in readings.sorted(by: { $0.key < $1.key }) {
      guard let known = pack.readings.first(where: { $0.head.id == name }) else {
        throw MeritError(reading: name, among: [self])
      }
      guard known.options.contains(where: { $0.name == option }) else {
        throw MeritError(
          "'\(name)' has no option '\(option)'", unknown: option,
          among: known.options.map(\.name))
      }
    }
    guard pack.periods.contains(kind) else {
      let known = pack.periods.map(\.rawValue).joined(separator: ", ")
      throw MeritError(
        "'\(name)' does not say how a \(kind.rawValue) is scored; it scores: \(known)")
    }
    let (plan, problems) = plan(for: kind, readings: readings)
    guard let plan else { throw MeritError(rendered(problems, in: .english)) }
    return plan
  }
}

extension MeritError {
  /// None of some packs has a reading of that name.
  init(reading name: String, among packs: [CriteriaPack]) {
    self.init(
      "there is no reading '\(name)'", unknown: name,
      among: packs.flatMap { $0.pack.readings.map(\.head.id) })
  }
}
