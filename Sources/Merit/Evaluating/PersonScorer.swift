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
/// The next document takes the room of the last one, whose records stay in memory until then. Copies may
/// be used by several threads and take turns at the formulas; one for each is quicker.
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
    if let score = quickScore(document, person: person) { return score }
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
    ready?.score(document, person: person, names)
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
  /// What the last document gave, whose room the next one takes.
  private var grading: Grading
  /// The tables whose records the last document gave.
  private var filled: [Int] = []

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
    var empty = World.empty(plan.pack, period, asOf: asOf, files: [""])
    empty.formulas = PreparedFormulas(empty)
    self.empty = empty
    let needs = fold?.plan.needs ?? []
    needed = plan.strata.indices.filter { [plan] in !needs.isDisjoint(with: plan.strata[$0].nodes) }
    strata = Grading.strata(of: plan, for: EngineTable.people.rawValue, to: .capped)
    self.document = document
    grading = Grading(plan, in: empty)
  }

  /// The score of a person of a document; nil where it has to be looked at more closely.
  mutating func score(_ text: [UInt8], person: String?, _ names: ValueNames) -> PersonScore? {
    guard document.read(text), isWhole else { return nil }
    guard grade() else {
      (grading, filled) = (Grading(plan, in: empty), [])
      return nil
    }
    return grading.row(of: person).map { PersonScore(grading, $0, names) }
  }

  /// Computes the levels of the people of the document; false where it has to be looked at more closely.
  private mutating func grade() -> Bool {
    let folded = fold?.plan.table
    let given = plan.pack.layout.tables.indices.filter {
      $0 != folded && document.count(of: $0) != nil
    }
    guard grading.world.refill(given, of: document, after: filled, as: empty) else { return false }
    filled = given
    grading.restart()
    if let folded {
      grading.compute(strata: needed, skipping: folded)
      guard fold?.fold(document[folded], into: &grading.world) == true else { return false }
    }
    grading.compute(strata: strata, skipping: folded)
    return grading.circles.isEmpty
  }

  /// Whether the tables are there without which nothing can be said, and none whose records change
  /// what was made ready.
  private var isWhole: Bool {
    func has(_ table: EngineTable) -> Bool { document.count(of: table.rawValue) != nil }
    return has(.people) && has(.units) && has(.postings) && !has(.decisions) && !has(.periods)
  }
}
