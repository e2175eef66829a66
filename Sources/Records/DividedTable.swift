package import Files
package import Model

/// A large table whose lines were divided by one field, so that the records of one person or unit are read
/// together, a part of the table at a time.
///
/// The parts are files on disk beside each other, which are gone with this value. Each line keeps the
/// name of its file and its number, so that whatever is wrong with it is told as of the table itself.
package struct DividedTable: Sendable {
  /// Each part, as a dataset of this table alone.
  package let parts: [DatasetSource]
  /// The keys of all records.
  package let keys: SeenKeys
}

extension DatasetSource {
  /// Whether every record of a table has a line of its own in a file.
  package func isDivisible(_ table: String) -> Bool {
    (tableFiles[table] ?? []).allSatisfy { file in
      guard case .path = file.origin else { return false }
      return switch file.form {
      case .lines, .numberedLines: true
      case .json, .cells: false
      }
    }
  }

  /// Divides the lines of a table on disk by a field of text.
  ///
  /// Lines that give no such text, and those that are no records, go to the first part, where they are
  /// told of as they would have been.
  ///
  /// - Parameters:
  ///   - field: The field, by its place in the schema.
  ///   - key: The field whose texts are collected.
  ///   - count: How many parts there are; values are spread evenly.
  ///   - log: Is told what kept a file from being read in lines.
  /// - Throws: ``FileProblem`` where a file cannot be read to its end, or the disk has no room.
  /// - Complexity: O(bytes), on one thread; the table is read and written once.
  package func divided(
    _ table: String, _ schema: TableSchema, by field: Int, key: Int, into count: Int,
    _ log: ProblemLog
  ) throws(FileProblem) -> DividedTable {
    let files = tableFiles[table] ?? []
    var division = try LineDivision(files, into: count, temporaryIn: temporaryParent)
    let few = TableSchema(schema.name, fields: [schema.fields[field], schema.fields[key]])
    var decoder = RecordDecoder(few, fileNames: files.map(\.name))
    let source = BlockSource(files, few, blocks)
    while let block = try source.next() {
      onBytes?(block.bytes.count)
      try log.add(block.problems)
      log.addLost(block.lost, table: schema.name, file: files[block.file].name)
      var whole = block
      (whole.problems, whole.lost) = ([], 0)
      try division.add(block, decoder.decode(whole).batch)
    }
    return DividedTable(parts: try division.parts(of: table, as: self), keys: division.keys)
  }
}

/// Lines on their way to the parts of a table.
private struct LineDivision {
  private let folder: TemporaryFolder
  private let files: [TableFile]
  /// By part, then by file of the table.
  private let outputs: [[OutputFile]]
  private(set) var keys = SeenKeys()

  init(_ files: [TableFile], into count: Int, temporaryIn parent: String?) throws(FileProblem) {
    folder = try TemporaryFolder(in: parent)
    self.files = files
    var outputs: [[OutputFile]] = []
    for part in 0..<max(1, count) {
      var ofPart: [OutputFile] = []
      for file in files.indices {
        ofPart.append(try OutputFile(folder.place.appending("\(part)-\(file).ndjson").path))
      }
      outputs.append(ofPart)
    }
    self.outputs = outputs
  }

  /// Writes the lines of a block, of whose records a batch has the dividing field and the key.
  mutating func add(_ block: RecordBlock, _ batch: RecordBatch) throws(FileProblem) {
    var hashes: [UInt64] = []
    try block.eachLine(batch) { (line, bytes, row) throws(FileProblem) in
      var part = 0
      if let row {
        if case .text(let text) = batch.columns[0][row] {
          part = Int(StableHash.of(text) % UInt64(outputs.count))
        }
        if case .text(let key) = batch.columns[1][row] { hashes.append(StableHash.of(key)) }
      }
      let output = outputs[part][block.file]
      try output.write("\(line)\t")
      try output.write(block.bytes[bytes])
      try output.write("\n")
    }
    keys.add(hashes)
  }

  /// The parts, once all lines are there.
  func parts(of table: String, as source: DatasetSource) throws(FileProblem) -> [DatasetSource] {
    var parts: [DatasetSource] = []
    for ofPart in outputs {
      var divided: [TableFile] = []
      for (file, output) in zip(files, ofPart) {
        try output.flush()
        divided.append(
          TableFile(name: file.name, form: .numberedLines, origin: .path(output.path)))
      }
      var part = DatasetSource(
        tables: [table: divided], log: ProblemLog(temporaryIn: source.temporaryParent),
        inputs: .paths([]), spool: folder, temporaryIn: source.temporaryParent)
      (part.blocks, part.onBytes) = (source.blocks, source.onBytes)
      parts.append(part)
    }
    return parts
  }
}

extension RecordBlock {
  /// Goes through the lines of a block: the number of each, its bytes, and the row of a batch that was
  /// read from it, if one was.
  func eachLine(
    _ batch: RecordBatch, _ body: (Int, Range<Int>, Int?) throws(FileProblem) -> Void
  ) throws(FileProblem) {
    var isNumbered = false
    if case .numberedLines = form { isNumbered = true }
    var (start, line, row) = (0, firstLine, 0)
    while start < bytes.count {
      let end = ByteSearch.first(UInt8(ascii: "\n"), in: bytes.span, from: start)
      if isNumbered { line = RecordDecoder.number(bytes.span, &start, end) }
      let isRow = row < batch.rows && batch.lines[row] == line
      try body(line, start..<end, isRow ? row : nil)
      if isRow { row += 1 }
      start = end + 1
      line += 1
    }
  }
}
