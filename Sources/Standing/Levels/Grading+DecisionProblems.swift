import Criteria
import FEEL
package import Model
import Scoring

extension Grading {
  /// Decisions outside what the pack allows, and those of one date that differ; each is told, and
  /// changes nothing.
  ///
  /// - Complexity: O(decisions × what the pack lets an authority decide).
  package var decisionProblems: [RecordProblem] {
    let decisions = EngineTable.decisions.rawValue
    return (0..<world.tables[decisions].count).compactMap { row in
      guard world.tables[decisions].states[row] == .used,
        case .string(let what) = world.cell(of: row, "what")
      else { return nil }
      return wrongValue(what, row) ?? wrongName(what, row) ?? contest(what, row)
    }
  }

  /// A value that is no level of the scale, or of another type than what is decided.
  ///
  /// A pack without a scale says nothing of levels: what is decided of them is another pack's matter.
  private func wrongValue(_ what: String, _ row: Int) -> RecordProblem? {
    let given = world.cell(of: row, "value")
    if what == levelDecision {
      guard let names = world.pack.schema.scales.first?.symbols, !names.isEmpty else { return nil }
      if case .string(let name) = given, names.contains(name) { return nil }
      let list = names.map { "'\($0)'" }.joined(separator: ", ")
      return told(row, "value", "one of \(list)", "một trong \(list)", "\(given)")
    }
    guard let table = subject(of: row),
      let value = plan.pack.values.first(where: {
        $0.table == table && $0.rule.head.id == what && $0.rule.isDecidable
      })
    else { return nil }
    if case .string(let text) = given, value.decided(text) != nil { return nil }
    let (english, vietnamese) = words(of: value.program.type)
    return told(row, "value", english, vietnamese, "\(given)")
  }

  /// A name of nothing that an authority may decide.
  ///
  /// Packs may read decisions of their own; a name that is like none of the others is theirs.
  private func wrongName(_ what: String, _ row: Int) -> RecordProblem? {
    guard let table = subject(of: row) else { return nil }
    let name = world.pack.layout.tables[table].name
    let values = world.pack.pack.values.filter { $0.table == name }
    let known = [levelDecision] + values.filter(\.isDecidable).map(\.head.id)
    if known.contains(what) { return nil }
    let isFixed = values.contains { $0.head.id == what }
    guard let nearest = isFixed ? known.first : nearestName(to: what, among: known) else {
      return nil
    }
    let list = isFixed ? known.map { "'\($0)'" }.joined(separator: ", ") : "'\(nearest)'"
    return told(
      row, "what", "what may be decided: \(list)", "nội dung được quyết định: \(list)", what)
  }

  private func contest(_ what: String, _ row: Int) -> RecordProblem? {
    guard let table = subject(of: row),
      case .record(let subject) = world.cell(
        of: row, table == EngineTable.people.rawValue ? "person" : "unit"),
      case .contested(let rows) = world.decision(on: what, table, Int(subject.row)),
      rows.contains(row)
    else { return nil }
    return world.problem(
      .conflict, EngineTable.decisions.rawValue, row, field: "value",
      expected: .other(
        english: "one decision of a date, or the document of the other in 'replaces'",
        vietnamese: "một quyết định trong ngày, hoặc số văn bản bị thay thế ở 'replaces'"),
      given: "\(world.cell(of: row, "value"))")
  }

  /// Whether a decision is about a person or about a unit.
  private func subject(of row: Int) -> Int? {
    for (table, field) in [(EngineTable.people, "person"), (.units, "unit")] {
      if case .record = world.cell(of: row, field) { return table.rawValue }
    }
    return nil
  }

  private func words(of type: Type) -> (String, String) {
    switch type {
    case .number: ("a number", "một số")
    case .boolean: ("true or false", "true hoặc false")
    default: ("a text", "một chuỗi ký tự")
    }
  }

  private func told(
    _ row: Int, _ field: String, _ english: String, _ vietnamese: String, _ given: String
  ) -> RecordProblem {
    world.problem(
      .outOfRange, EngineTable.decisions.rawValue, row, field: field,
      expected: .other(english: english, vietnamese: vietnamese), given: given)
  }
}
