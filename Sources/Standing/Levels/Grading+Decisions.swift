import Criteria
import FEEL
package import Model
import Scoring

extension Grading {
  /// The level that stands: as decided where there is a decision, else as proposed.
  mutating func standing(_ table: Int, _ row: Int) {
    let proposed = level(.proposed, table, row)
    let stage = LevelStage.standing.rawValue
    guard let decision = decision(on: "level", table, row),
      case .string(let name) = decision.value,
      let symbol = world.pack.schema.scales.first?.symbol(named: name, index: 0)
    else {
      world.levels[table][stage][row] = proposed
      return
    }
    notes[table][row].decision = decision.name
    world.levels[table][stage][row] = .symbol(symbol)
  }

  /// Decisions on a level that the pack does not have; they are told and change nothing.
  package var decisionProblems: [RecordProblem] {
    let decisions = EngineTable.decisions.rawValue
    let layout = world.pack.layout.tables[decisions]
    guard let what = layout.field("what"), let value = layout.field("value") else { return [] }
    let names = world.pack.schema.scales.first?.symbols ?? []
    return (0..<world.tables[decisions].count).compactMap { row in
      guard world.tables[decisions].columns[what][row] == .string("level") else { return nil }
      let given = world.tables[decisions].columns[value][row]
      if case .string(let name) = given, names.contains(name) { return nil }
      let list = names.map { "'\($0)'" }.joined(separator: ", ")
      return world.problem(
        .outOfRange, decisions, row, field: "value",
        expected: .other(english: "one of \(list)", vietnamese: "một trong \(list)"),
        given: "\(given)")
    }
  }

  /// The latest decision on one thing about a person or unit in the period.
  func decision(
    on what: String, _ table: Int, _ row: Int
  ) -> (value: Value, name: String)? {
    let decisions = EngineTable.decisions.rawValue
    let layout = world.pack.layout.tables[decisions]
    guard let field = layout.field("what"), let period = layout.field("period"),
      let value = layout.field("value"), let date = layout.field("date")
    else { return nil }
    let related = world.related(.records(table: decisions), table, row)
    guard case .list(let all) = related else { return nil }
    let columns = world.tables[decisions].columns
    let rows = all.compactMap { if case .record(let one) = $0 { Int(one.row) } else { nil } }
      .filter {
        columns[field][$0] == .string(what) && columns[period][$0] == .string(world.period.id)
      }
    let latest = rows.max { left, right in
      guard case .date(let a) = columns[date][left], case .date(let b) = columns[date][right] else {
        return left < right
      }
      return (a, left) < (b, right)
    }
    return latest.map { (columns[value][$0], world.tables[decisions].names[$0]) }
  }

  /// Puts decided values in the place of formulas.
  ///
  /// Only values that the pack lets an authority decide; a decision names the value in `what` and gives it as a number, a text, true or false.
  mutating func applyDecidedValues() {
    for (index, value) in plan.pack.values.enumerated()
    where value.table <= EngineTable.units.rawValue && value.rule.isDecidable {
      for row in 0..<world.tables[value.table].count {
        guard world.given[index]?[row] == nil,
          let decided = decision(on: value.rule.head.id, value.table, row),
          case .string(let text) = decided.value
        else { continue }
        world.given[index, default: [:]][row] = Value(decided: text)
      }
    }
  }
}

extension Value {
  /// A decided value from the text of a decision.
  init(decided text: String) {
    self =
      switch text {
      case "true": .boolean(true)
      case "false": .boolean(false)
      default: Number(text).map(Value.number) ?? .string(text)
      }
  }
}
