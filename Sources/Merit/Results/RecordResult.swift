import Criteria
import FEEL
import Model
import Scoring
import Standing

/// The result of one person or one unit in the period.
public struct RecordResult: Sendable {
  /// The id in the dataset.
  public let id: String
  /// The id of the person's unit in the period, or of the unit above; `nil` for none.
  public let unit: String?
  /// The level that the score corresponds to, by the pack's name for it.
  public let computedLevel: String?
  /// The level after conditions, caps and quotas: a proposal to the authority.
  public let proposedLevel: String?
  /// The level as decided, where the dataset has a decision.
  public let decidedLevel: String?
  /// A state in place of a level, such as `noResult` or `notClassified`.
  public let state: String?
  /// Every named value of the pack for this record.
  public let values: [String: ResultValue]
}

extension Evaluation {
  /// The results of all people, by id.
  public var people: [RecordResult] { results(EngineTable.people) }

  /// The results of all units, by id.
  public var units: [RecordResult] { results(EngineTable.units) }

  /// The result of one person, or `nil` when the dataset has no such person.
  public func person(_ id: String) -> RecordResult? {
    let table = EngineTable.people
    return outcome.grading.world.tables[table.rawValue].names.firstIndex(of: id)
      .map { result(table, $0) }
  }

  private func results(_ table: EngineTable) -> [RecordResult] {
    (0..<outcome.grading.world.tables[table.rawValue].count).map { result(table, $0) }
  }

  private func result(_ table: EngineTable, _ row: Int) -> RecordResult {
    let grading = outcome.grading
    let world = grading.world
    let note = grading.notes[table.rawValue][row]
    func level(_ stage: LevelStage) -> String? {
      guard case .symbol(let symbol) = grading.level(stage, table.rawValue, row) else { return nil }
      return symbol.name
    }
    var values: [String: ResultValue] = [:]
    for (index, value) in world.pack.values.enumerated() where value.table == table.rawValue {
      values[value.rule.head.id] = ResultValue(world.values[index][row], world)
    }
    return RecordResult(
      id: world.tables[table.rawValue].names[row], unit: unit(table, row, world),
      computedLevel: level(.computed), proposedLevel: level(.proposed),
      decidedLevel: note.decision.flatMap { _ in level(.standing) }, state: note.state,
      values: values)
  }

  private func unit(_ table: EngineTable, _ row: Int, _ world: World) -> String? {
    let layout = world.pack.layout.tables[table.rawValue]
    guard let member = layout.member(table == .people ? "unit" : "parent") else { return nil }
    let record = RecordReference(type: Int32(table.rawValue), row: Int32(row))
    guard case .record(let unit) = world.value(of: member, in: record) else { return nil }
    return world.tables[Int(unit.type)].names[Int(unit.row)]
  }
}
