import FEEL
import Files
import Model
import Records
import Testing

/// A folder of input files that goes with the test.
struct Dataset {
  let room: TemporaryFolder

  init(_ files: [(name: String, bytes: [UInt8])]) throws {
    room = try TemporaryFolder()
    for (name, bytes) in files {
      let file = try OutputFile(room.place.appending(name).path)
      try file.write(bytes)
      try file.finish()
    }
  }

  init(_ name: String, _ text: String) throws { try self.init([(name, Array(text.utf8))]) }

  func path(_ name: String) -> String { room.place.appending(name).path }

  /// Everything read from a table of this folder.
  func read(
    _ schema: TableSchema, threads: Int = 1, block: Int = 4 << 20
  ) throws -> Reading {
    try Reading(DatasetSource(folder: room.place.path), schema, threads: threads, block: block)
  }
}

/// All records of a table in the order of the input, with what was wrong.
struct Reading: Equatable {
  struct Row: Equatable, Comparable {
    let file: Int
    let line: Int
    let cells: [Cell]

    static func < (left: Row, right: Row) -> Bool {
      (left.file, left.line) < (right.file, right.line)
    }
  }

  let rows: [Row]
  let problems: [RecordProblem]
  let lost: [String]
  let counts: [String]

  /// Reads record by record, and again with plain records apart, by the machine and without it, which
  /// must give the same.
  init(_ source: DatasetSource, _ schema: TableSchema, threads: Int = 1, block: Int = 4 << 20)
    throws
  {
    try self.init(exactly: source, schema, threads: threads, block: block)
    for usesMachine in Set([StopMap.isBuiltIn, false]) {
      let plain = try Reading(
        plainly: source, schema, threads: threads, block: block, usesMachine: usesMachine)
      #expect(plain == self, "plain records differ; by the machine: \(usesMachine)")
    }
  }

  /// Reads with plain records apart.
  init(
    plainly source: DatasetSource, _ schema: TableSchema, threads: Int, block: Int,
    usesMachine: Bool
  ) throws {
    let (states, log) = try source.foldPlain(
      schema.name, schema, threads: threads, block: BlockSize(bytes: block),
      initial: { [Row]() },
      each: { rows, batch, records in
        let whole = records.cells(of: Array(0..<batch.count), in: batch)
        for row in 0..<batch.count {
          let cells = schema.fields.indices.map { batch.cell(row, $0, schema.fields[$0].type) }
          #expect(whole.columns.map { $0[row] } == cells)
          rows.append(Row(file: batch.file, line: Int(batch.lines[row]), cells: cells))
        }
        for row in 0..<batch.rest.rows {
          let cells = batch.rest.columns.map { $0[row] }
          rows.append(Row(file: batch.file, line: batch.rest.lines[row], cells: cells))
        }
      })
    rows = states.flatMap(\.self).sorted()
    problems = log.first(of: schema.name)
    lost = log.lost(of: schema.name).map { "\($0.file): \($0.count)" }
    counts = log.counts(of: schema.name).map { "\($0.kind): \($0.count)" }
  }

  private init(exactly source: DatasetSource, _ schema: TableSchema, threads: Int, block: Int)
    throws
  {
    let (states, log) = try source.fold(
      schema.name, schema, threads: threads, block: BlockSize(bytes: block),
      initial: { [Row]() },
      each: { rows, batch in
        for row in 0..<batch.rows {
          let cells = batch.columns.map { $0[row] }
          rows.append(Row(file: batch.file, line: batch.lines[row], cells: cells))
        }
      })
    rows = states.flatMap(\.self).sorted()
    problems = log.first(of: schema.name)
    lost = log.lost(of: schema.name).map { "\($0.file): \($0.count)" }
    counts = log.counts(of: schema.name).map { "\($0.kind): \($0.count)" }
  }

  /// The problems as `line kind field`.
  var summary: [String] {
    problems.map { "\($0.line) \($0.kind)\($0.field.map { " " + $0 } ?? "")" }
  }
}

extension PlainBatch {
  /// What the words of one field say.
  func cell(_ row: Int, _ field: Int, _ type: FieldType) -> Cell {
    let place = row * width + field
    guard given[row] & 1 << UInt64(field) != 0 else { return .missing }
    switch type {
    case .number:
      let power = (0..<Int(scales[place])).reduce(1) { power, _ in power * 10 }
      return Number(numerator: words[place], denominator: power).map { .number($0) } ?? .wrong
    case .boolean: return .boolean(words[place] == 1)
    case .date: return CalendarDate(dayNumber: words[place]).map { .date($0) } ?? .wrong
    case .text, .reference:
      let (lower, upper) = text(row, field)
      return .text(String(decoding: bytes[lower..<upper], as: UTF8.self))
    }
  }
}

/// A table with a field of each type.
let tasks = TableSchema(
  "tasks",
  fields: [
    FieldSchema("id", .text, required: true),
    FieldSchema("person", .reference(table: "people"), required: true),
    FieldSchema("peer group", .text, columns: ["nhóm"]),
    FieldSchema("points", .number, columns: ["điểm"], least: 0, most: 100),
    FieldSchema("due", .date),
    FieldSchema("excused", .boolean),
  ], key: "id")

func day(_ text: String) -> Cell { CalendarDate(text).map { .date($0) } ?? .wrong }

func number(_ text: String) -> Cell { Number(text).map { .number($0) } ?? .wrong }
