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
  /// Everything that changes for one person or unit.
  struct Subject: Sendable {
    let id: String
    let name: String
    let changes: [Change]
  }

  let first: Evaluation
  let second: Evaluation
  let pair: PackPair
  let steps: [PackSteps.Step]
  /// People, then units, by id.
  let subjects: [Subject]

  /// Whether no score, level, seat, rank or list line changes.
  public var isEmpty: Bool { subjects.isEmpty }

  /// Scores a dataset by two packs and by every pack between them.
  ///
  /// - Throws: Where one of the packs cannot score the dataset at all.
  /// - Complexity: As many evaluations as steps, and one more.
  public init(
    dataset: DatasetLocation, from old: CriteriaPack, to new: CriteriaPack,
    options: EvaluationOptions
  ) throws(MeritError) {
    let source = try dataset.source()
    func run(_ pack: CriteriaPack) throws(MeritError) -> Evaluation {
      try Evaluation(source: source, pack: pack, options: options, given: [:])
    }
    first = try run(old)
    second = try run(new)
    guard let pair = PackPair(old.pack.documents, new.pack.documents) else {
      throw MeritError("'\(old.name)' and '\(new.name)' cannot be laid beside each other")
    }
    self.pair = pair
    let (begin, end) = pair.isReversed ? (second, first) : (first, second)
    let (kind, readings) = (begin.outcome.grading.world.period.kind, options.readings)
    steps =
      PackSteps(pair, to: end.pack) { pack in
        (try? PeriodPlans(pack, kind, readings, keepsRecords: true)) != nil
      }.steps
    var tracks = try ResultTracks(from: begin, to: end)
    for step in steps.dropLast() where !tracks.isEmpty { try tracks.add(run(step.pack)) }
    tracks.end()
    subjects = tracks.subjects(isReversed: pair.isReversed)
  }
}
