import Criteria
import FEEL
import Model

extension World {
  /// Holds every record of some tables against the pack's checks and constraints.
  ///
  /// A record that breaks a check of one field loses that field's value; a check of no field sets
  /// the record aside. Records that break a constraint are told, and stay: which one is right is
  /// not for a program to say.
  mutating func checkRecords(of changed: [Int]) -> [RecordProblem] {
    var problems: [RecordProblem] = []
    for table in changed { problems += check(table: table) }
    for constraint in pack.constraints where changed.contains(constraint.table) {
      problems += broken(constraint)
    }
    return problems
  }

  /// Holds the records of one table against its checks.
  mutating func check(table: Int) -> [RecordProblem] {
    check(table: table, Array(0..<tables[table].count))
  }

  /// Holds some records of one table against its checks.
  mutating func check(table: Int, _ rows: [Int]) -> [RecordProblem] {
    guard !rows.isEmpty else { return [] }
    let rules = pack.layout.tables[table].rule?.checks ?? []
    return zip(rules, pack.tableRules[table].checks).flatMap { check(table, rows, $0, $1) }
  }

  private mutating func check(
    _ table: Int, _ rows: [Int], _ rule: TableRule.Check, _ program: Program
  ) -> [RecordProblem] {
    let broken = self.rows(program, of: table, rows) { $0 == .boolean(false) }
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
