import Criteria
import FEEL
import Scoring

extension Grading {
  /// The levels that stand: as decided where there is a decision, else as proposed.
  mutating func standing(_ table: Int, _ rows: [Int]) {
    put(levels(.proposed, table, rows), .standing, table, rows)
    guard world.tables[EngineTable.decisions.rawValue].count > 0 else { return }
    for row in rows { decide(table, row) }
  }

  /// Puts the decided level of a record in the place of the proposed one.
  private mutating func decide(_ table: Int, _ row: Int) {
    let stage = LevelStage.standing.rawValue
    switch world.decision(on: levelDecision, table, row) {
    case .none: break
    case .contested(let rows):
      notes[table][row].isPending = true
      world.levels[table][stage][row] = .unknown(world.contest(rows))
    case .one(let decision):
      guard case .string(let name) = world.cell(of: decision, "value"),
        let symbol = world.pack.schema.scales.first?.symbol(named: name, index: 0)
      else { return }
      notes[table][row].decision = world.tables[EngineTable.decisions.rawValue].names[decision]
      world.levels[table][stage][row] = .symbol(symbol)
    }
  }

  /// Puts decided values in the place of formulas.
  ///
  /// Only values that the pack lets an authority decide; a decision names the value in `what` and
  /// gives it as a number, a text, true or false. What is no value of that type changes nothing.
  mutating func applyDecidedValues() {
    guard world.tables[EngineTable.decisions.rawValue].count > 0 else { return }
    for (index, value) in plan.pack.values.enumerated()
    where value.table <= EngineTable.units.rawValue && value.rule.isDecidable {
      for row in 0..<world.tables[value.table].count where world.given[index]?[row] == nil {
        switch world.decision(on: value.rule.head.id, value.table, row) {
        case .none: break
        case .contested(let rows):
          world.given[index, default: [:]][row] = .unknown(world.contest(rows))
        case .one(let decision):
          guard case .string(let text) = world.cell(of: decision, "value"),
            let decided = value.decided(text)
          else { continue }
          world.given[index, default: [:]][row] = decided
        }
      }
    }
  }
}

/// What a decision on a level names.
let levelDecision = "level"

extension ResolvedPack.Value {
  /// The value that the text of a decision gives, or `nil` where it is of another type.
  func decided(_ text: String) -> Value? {
    let value: Value =
      switch text {
      case "true": .boolean(true)
      case "false": .boolean(false)
      default: Number(text).map(Value.number) ?? .string(text)
      }
    switch (program.type, value) {
    case (.number, .number), (.boolean, .boolean), (.any, _), (.null, _): return value
    case (.string, _): return .string(text)
    default: return nil
    }
  }
}
