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
  private let world: World

  init(_ grading: Grading, _ row: Int, _ names: ValueNames, problems: [String] = []) {
    let table = EngineTable.people.rawValue
    world = grading.world
    id = world.tables[table].names[row]
    if case .record(let unit) = world.relations.unit[row] {
      self.unit = world.tables[Int(unit.type)].names[Int(unit.row)]
    } else {
      unit = nil
    }
    computedLevel = grading.level(.computed, table, row).levelName
    cappedLevel = grading.level(.capped, table, row).levelName
    state = grading.notes[table][row].state
    let world = world
    held = names.indices.map { world.values[$0][row] }
    self.names = names
    self.problems = problems
  }

  /// A named value of the pack for the person; nil where people have no value of that name.
  public subscript(name: String) -> ResultValue? {
    names.places[name].map { ResultValue(held[$0], world) }
  }

  /// Every named value of the pack for the person.
  public var values: [String: ResultValue] {
    names.places.mapValues { ResultValue(held[$0], world) }
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
}
