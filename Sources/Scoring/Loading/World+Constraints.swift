import Criteria
import FEEL
import Model

extension World {
  /// What breaks a constraint: records that are in force on the same day, or add up to too much.
  func broken(_ constraint: ResolvedPack.Constraint) -> [RecordProblem] {
    guard tables[constraint.table].count > 0 else { return [] }
    let groups = groups(of: constraint, rows(of: constraint))
    let dated = DatedRows(constraint.table, in: self)
    return groups.keys.sorted().flatMap { key in
      let rows = groups[key] ?? []
      switch constraint.kind {
      case .onePerDay: return onePerDay(constraint, rows, dated)
      case .atMost(let most, let field): return tooMuch(constraint, rows, field, most)
      }
    }
  }

  /// What breaks the constraints of a table that hold whatever the day.
  func sumsBroken(in table: Int) -> [RecordProblem] {
    pack.constraints.filter { $0.table == table && $0.isOfSums }.flatMap { broken($0) }
  }

  /// The records of a constraint by what they share; one that lacks part of that shares nothing.
  private func groups(
    of constraint: ResolvedPack.Constraint, _ rows: [Int]
  ) -> [String: [Int]] {
    var groups: [String: [Int]] = [:]
    let table = tables[constraint.table]
    for row in constraint.isOfSums ? rows : notAlone(rows, constraint) {
      let key = constraint.fields.map { table.columns[$0][row] }
      if constraint.isOfSums, key.contains(where: { $0 == .null || !$0.isKnown }) { continue }
      groups[key.map(\.plainText).joined(separator: "\u{1}"), default: []].append(row)
    }
    return groups
  }

  /// The records beside which another one may share what the constraint names.
  ///
  /// Most fields name a record, and few of these are named twice.
  private func notAlone(_ rows: [Int], _ constraint: ResolvedPack.Constraint) -> [Int] {
    guard constraint.fields.count == 1,
      case .reference(let target) =
        pack.layout.tables[constraint.table].fields[constraint.fields[0]].kind
    else { return rows }
    let column = tables[constraint.table].columns[constraint.fields[0]]
    var counts = [Int32](repeating: 0, count: tables[target].count)
    for row in rows {
      if case .record(let record) = column[row] { counts[Int(record.row)] += 1 }
    }
    return rows.filter { row in
      if case .record(let record) = column[row] { counts[Int(record.row)] > 1 } else { true }
    }
  }

  /// The records that a constraint is about.
  private func rows(of constraint: ResolvedPack.Constraint) -> [Int] {
    let states = tables[constraint.table].states
    let used = states.indices.filter { states[$0] == .used }
    guard let filter = constraint.filter else { return used }
    return zip(used, column(filter, of: constraint.table, used)).filter {
      $0.1 == .boolean(true)
    }.map(\.0)
  }

  /// Records of one group must not be in force on the same day.
  private func onePerDay(
    _ constraint: ResolvedPack.Constraint, _ rows: [Int], _ dated: DatedRows
  ) -> [RecordProblem] {
    let expected = Expectation.other(
      english: "not \(constraint.rule.message.english)",
      vietnamese: "không để \(constraint.rule.message.vietnamese)")
    return dated.overlapping(rows).map {
      problem(.conflict, constraint.table, $0, field: "from", expected: expected)
    }
  }

  /// Every record of a group whose known numbers are together more than the whole, with their sum.
  ///
  /// What a record does not say adds nothing: a group is told only where it is certainly too much.
  private func tooMuch(
    _ constraint: ResolvedPack.Constraint, _ rows: [Int], _ field: Int, _ most: Program
  ) -> [RecordProblem] {
    let table = constraint.table
    let parts = rows.compactMap { row -> (row: Int, number: Number)? in
      guard case .number(let number) = tables[table].columns[field][row] else { return nil }
      return (row, number)
    }
    guard let first = parts.first,
      case .number(let whole) = most.evaluate(
        self: RecordReference(type: Int32(table), row: Int32(first.row)), locals: [], host: self,
        trace: nil)
    else { return [] }
    let sum = parts.reduce(Number(0)) { $0 + $1.number }
    guard sum > whole else { return [] }
    let shared = constraint.fields.map { tables[table].columns[$0][first.row].plainText }
      .joined(separator: ", ")
    let message = constraint.rule.message
    let expected = Expectation.other(
      english: "\(message.english); those of \(shared) are \(sum)",
      vietnamese: "\(message.vietnamese); của \(shared) là \(sum)")
    let name = pack.layout.tables[table].fields[field].name
    return parts.map {
      problem(
        .outOfRange, table, $0.row, field: name, expected: expected, given: $0.number.description)
    }
  }
}

extension DatedRows {
  /// Those of some rows whose days overlap with those of another one.
  fileprivate func overlapping(_ rows: [Int]) -> [Int] {
    guard rows.count > 1 else { return [] }
    return rows.filter { row in
      guard let from = from(row) else { return false }
      let to = to(row) ?? CalendarDate.distantFuture ?? from
      return rows.contains { $0 != row && inForce($0, from, to) }
    }
  }
}

extension ResolvedPack.Constraint {
  /// Whether it is about what records add up to.
  package var isOfSums: Bool {
    if case .atMost = kind { true } else { false }
  }
}

extension CalendarDate {
  /// A day after every day that an office will meet.
  static let distantFuture = CalendarDate(year: 9999, month: 12, day: 31)
}
