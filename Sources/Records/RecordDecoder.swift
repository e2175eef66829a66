internal import FEEL
internal import Files
internal import JSON
internal import Model

/// Turns blocks of one table into batches; each thread has its own.
struct RecordDecoder: Sendable {
  let table: String
  let fileNames: [String]
  let readers: [CellReader]
  let limits: [FieldLimits]
  let keyIndex: Int?
  var keys: FieldKeys

  /// The record that is being read, one cell for each field.
  var row: [Cell]
  /// The number of the record in which each field was seen last.
  var seen: [Int]
  var recordNumber = 0
  private var columns: [CellColumn]
  private var lines: [Int] = []
  /// The problems of this block.
  var problems: [RecordProblem] = []
  /// The problems of the record that is being read; dropped when it is lost.
  var rowProblems: [RecordProblem] = []
  /// The stretches of this record that were not UTF-8 and have been replaced.
  var damaged: [Range<Int>] = []
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
    limits = schema.fields.map { FieldLimits($0) }
    self.keyIndex = keyIndex
    keys = FieldKeys(schema)
    row = Array(repeating: .missing, count: readers.count)
    seen = Array(repeating: 0, count: readers.count)
    columns = Array(repeating: CellColumn(), count: readers.count)
  }

  /// Reads a block: its records, what is wrong with them in order, and how many were lost.
  mutating func decode(
    _ block: RecordBlock
  ) -> (batch: RecordBatch, problems: [RecordProblem], lost: Int) {
    file = block.file
    problems = block.problems
    lost = block.lost
    adopt(block.form)
    decodeRecords(block.bytes, block)
    problems.sort()
    let batch = RecordBatch(rows: lines.count, columns: columns, lines: lines, file: file)
    empty(expecting: batch.rows)
    return (batch, problems, lost)
  }

  /// Begins new columns, with room for about as many records as the last block had.
  private mutating func empty(expecting rows: Int) {
    let room = rows + rows / 16
    for index in columns.indices {
      columns[index].begin(expecting: room)
    }
    lines = []
    lines.reserveCapacity(room)
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
      let end = ByteSearch.first(UInt8(ascii: "\n"), in: bytes, from: start)
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
  static func number(_ bytes: Span<UInt8>, _ start: inout Int, _ end: Int) -> Int {
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
    begin(place.line)
    if read(&self, bytes, place) { return keep() }
    let part = bytes.extracting(place.lower..<place.upper)
    if damaged.isEmpty, UTF8Repair.firstIllFormed(part) != nil {
      let repair = UTF8Repair(TextReading.copy(part), limit: part.count)
      let whole = RecordPlace(lower: 0, upper: part.count, line: place.line)
      damaged = repair.illFormed
      decode(repair.bytes.span, whole, read)
      damaged = []
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

  private mutating func begin(_ line: Int) {
    self.line = line
    recordNumber += 1
    rowProblems.removeAll(keepingCapacity: true)
    unknownKeys.removeAll()
    keys.begin()
    for index in row.indices { row[index] = .missing }
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
    for index in columns.indices {
      // The cell changes places with an empty one, which is cheaper than a copy.
      var cell = Cell.missing
      swap(&row[index], &cell)
      columns[index].append(cell)
    }
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
        field: field.map { limits[$0].name }, expected: expected, given: given))
  }
}
