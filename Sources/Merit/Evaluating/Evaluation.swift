import Criteria
package import FEEL
package import Files
import Model
package import Records
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
  package let outcome: Outcome
  package let problems: ProblemLog
  package let inputs: [(name: String, hash: InputHash)]
  /// How many records were read, by table.
  package let recordCounts: [(table: String, count: Int)]

  /// Whether something was found that a person should look at: wrong records.
  public var hasFindings: Bool { !problems.isEmpty }

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
    let plan = try pack.plan(period.kind, options.readings)
    let data = try LoadedDataset(source, plan.pack.layout, threads: options.threads)
    var (world, found) = World.joined(
      plan.pack, period: period, asOf: asOf ?? period.to, raw: data.raw, files: data.files)
    world.give(given)
    do { try data.log.add(found) } catch { throw MeritError(error.message) }
    if options.isStrict, !data.log.isEmpty {
      throw MeritError(Evaluation.refusal(data.log))
    }
    self.pack = pack
    self.options = options
    problems = data.log
    inputs = data.inputs
    recordCounts = zip(plan.pack.layout.tables, data.counts).map { ($0.name, $1) }
    outcome = Outcome(plan, in: world)
  }

  private static func refusal(_ log: ProblemLog) -> String {
    let first = log.tables.flatMap { log.first(of: $0) }.prefix(100).map {
      "\($0.place): \($0.english(showsGiven: true))"
    }
    let rest = log.count > first.count ? ["… and \(log.count - first.count) more"] : []
    return (["\(log.count) problems in the records; a strict run scores nothing"] + first + rest)
      .joined(separator: "\n")
  }
}

extension EvaluationOptions {
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
      let known = pack.readings.first { $0.head.id == name }
      guard let known, known.options.contains(where: { $0.name == option }) else {
        let names = known.map { $0.options.map(\.name) } ?? pack.readings.map(\.head.id)
        let nearest = nearestName(to: known == nil ? name : option, among: names)
        throw MeritError(
          (known == nil ? "there is no reading '\(name)'" : "'\(name)' has no option '\(option)'")
            + "; write \(nearest.map { "'\($0)'" } ?? names.joined(separator: ", "))")
      }
    }
    guard pack.periods.contains(kind) else {
      let known = pack.periods.map(\.rawValue).joined(separator: ", ")
      throw MeritError(
        "'\(name)' does not say how a \(kind.rawValue) is scored; it scores: \(known)")
    }
    let (plan, problems) = plan(for: kind, readings: readings)
    guard let plan else { throw MeritError(rendered(problems)) }
    return plan
  }
}
