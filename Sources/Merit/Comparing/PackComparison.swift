import Criteria
import FEEL
import JSON
import Model
import Records
import Reporting
import Scoring
import Standing

/// Who changes score, level, quota seat, rank and list between two packs on one dataset, and which
/// entries of the packs bring each change about.
///
/// The entries that differ are made one after another, each in a pack of its own, so that the steps of
/// a score add up exactly, and a level, seat, rank or list line is charged to the first step that flips
/// it. The steps are the same from either side; the other way every sign and every from and to is
/// turned.
public struct PackComparison: Sendable {
  /// One change of a person's or unit's result.
  struct Change: Sendable {
    /// The name as in result files, such as `values.score` or `list support`.
    let field: String
    let aspect: Aspect
    /// What the result says under either pack, as JSON; `nil` where it says nothing.
    let old: String?
    let new: String?
    let charges: [Charge]
  }
  /// What one step, or several of which only the sum is known, did to a result.
  struct Charge: Sendable {
    /// The indices of the steps.
    let steps: [Int]
    /// By how much a score moved; `nil` where it is no number on both sides, and for all else.
    let amount: Number?
  }
  /// A reading that is chosen for the comparison, and the names of the packs that have it.
  struct ChosenReading: Sendable {
    let name: String
    let option: String
    let packs: [String]
  }
  /// Everything that changes for one person or unit.
  struct Subject: Sendable {
    let id: String
    let name: String
    let changes: [Change]
  }

  let first: Evaluation
  let second: Evaluation
  /// By name.
  let readings: [ChosenReading]
  let pair: PackPair
  let steps: [PackSteps.Step]
  /// People, then units, by id.
  let subjects: [Subject]

  /// Whether no score, level, seat, rank or list line changes.
  public var isEmpty: Bool { subjects.isEmpty }

  /// Scores a dataset by two packs and by every pack between them.
  ///
  /// Readings of `options` are those of every pack that has them.
  ///
  /// - Throws: Where one of the packs cannot score the dataset at all, or neither has a reading that
  ///   is chosen.
  /// - Complexity: As many evaluations as steps, and one more.
  public init(
    dataset: DatasetLocation, from old: CriteriaPack, to new: CriteriaPack,
    options: EvaluationOptions
  ) throws(MeritError) {
    let chosen = options.readings.sorted { $0.key < $1.key }
    readings = try chosen.map { (name, option) throws(MeritError) in
      let packs = [old, new].filter { $0.hasReading(name) }
      guard !packs.isEmpty else { throw MeritError(reading: name, among: [old, new]) }
      return ChosenReading(name: name, option: option, packs: packs.map(\.name))
    }
    let source = try dataset.source()
    func run(_ pack: CriteriaPack) throws(MeritError) -> Evaluation {
      try Evaluation(
        source: source, pack: pack, options: options.withReadings(of: pack), given: [:])
    }
    first = try run(old)
    second = try run(new)
    guard let pair = PackPair(old.pack.documents, new.pack.documents) else {
      throw MeritError("'\(old.name)' and '\(new.name)' cannot be laid beside each other")
    }
    self.pair = pair
    let (begin, end) = pair.isReversed ? (second, first) : (first, second)
    let kind = begin.outcome.grading.world.period.kind
    steps =
      PackSteps(pair, to: end.pack) { pack in
        let readings = options.withReadings(of: pack).readings
        return (try? PeriodPlans(pack, kind, readings, keepsRecords: true)) != nil
      }.steps
    var tracks = try ResultTracks(from: begin, to: end)
    for step in steps.dropLast() where !tracks.isEmpty { try tracks.add(run(step.pack)) }
    tracks.end()
    subjects = tracks.subjects(isReversed: pair.isReversed)
  }
}

extension EvaluationOptions {
  /// The same options with those of the readings alone that a pack has.
  fileprivate func withReadings(of pack: CriteriaPack) -> EvaluationOptions {
    var options = self
    options.readings = readings.filter { pack.hasReading($0.key) }
    return options
  }
}

extension CriteriaPack {
  fileprivate func hasReading(_ name: String) -> Bool {
    pack.readings.contains { $0.head.id == name }
  }
}
