import FEEL

/// A table of the host's own, read by the language without being copied.
struct Timesheet: Host {
  let hours: [Int?]

  /// One kind of records, `day`, with one field, and a global value.
  static let schema = Schema(
    recordTypes: [.init("day", [.init("hours", .number)])],
    globals: [.init("days", .list(.record(0, via: [])))])

  func value(of member: Int, in record: RecordReference) -> Value {
    hours[Int(record.row)].map { .number(Number($0)) }
      ?? .unknown(Unknown(.init("not reported", record: "day \(record.row + 1)", field: "hours")))
  }

  func global(_ index: Int) -> Value {
    .list(hours.indices.map { .record(RecordReference(type: 0, row: Int32($0))) })
  }

  func slot(_ index: Int, of record: RecordReference?) -> Value { .null }

  func workingDays(from: CalendarDate, to: CalendarDate) -> Value { .null }
}

/// Expressions about the host's records.
func hosting() throws {
  let sheet = Timesheet(hours: [8, nil, 10])
  for text in [
    "sum(days.hours)", "count(days[hours > 9 or hours < 9])",
    "some d in days satisfies d.hours > 9",
  ] {
    let expression = try Expression(parsing: text, semantics: .strict)
    let program = try Program(expression, self: nil, schema: Timesheet.schema)
    print(program.evaluate(self: nil, host: sheet, trace: nil))
  }
}

/// A decision table: two inputs, one output, the first row that holds.
func deciding() throws {
  let table = DecisionTable(
    .first,
    inputs: [.init(Text("score", id: 1)), .init(Text("late", id: 2))],
    outputs: [.init("grade")],
    rules: [
      .init([Text(">= 90", id: 11), Text("0", id: 12)], [Text("\"excellent\"", id: 13)]),
      .init([Text(">= 70", id: 21), Text("-", id: 22)], [Text("\"good\"", id: 23)]),
      .init([Text("-", id: 31), Text("-", id: 32)], [Text("\"fair\"", id: 33)]),
    ])
  let program = try Program(
    table, semantics: .standard, locals: [("score", .number), ("late", .number)])
  for (score, late) in [(95, 0), (95, 2), (50, 0)] {
    print(
      program.evaluate(
        self: nil, locals: [.number(Number(score)), .number(Number(late))], host: EmptyHost(),
        trace: nil))
  }
}
