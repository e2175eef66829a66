import Criteria
import FEEL
import Files
import Model
import Records
import Scoring
import Standing

/// An evaluation that stays in memory: after a changed record only what depends on it is computed
/// again, with the results of a whole evaluation.
///
///     var agency = try ResidentEvaluation(dataset: .path("data"), pack: pack, options: options)
///     if try agency.replace(#"{"id":"NV-0181","person":"CB-042",…}"#, in: "tasks") {
///       print(agency.evaluation.person("CB-042")?.proposedLevel as Any)
///     }
///
/// Takes records of tables that belong to people or units, such as tasks and ratings. Whatever changes
/// who is where, and whatever is wrong, asks for a new evaluation of the dataset.
public struct ResidentEvaluation: Sendable {
  private let first: Evaluation
  private var grading: Grading
  private var rankings: [RankingResult]
  private var lists: [ListResult]
  private let order: UpdateOrder
  private let ids: [[String: Int32]]
  private let schemas: [TableSchema]
  /// The records that something was wrong with from the beginning, by table.
  private let wrong: [String: Set<String>]

  /// The results as they are now.
  ///
  /// Its problems are those of the beginning: nothing is wrong with the records that came since. While
  /// it is held, the next change takes longer.
  public var evaluation: Evaluation {
    var evaluation = first
    evaluation.outcome = Outcome(grading, rankings: rankings, lists: lists)
    return evaluation
  }

  /// Evaluates a dataset and keeps its records.
  ///
  /// - Throws: As ``Evaluation/init(dataset:pack:options:)``; also where leads form a circle, and for a
  ///   period that is made of others, whose months would have to be scored again, and where more
  ///   records are wrong than are told one by one.
  public init(
    dataset: DatasetLocation, pack: CriteriaPack, options: EvaluationOptions
  ) throws(MeritError) {
    var options = options
    options.keepsRecords = true
    let evaluation = try Evaluation(dataset: dataset, pack: pack, options: options)
    var grading = evaluation.outcome.grading
    let world = grading.world
    grading.world.formulas = PreparedFormulas(.empty(world.pack, world.period, asOf: world.asOf))
    guard grading.world.carried.isEmpty, let order = UpdateOrder(grading) else {
      throw MeritError(
        "a period that is made of others, or has leads in a circle, cannot be kept up to date;"
          + " evaluate it anew")
    }
    (first, self.order, self.grading) = (evaluation, order, grading)
    (rankings, lists) = (evaluation.outcome.rankings, evaluation.outcome.lists)
    ids = grading.world.rowsByName
    let layout = grading.world.pack.layout
    schemas = layout.tables.map { $0.schema(layout) }
    let problems = evaluation.problems
    let told = problems.tables.reduce(0) { $0 + problems.first(of: $1).count }
    guard told == problems.count else {
      throw MeritError("too many records are wrong to know of each; evaluate the dataset anew")
    }
    wrong = Dictionary(
      uniqueKeysWithValues: problems.tables.map { table in
        (table, Set(problems.first(of: table).compactMap(\.record)))
      })
  }

  /// Puts a record in the place of the one with the same key, and computes again what depends on it.
  ///
  /// - Parameters:
  ///   - record: The whole new record, as one line of NDJSON.
  ///   - table: The name of its table in the pack.
  /// - Returns: Whether that could be done. If not, nothing has changed, and the dataset has to be
  ///   evaluated anew: the record is new, goes to somebody else, or something is wrong with it.
  /// - Throws: Where the pack has no such table.
  /// - Complexity: O(what depends on the record), the cohorts of quotas, the orders of those whose
  ///   results change, and all lists.
  public mutating func replace(
    _ record: String, in table: String
  ) throws(MeritError) -> Bool {
    let layout = first.outcome.grading.world.pack.layout
    guard let index = layout.table(table) else {
      throw MeritError("the pack has no table '\(table)'")
    }
    guard order.dependents.ownedTables.contains(index),
      let raw = try ResidentEvaluation.read(record, schemas[index])
    else { return false }
    guard let row = grading.world.replace(index, with: raw, ids: ids, except: wrong[table] ?? [])
    else {
      return false
    }
    let changed = grading.update(
      after: RecordReference(type: Int32(index), row: Int32(row)), order)
    rankings = rankings.map { $0.updated(changed, grading) }
    lists = grading.lists
    return true
  }

  /// The cells of one record; `nil` where something is wrong with it.
  private static func read(
    _ record: String, _ schema: TableSchema
  ) throws(MeritError) -> RawTable? {
    do throws(FileProblem) {
      let name = FieldSchema.oneWord(schema.name)
      let source = try DatasetSource(
        bytes: Array("{\"\(name)\":[\(record)]}".utf8), name: "record")
      let (states, log) = try source.fold(
        name, schema, threads: 1, initial: { RawTable(fields: schema.fields.count) },
        each: { (table: inout RawTable, batch) in table.append(batch, firstFile: 0) })
      guard log.isEmpty, source.log.isEmpty, let raw = states.first, raw.count == 1 else {
        return nil
      }
      return raw
    } catch { throw MeritError(error.message) }
  }
}
