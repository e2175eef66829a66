import Criteria
import FEEL
import Files
import Model
import Records
import Scoring
import Standing

/// The periods inside a longer one: each computed by itself, once, with the postings, leads and units
/// of its time, from records that are read once for all.
///
/// A period that ends after the day of the results has left nothing behind yet. What the dataset says
/// of a finished period goes before what is computed of it; where the two differ, that is told.
struct InnerPeriods {
  private let pack: CriteriaPack
  private let plans: PeriodPlans
  private let source: DatasetSource
  private let data: LoadedDataset
  private let layout: Layout
  private let asOf: CalendarDate
  private let options: EvaluationOptions
  /// What is wrong with records in one of the periods.
  private(set) var problems: Set<RecordProblem> = []
  private var left: [String: [CarriedRow]] = [:]
  private var known: [Int: KnownRows] = [:]

  /// Prepares to look into a period; nothing is computed before it is asked for.
  ///
  /// - Parameter asOf: The day of the results; in inner periods too, facts known later are hidden.
  init(
    _ pack: CriteriaPack, _ plans: PeriodPlans, _ source: DatasetSource, _ data: LoadedDataset,
    _ layout: Layout, asOf: CalendarDate, _ options: EvaluationOptions
  ) {
    self.pack = pack
    self.plans = plans
    self.source = source
    self.data = data
    self.layout = layout
    self.asOf = asOf
    self.options = options
    for closing in pack.pack.closings {
      guard let table = layout.table(closing.head.id) else { continue }
      known[table] = KnownRows(data.raw[table], layout.tables[table], files: data.files)
    }
  }

  /// The rows that the periods inside one leave behind for it, the earliest period first.
  ///
  /// - Complexity: O(inner periods × what it costs to compute one).
  mutating func rows(inside period: Period) throws(MeritError) -> [CarriedRow] {
    var rows: [CarriedRow] = []
    for closing in pack.pack.closings {
      for kind in PeriodKind.allCases where closing.kinds.contains(kind) {
        for inner in period.inside(kind) {
          let table = layout.table(closing.head.id)
          rows += try self.rows(of: inner).filter { $0.table == table }
        }
      }
    }
    return rows
  }

  /// The rows that one period leaves behind, but for those that the dataset has.
  private mutating func rows(of civil: Period) throws(MeritError) -> [CarriedRow] {
    if let rows = left[civil.id] { return rows }
    let period = civil.inOffice(
      data.raw[EngineTable.periods.rawValue], layout, files: data.files)
    guard period.to <= asOf, let plan = plans[period.kind] else {
      left[civil.id] = []
      return []
    }
    let world = try computed(plan, period)
    var rows: [CarriedRow] = []
    let tables = Set(known.keys)
    let ids = world.rowsByName
    for closing in world.pack.closings {
      for row in world.closingRows(closing) {
        guard let given = known[closing.table]?.rows(like: row), !given.isEmpty else {
          rows.append(row)
          continue
        }
        if let owner = ids[closing.owner][row.owner],
          world.hasRecords(
            of: RecordReference(type: Int32(closing.owner), row: owner), beside: tables)
        {
          problems.formUnion(given.flatMap { $0.differences(from: row) })
        }
      }
    }
    left[civil.id] = rows
    return rows
  }

  private mutating func computed(_ plan: Plan, _ period: Period) throws(MeritError) -> World {
    let carried = try rows(inside: period)
    let (world, found) = World.joined(
      plan.pack, period: period, asOf: asOf, raw: data.raw(for: plans.fold(period.kind)),
      files: data.files, carried: carried, threads: options.threads)
    var grading = Grading(plan, in: world)
    if let fold = plans.fold(period.kind) {
      // What is wrong with the table itself is told once, by the run of the longer period.
      do { _ = try grading.fold(fold, source, data, options, ProblemLog()) } catch {
        throw MeritError(error.message)
      }
    }
    grading.compute(skipping: plans.foldedTable)
    problems.formUnion(found + grading.lateProblems)
    return grading.world
  }
}
