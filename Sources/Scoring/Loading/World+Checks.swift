import Criteria
import FEEL
import Model

extension World {
  /// Holds every record against the pack's checks and constraints.
  ///
  /// A record that breaks a check of one field loses that field's value; a check of no field sets
  /// the record aside. Records that break a constraint are told, and stay: which one is right is
  /// not for a program to say.
  mutating func checkRecords() -> [RecordProblem] {
    var problems: [RecordProblem] = []
    for table in tables.indices { problems += check(table: table) }
    for constraint in pack.constraints { problems += onePerDay(constraint) }
    return problems
  }

  /// Holds the records of one table against its checks.
  mutating func check(table: Int) -> [RecordProblem] {
    let rules = pack.layout.tables[table].rule?.checks ?? []
    return zip(rules, pack.tableRules[table].checks).flatMap { check(table, $0, $1) }
  }

  private mutating func check(
    _ table: Int, _ rule: TableRule.Check, _ program: Program
  ) -> [RecordProblem] {
    let broken = (0..<tables[table].count).filter { row in
      program.evaluate(
        self: RecordReference(type: Int32(table), row: Int32(row)), locals: [], host: self,
        trace: nil) == .boolean(false)
    }
    let field = rule.field.flatMap { pack.layout.tables[table].field($0) }
    return broken.map { row in
      let expected = Expectation.other(
        english: rule.message.english, vietnamese: rule.message.vietnamese)
      let given = field.map { tables[table].columns[$0][row].plainText }
      let problem = problem(
        .outOfRange, table, row, field: rule.field, expected: expected, given: given)
      setAside(table, row, field, rule)
      return problem
    }
  }

  private mutating func setAside(_ table: Int, _ row: Int, _ field: Int?, _ rule: TableRule.Check) {
    let record = name(RecordReference(type: Int32(table), row: Int32(row)))
    let cause = Unknown(.init("breaks '\(rule.head.id)'", record: record, field: rule.field))
    if let field {
      tables[table].columns[field][row] = .unknown(cause)
    } else {
      tables[table].states[row] = .perhaps(cause)
    }
  }

  /// Records of one group must not be in force on the same day.
  private func onePerDay(_ constraint: ResolvedPack.Constraint) -> [RecordProblem] {
    var groups: [String: [Int]] = [:]
    for row in 0..<tables[constraint.table].count where holds(constraint, row) {
      let key = constraint.fields.map { tables[constraint.table].columns[$0][row].plainText }
      groups[key.joined(separator: "\u{1}"), default: []].append(row)
    }
    let expected = Expectation.other(
      english: "not \(constraint.rule.message.english)",
      vietnamese: "không để \(constraint.rule.message.vietnamese)")
    return groups.keys.sorted().flatMap { key in
      overlapping(constraint.table, groups[key] ?? []).map {
        problem(.conflict, constraint.table, $0, field: "from", expected: expected)
      }
    }
  }

  private func holds(_ constraint: ResolvedPack.Constraint, _ row: Int) -> Bool {
    guard tables[constraint.table].states[row] == .used else { return false }
    let record = RecordReference(type: Int32(constraint.table), row: Int32(row))
    guard let filter = constraint.filter else { return true }
    return filter.evaluate(self: record, locals: [], host: self, trace: nil) == .boolean(true)
  }

  /// The rows whose days overlap with those of another row.
  private func overlapping(_ table: Int, _ rows: [Int]) -> [Int] {
    rows.filter { row in
      guard let from = date(table, "from", row) else { return false }
      let to = date(table, "to", row)
      return rows.contains { other in
        other != row && inForce(table, other, from, to ?? CalendarDate.distantFuture ?? from)
      }
    }
  }
}

extension CalendarDate {
  /// A day after every day that an office will meet.
  static let distantFuture = CalendarDate(year: 9999, month: 12, day: 31)
}

extension Value {
  /// The value as a short text for messages and groups.
  var plainText: String {
    switch self {
    case .string(let text): text
    case .number(let number): number.description
    case .date(let date): date.description
    case .boolean(let truth): truth ? "true" : "false"
    case .record(let reference): "\(reference.type):\(reference.row)"
    default: "\(self)"
    }
  }
}
