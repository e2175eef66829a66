package import Files
internal import JSON
internal import Model

extension DatasetSource {
  /// Reads a dataset from one file: a JSON object with a list for each table, or lines of JSON that
  /// each name their table under `"table"`; a file of cells is one table.
  ///
  /// - Throws: ``FileProblem`` when the file cannot be read, or there is no room for temporary files.
  package init(file path: String, temporaryIn parent: String? = nil) throws(FileProblem) {
    let name = Place(path).name
    if let (table, form) = TableFile.parse(name), case .cells = form {
      let file = TableFile(name: name, form: form, origin: .path(path))
      self.init(
        tables: [table: [file]], log: ProblemLog(temporaryIn: parent),
        inputs: .paths([(name, path)]), spool: nil, temporaryIn: parent)
    } else {
      try self.init(stream: try InputFile(path), name: name, temporaryIn: parent)
    }
  }

  /// Reads a dataset from standard input, in the two JSON forms of ``init(file:temporaryIn:)``.
  ///
  /// - Throws: ``FileProblem`` when it cannot be read, or there is no room for temporary files.
  package init(
    standardInput: InputFile = .standardInput(), temporaryIn parent: String? = nil
  ) throws(FileProblem) {
    try self.init(stream: standardInput, name: standardInput.path, temporaryIn: parent)
  }

  private init(
    stream: InputFile, name: String, temporaryIn parent: String?
  ) throws(FileProblem) {
    var head: [UInt8] = []
    var isEnd = false
    while !isEnd, StreamForm(head, isEnd: false) == nil {
      isEnd = try stream.read(max(1 << 16, head.count), into: &head) == 0
    }
    if StreamForm(head, isEnd: isEnd) == .lines {
      var spool = try TableSpool(name: name, temporaryIn: parent)
      try spool.divide(head, stream)
      self.init(
        tables: spool.files, log: spool.log, inputs: .hashed(name: name, spool.hash),
        spool: spool.folder, temporaryIn: parent)
    } else {
      let bytes = head + (try stream.readToEnd())
      let document = DatasetDocument(bytes, name: name)
      let log = ProblemLog(temporaryIn: parent)
      try log.add(document.problems)
      self.init(
        tables: document.tables, log: log, inputs: .hashed(name: name, InputHash(bytes)),
        spool: nil, temporaryIn: parent)
    }
  }
}

/// What a stream of JSON holds, as far as its beginning tells.
private enum StreamForm {
  /// One object with a list for each table.
  case document
  /// An object on each line.
  case lines

  /// Looks at the beginning; nil while it does not tell.
  ///
  /// Lines begin with a whole object that names its table. Where the first line is broken, two lines
  /// that both begin as objects are lines too, unless the first one opens a list.
  init?(_ head: [UInt8], isEnd: Bool) {
    if OpenFile.isWide(head) {
      self = .document
      return
    }
    let lines = head.split(
      separator: UInt8(ascii: "\n"), maxSplits: 2, omittingEmptySubsequences: true)
    guard lines.count > 1 || isEnd, let first = lines.first else { return nil }
    let value = JSONDocument(Array(first))
    if value.isValid, value.value?.members != nil {
      self = value.value?["table"]?.string != nil ? .lines : .document
      return
    }
    let isObject = { (line: ArraySlice<UInt8>) in
      line.first { $0 > 0x20 } == UInt8(ascii: "{")
    }
    let isBrokenLine = lines.count > 1 && isObject(first) && isObject(lines[1])
    self = isBrokenLine && !StreamForm.opensList(Array(first)) ? .lines : .document
  }

  /// Whether the first member of an object that begins a line is a list.
  private static func opensList(_ line: [UInt8]) -> Bool {
    let bytes = line.span
    var position = (line.firstIndex(of: UInt8(ascii: "{")) ?? 0) + 1
    JSONScan.skipSpace(bytes, &position, bytes.count)
    guard JSONScan.string(bytes, &position, bytes.count) != nil,
      JSONScan.colon(bytes, &position, bytes.count)
    else { return position >= bytes.count }
    return position >= bytes.count || bytes[position] == UInt8(ascii: "[")
  }
}
