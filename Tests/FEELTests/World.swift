import FEEL

/// A small world: two persons with tasks, a scale of grades, a function and a reading.
///
/// Of the first person, Lan, three tasks are known; of the second, Bình, one lacks its points.
struct World: Host {
  enum People: Int { case name, score, grade, tasks, unit, hired }
  enum Tasks: Int { case title, points, days, done, person }

  static let points = UnitOfMeasure(parsing: "points")
  static let days = UnitOfMeasure(parsing: "days")
  static let lan = RecordReference(type: 0, row: 0)
  static let binh = RecordReference(type: 0, row: 1)

  var functions: [Schema.FunctionDefinition] = [
    .init("share", parameters: ["part", "whole"], body: Text("part / whole", id: 10)),
    .init("double", parameters: ["x"], body: Text("2 * x", id: 11)),
    .init("endless", parameters: ["x"], body: Text("endless(x - 1)", id: 12)),
    .init("blind", parameters: ["x"], body: Text("x + score", id: 13)),
    .init("credit", parameters: ["work"], body: Text("reading(\"late\")", id: 14)),
  ]
  var readings: [String: Schema.Reading] = [
    "late": .init(
      [
        .init("half", Text("work / 2", id: 20)), .init("none", Text("work * 0", id: 21)),
      ], chosen: "half"),
    "broken": .init(
      [.init("good", Text("score", id: 22)), .init("bad", Text("scoer", id: 23))], chosen: "good"),
    "own": .init([.init("only", Text("reading(\"own\")", id: 24))], chosen: "only"),
  ]

  var zones = ZoneTable.universal
  var now: DateTime?

  var schema: Schema {
    Schema(
      recordTypes: [
        .init(
          "people",
          [
            .init("name", .string), .init("score", .number(unit: World.points)),
            .init("grade", .symbol(scale: 0)),
            .init("tasks", .list(.record(1, via: [])), relation: 7),
            .init("unit", .string), .init("hired", .date),
          ]),
        .init(
          "tasks",
          [
            .init("title", .string), .init("points", .number(unit: World.points)),
            .init("days", .number(unit: World.days)), .init("done", .boolean),
            .init("person", .record(0, via: []), relation: 8),
          ]),
      ],
      globals: [
        .init("threshold", .number(unit: World.points)),
        .init("everyone", .list(.record(0, via: []))),
        .init("as of", .date), .init("setting", .any), .init("điểm sàn", .number),
      ],
      functions: functions, readings: readings,
      scales: [.init("grade", ["poor", "fair", "good", "excellent"])], zones: zones)
  }

  func value(of member: Int, in record: RecordReference) -> Value {
    record.type == 0
      ? person(People(rawValue: member), Int(record.row))
      : task(Tasks(rawValue: member), Int(record.row))
  }

  private func person(_ member: People?, _ row: Int) -> Value {
    switch member {
    case .name: .string(["Lan", "Bình"][row])
    case .score: .number([90, 70][row])
    case .grade: .symbol(Symbol(scale: 0, rank: [3, 2][row], name: ["excellent", "good"][row]))
    case .tasks:
      .list(([0, 1, 2] + [3, 4]).filter { ($0 > 2) == (row == 1) }.map(World.reference))
    case .unit: .string("office")
    case .hired: CalendarDate(year: 2020, month: 1 + row, day: 15).map(Value.date) ?? .null
    case nil: .null
    }
  }

  private static func reference(_ row: Int) -> Value {
    .record(RecordReference(type: 1, row: Int32(row)))
  }

  private func task(_ member: Tasks?, _ row: Int) -> Value {
    switch member {
    case .title: .string("task \(row)")
    case .points where row == 4: .unknown(Unknown(.init("no points", record: "4", field: "points")))
    case .points: .number(Number(10 * (row + 1)))
    case .days: .number(Number(row))
    case .done: .boolean(row != 1)
    case .person: .record(row > 2 ? World.binh : World.lan)
    case nil: .null
    }
  }

  func global(_ index: Int) -> Value {
    switch index {
    case 0: .number(50)
    case 1: .list([.record(World.lan), .record(World.binh)])
    case 2: CalendarDate(year: 2026, month: 1, day: 31).map(Value.date) ?? .null
    case 3: .number(3)
    default: .number(5)
    }
  }

  func slot(_ index: Int, of record: RecordReference?) -> Value { .null }

  func workingDays(from: CalendarDate, to: CalendarDate) -> Value { .number(4) }
}
