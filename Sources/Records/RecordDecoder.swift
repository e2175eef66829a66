internal import FEEL
internal import JSON
internal import Model

/// Turns blocks of one table into batches; each thread has its own.
struct RecordDecoder: Sendable {
  let table: String
  let fileNames: [String]
  let readers: [CellReader]
  let keyIndex: Int?
  var keys: FieldKeys

  /// The record that is being read, one cell for each field.
  var row: [Cell]
  /// The number of the record in which each field was seen last.
  var seen: [Int]
  var recordNumber = 0
  private var columns: [[Cell]]
  private var lines: [Int] = []
  /// The problems of this block.
  var problems: [RecordProblem] = []
  /// The problems of the record that is being read; dropped when it is lost.
  var rowProblems: [RecordProblem] = []
  /// The stretches of this block that were not UTF-8, in order, and those of this record.
  private var illFormed: [Range<Int>] = []
  var damaged: [Range<Int>] = []
  /// How many of them lie before this record.
  private var illFormedBefore = 0
  /// Keys of this record that no field has.
  var unknownKeys = UnknownKeys()
  private var lost = 0
  /// The place of the file among those of the table.
  private(set) var file = 0
  var line = 0

  init(_ schema: TableSchema, fileNames: [String]) {
    table = schema.name
    self.fileNames = fileNames
    let keyIndex = schema.keyIndex
    readers = schema.fields.enumerated().map { CellReader($1, isKey: $0 == keyIndex) }
    self.keyIndex = keyIndex
    keys = FieldKeys(schema)
    row = Array(repeating: .missing, count: readers.count)
    seen = Array(repeating: 0, count: readers.count)
    columns = Array(repeating: [], count: readers.count)
  }

  /// Reads a block: its records, what is wrong with them in order, and how many were lost.
  mutating func decode(
    _ block: RecordBlock
  ) -> (batch: RecordBatch, problems: [RecordProblem], lost: Int) {
    file = block.file
    problems = block.problems
    lost = block.lost
    adopt(block.form)
    var bytes = block.bytes
    if UTF8Repair.firstIllFormed(bytes.span) != nil {
      let repair = UTF8Repair(bytes, limit: bytes.count)
      bytes = repair.bytes
      illFormed = repair.illFormed
    }
    illFormedBefore = 0
    decodeRecords(bytes, block)
    illFormed = []
    damaged = []
    problems.sort()
    let batch = RecordBatch(rows: lines.count, columns: columns, lines: lines, file: file)
    for index in columns.indices { columns[index] = [] }
    lines = []
    return (batch, problems, lost)
  }

  private mutating func decodeRecords(_ bytes: [UInt8], _ block: RecordBlock) {
    let span = bytes.span
    switch block.form {
    case .lines, .numberedLines:
      var isNumbered = false
      if case .numberedLines = block.form { isNumbered = true }
      decodeLines(span, from: block.firstLine, isNumbered: isNumbered)
    case .objects:
      for place in block.places { decode(span, place) { $0.readObject($1, $2) } }
    case .cells(let heading):
      for place in block.places { decode(span, place) { $0.readCells($1, $2, heading) } }
    }
  }

  private mutating func decodeLines(_ bytes: Span<UInt8>, from first: Int, isNumbered: Bool) {
    var line = first
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end &+= 1 }
      if isNumbered { line = Self.number(bytes, &start, end) }
      var first = start
      JSONScan.skipSpace(bytes, &first, end)
      if first < end {
        decode(bytes, RecordPlace(lower: first, upper: end, line: line)) { $0.readObject($1, $2) }
      }
      line += 1
      start = end + 1
    }
  }

  /// The number before the tab at which a numbered line begins.
  private static func number(_ bytes: Span<UInt8>, _ start: inout Int, _ end: Int) -> Int {
    var value = 0
    while start < end, bytes[start] != UInt8(ascii: "\t") {
      value = value &* 10 &+ Int(bytes[start] &- 0x30)
      start += 1
    }
    start = min(start + 1, end)
    return value
  }

  /// Reads one record by `read`, which says whether there is one, and keeps it with its problems.
  private mutating func decode(
    _ bytes: Span<UInt8>, _ place: RecordPlace,
    _ read: (inout RecordDecoder, Span<UInt8>, RecordPlace) -> Bool
  ) {
    guard place.upper - place.lower <= RecordLimit.bytes else {
      return lose(place, expected: .size(mebibytes: RecordLimit.mebibytes), given: nil)
    }
    begin(place)
    if read(&self, bytes, place) {
      keep()
    } else if rowProblems.last?.kind == .syntax {
      problems.append(rowProblems[rowProblems.count - 1])
      lost += 1
    } else {
      lose(
        place, expected: .object,
        given: TextReading.excerpt(bytes, place.lower, place.upper))
    }
  }

  private mutating func lose(_ place: RecordPlace, expected: Expectation, given: String?) {
    lost += 1
    problems.append(
      RecordProblem(
        .syntax, table: table, file: fileNames[file], line: place.line, expected: expected,
        given: given))
  }

  private mutating func begin(_ place: RecordPlace) {
    line = place.line
    recordNumber += 1
    rowProblems.removeAll(keepingCapacity: true)
    unknownKeys.removeAll()
    keys.begin()
    for index in row.indices { row[index] = .missing }
    if !illFormed.isEmpty { findDamage(place) }
  }

  /// Finds the stretches of this record that were not UTF-8; records come in order.
  private mutating func findDamage(_ place: RecordPlace) {
    while illFormedBefore < illFormed.count, illFormed[illFormedBefore].upperBound <= place.lower {
      illFormedBefore += 1
    }
    damaged = Array(illFormed[illFormedBefore...].prefix { $0.lowerBound < place.upper })
  }

  private mutating func keep() {
    for index in readers.indices where readers[index].isRequired {
      guard case .missing = row[index] else { continue }
      if !isExcused(index) { note(.missingField, index, .value, given: nil) }
    }
    if !damaged.isEmpty, !rowProblems.contains(where: { $0.kind == .encoding }) {
      note(.encoding, nil, .utf8, given: nil)
    }
    if !rowProblems.isEmpty {
      let record = recordKey
      problems += rowProblems.map { $0.of(record: record) }
    }
    for index in columns.indices { columns[index].append(row[index]) }
    lines.append(line)
  }

  /// Whether the heading has no such column, which has been said once for the whole file.
  private func isExcused(_ index: Int) -> Bool { seen[index] == -1 }

  private var recordKey: String? {
    guard let keyIndex else { return nil }
    return switch row[keyIndex] {
    case .text(let text): text
    case .number(let number): number.description
    case .date(let date): date.description
    case .boolean, .missing, .wrong: nil
    }
  }

  /// Records a problem of this record.
  mutating func note(
    _ kind: RecordProblem.Kind, _ field: Int?, _ expected: Expectation, given: String?
  ) {
    rowProblems.append(
      RecordProblem(
        kind, table: table, file: fileNames[file], line: line,
        field: field.map { readers[$0].name }, expected: expected, given: given))
  }
}
