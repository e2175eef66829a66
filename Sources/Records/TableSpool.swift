internal import Files
internal import Model

/// Divides lines that each name their table into a temporary file for each table.
///
/// Tables may arrive in any order and mixed, and are read one after the other; so they wait on disk.
/// Each line keeps the number that it had.
struct TableSpool {
  let folder: TemporaryFolder
  let log: ProblemLog
  private(set) var hash = InputHash([])
  private let name: String
  private var outputs: [String: OutputFile] = [:]

  init(name: String, temporaryIn parent: String?) throws(FileProblem) {
    folder = try TemporaryFolder(in: parent)
    log = ProblemLog(temporaryIn: parent)
    self.name = name
  }

  /// The files of each table.
  var files: [String: [TableFile]] {
    outputs.mapValues {
      [TableFile(name: name, form: .numberedLines, origin: .path($0.path))]
    }
  }

  /// Divides everything in `head` and what follows it in `stream`.
  mutating func divide(_ head: [UInt8], _ stream: InputFile) throws(FileProblem) {
    let file = TableFile(name: name, form: .lines, origin: .path(stream.path))
    let schema = TableSchema("", fields: [FieldSchema("table", .text, required: true)])
    let empty = RecordBlock(sequence: 0, file: 0, form: .lines)
    var hasher = InputHasher()
    hasher.update(head)
    var cutter = StreamCutter(stream, head: head, file, empty, schema, .standard, hasher: hasher)
    var decoder = RecordDecoder(schema, fileNames: [name])
    while let block = try cutter.next() {
      let (batch, problems, lost) = decoder.decode(block)
      let homeless = batch.columns[0].count { !$0.isText }
      try log.add(problems.compactMap { named($0) })
      log.addLost(lost + homeless, table: "", file: name)
      try write(block, batch)
    }
    for output in outputs.values { try output.flush() }
    if let hasher = cutter.hasher { hash = hasher.hash }
  }

  /// A problem as it is reported here; nil for one that is found again when the table is read.
  private func named(_ problem: RecordProblem) -> RecordProblem? {
    if problem.kind == .syntax { return problem }
    guard problem.field == "table" else { return nil }
    return RecordProblem(
      .unknownTable, table: "", file: name, line: problem.line, expected: .tableName,
      given: problem.given)
  }

  private mutating func write(
    _ block: RecordBlock, _ batch: RecordBatch
  ) throws(FileProblem) {
    try block.eachLine(batch) { (line, bytes, row) throws(FileProblem) in
      guard let row, case .text(let table) = batch.columns[0][row] else { return }
      let output = try output(for: table)
      try output.write("\(line)\t")
      try output.write(block.bytes[bytes])
      try output.write("\n")
    }
  }

  private mutating func output(for table: String) throws(FileProblem) -> OutputFile {
    if let output = outputs[table] { return output }
    let output = try OutputFile(folder.place.appending("\(outputs.count).ndjson").path)
    outputs[table] = output
    return output
  }
}

extension Cell {
  fileprivate var isText: Bool {
    if case .text = self { true } else { false }
  }
}
