import Criteria
import FEEL
import Model
import Records
import Scoring
import Standing

/// A pack made ready for scoring one person after the other, for services that are asked for one at a
/// time.
///
///     var scorer = try PersonScorer(pack, options: .init(period: "2026-07"))
///     let score = try scorer.score(Array(json.utf8))
///     print(score.computedLevel ?? "no level", score["score"] as Any)
///
/// A document is a dataset in one JSON text: the person, the unit and those above it, the posting, and
/// the records of the person. The score is the one that an ``Evaluation`` of the document gives, also
/// where something is wrong with it. Formulas, readers and the empty world of the period are made once;
/// what has to be looked at more closely (a record that is not plain or is there twice, one that names
/// nothing, decisions, a period made of others) goes the way of all other datasets, which takes longer.
///
/// Copies may be used by several threads and take turns at the formulas; one for each is quicker.
public struct PersonScorer: Sendable {
  private let pack: CriteriaPack
  private let options: EvaluationOptions
  private let names: ValueNames
  private var ready: ReadyPlan?

  /// Prepares a pack for one period.
  ///
  /// - Throws: Where the pack is wrong, or the period or a reading is not known.
  /// - Complexity: O(size of the pack).
  public init(_ pack: CriteriaPack, options: EvaluationOptions) throws(MeritError) {
    (self.pack, self.options) = (pack, options)
    let (period, _) = try options.days()
    names = ValueNames(try pack.plan(period.kind, options.readings))
    ready = try ReadyPlan(pack, options)
  }

  /// Scores the person of a document.
  ///
  /// - Parameters:
  ///   - document: A dataset in one JSON text.
  ///   - person: The id of the person to be told of; needed where the document has several.
  /// - Throws: Where the document has no such person, or several and none is named, with what is wrong
  ///   with its records; otherwise as ``Evaluation/init(dataset:pack:options:)``.
  /// - Complexity: O(bytes + size of the formulas), for a document of one person.
  public mutating func score(
    _ document: [UInt8], person: String? = nil
  ) throws(MeritError) -> PersonScore {
    if let grading = ready?.grade(document), let row = grading.row(of: person) {
      return PersonScore(grading, row, names)
    }
    let evaluation = try Evaluation(dataset: .json(document), pack: pack, options: options)
    let grading = evaluation.outcome.grading
    let problems = evaluation.problems.told
    guard let row = grading.row(of: person) else {
      throw MeritError(([grading.refusal(of: person)] + problems).joined(separator: "\n"))
    }
    return PersonScore(grading, row, names, problems: problems)
  }

  /// The score by the quick way alone; nil where a document goes the other one.
  package mutating func quickScore(_ document: [UInt8], person: String? = nil) -> PersonScore? {
    guard let grading = ready?.grade(document), let row = grading.row(of: person) else {
      return nil
    }
    return PersonScore(grading, row, names)
  }
}

extension PlainDocument {
  /// A reader of the tables of a layout; those that the pack does not read are passed over.
  fileprivate init?(_ layout: Layout) {
    self.init(
      layout.tables.map { $0.schema(layout) }, isOfOthers: { !layout.mayMean($0) })
  }
}

extension Grading {
  /// What people are called.
  fileprivate var people: [String] { world.tables[EngineTable.people.rawValue].names }

  /// The row of a person, or of the only one.
  fileprivate func row(of person: String?) -> Int? {
    guard let person else { return people.count == 1 ? 0 : nil }
    return people.firstIndex(of: person)
  }

  /// Why there is no such row.
  fileprivate func refusal(of person: String?) -> String {
    if let person { return "the document has no person '\(person)'" }
    return people.isEmpty
      ? "the document has no person"
      : "the document has \(people.count) people; name the one to be scored"
  }
}

/// Everything about a pack and a period that no record changes.
private struct ReadyPlan: Sendable {
  private let plan: Plan
  /// The world of the period without records, which has prepared formulas.
  private let empty: World
  private let strata: [Int]
  private let needed: [Int]
  private var fold: PreparedFold?
  private var document: PlainDocument

  /// Makes everything ready; nil for a period that is made of others, or where other runs are read.
  init?(_ pack: CriteriaPack, _ options: EvaluationOptions) throws(MeritError) {
    let (period, asOf) = try options.days()
    let whole = try pack.plan(period.kind, options.readings)
    let inner = pack.pack.closings.flatMap(\.kinds).contains { $0.isShorter(than: period.kind) }
    guard !inner, options.history.isEmpty,
      let document = PlainDocument(whole.pack.layout)
    else { return nil }
    let folds = FoldPlan.candidates(whole.pack).lazy.compactMap { table -> PreparedFold? in
      guard let plan = FoldPlan(whole, table: table), !plan.folds.isEmpty else { return nil }
      return PreparedFold(plan, in: .empty(plan.plan.pack, period, asOf: asOf))
    }
    fold = folds.first
    plan = fold?.plan.plan ?? whole
    var empty = World.empty(plan.pack, period, asOf: asOf)
    empty.formulas = PreparedFormulas(empty)
    self.empty = empty
    let needs = fold?.plan.needs ?? []
    needed = plan.strata.indices.filter { [plan] in !needs.isDisjoint(with: plan.strata[$0].nodes) }
    strata = Grading.strata(of: plan, for: EngineTable.people.rawValue, to: .capped)
    self.document = document
  }

  /// The levels of the people of a document; nil where it has to be looked at more closely.
  mutating func grade(_ text: [UInt8]) -> Grading? {
    guard let batches = document.read(text), isWhole(batches) else { return nil }
    let (world, problems) = empty.filled(with: raw(batches), files: [""])
    guard problems.isEmpty else { return nil }
    var grading = Grading(plan, in: world)
    if let table = fold?.plan.table {
      grading.compute(strata: needed, skipping: table)
      guard fold?.fold(batches[table], into: &grading.world) == true else { return nil }
    }
    grading.compute(strata: strata, skipping: fold?.plan.table)
    return grading.circles.isEmpty ? grading : nil
  }

  /// Whether the tables are there without which nothing can be said, and none whose records change
  /// what was made ready.
  private func isWhole(_ batches: [PlainBatch?]) -> Bool {
    func has(_ table: EngineTable) -> Bool { batches[table.rawValue] != nil }
    return has(.people) && has(.units) && has(.postings) && !has(.decisions) && !has(.periods)
  }

  private func raw(_ batches: [PlainBatch?]) -> [(table: Int, rows: RawTable)] {
    batches.enumerated().compactMap { table, batch in
      guard table != fold?.plan.table, let batch else { return nil }
      return (table, RawTable(document.cells(table, of: batch), firstFile: 0))
    }
  }
}
