import Criteria
import FEEL
import Model
import Scoring
import Standing

/// What the records of one person alone say: values and level, before what depends on others.
///
/// A quota, an order and a list need the whole cohort, and a decision is an authority's: for these an
/// ``Evaluation`` is made.
public struct PersonScore: Sendable {
  /// The id in the dataset.
  public let id: String
  /// The id of the person's unit in the period; nil for none.
  public let unit: String?
  /// The level that the score corresponds to, by the pack's name for it.
  public let computedLevel: String?
  /// The level after caps, before any quota.
  public let cappedLevel: String?
  /// A state in place of a level, such as `noResult` or `notClassified`.
  public let state: String?
  /// What is wrong with the records of the document, in English, in the order of an evaluation.
  public let problems: [String]
  private let held: [Value]
  private let names: ValueNames
  /// What the records are called that the values are.
  private let records: [RecordReference: String]

  init(_ grading: Grading, _ row: Int, _ names: ValueNames, problems: [String] = []) {
    let table = EngineTable.people.rawValue
    let tables = grading.world.tables
    func name(_ record: RecordReference) -> String {
      tables[Int(record.type)].names[Int(record.row)]
    }
    id = grading.world.tables[table].names[row]
    if case .record(let unit) = grading.world.relations.unit[row] {
      self.unit = name(unit)
    } else {
      unit = nil
    }
    computedLevel = grading.level(.computed, table, row).levelName
    cappedLevel = grading.level(.capped, table, row).levelName
    state = grading.notes[table][row].state
    let values = grading.world.values
    held = names.indices.map { values[$0][row] }
    records = held.reduce(into: [:]) { records, value in
      value.forEachRecord { records[$0] = name($0) }
    }
    self.names = names
    self.problems = problems
  }

  /// A named value of the pack for the person; nil where people have no value of that name.
  public subscript(name: String) -> ResultValue? { names.places[name].map { result(held[$0]) } }

  /// Every named value of the pack for the person.
  public var values: [String: ResultValue] { names.places.mapValues { result(held[$0]) } }

  private func result(_ value: Value) -> ResultValue {
    ResultValue(value) { records[$0] ?? "" }
  }
}

/// Where the named values of people stand.
struct ValueNames: Sendable {
  /// The values by their places in the pack.
  let indices: [Int]
  /// For each name its place among these.
  let places: [String: Int]

  init(_ plan: Plan) {
    let values = plan.pack.values
    indices = values.indices.filter { values[$0].table == EngineTable.people.rawValue }
    places = Dictionary(
      uniqueKeysWithValues: indices.enumerated().map { (values[$1].rule.head.id, $0) })
  }
}

extension Value {
  fileprivate var levelName: String? {
    guard case .symbol(let symbol) = self else { return nil }
    return symbol.name
  }

  /// Calls `body` for every record that the value is or lists.
  fileprivate func forEachRecord(_ body: (RecordReference) -> Void) {
    switch self {
    case .record(let record): body(record)
    case .list(let elements): for element in elements { element.forEachRecord(body) }
    default: break
    }
  }
}
