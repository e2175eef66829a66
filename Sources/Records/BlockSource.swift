internal import Files
internal import JSON
internal import Model
internal import Synchronization

/// Hands out the blocks of all files of a table, one after the other, to whichever thread asks.
final class BlockSource: Sendable {
  private let reading: Mutex<TableReading>

  init(_ files: [TableFile], _ schema: TableSchema, _ size: BlockSize) {
    reading = Mutex(TableReading(files, schema, size))
  }

  /// The next block, or nil after the last.
  ///
  /// - Throws: a problem of the disk while a file is being read.
  func next() throws(FileProblem) -> RecordBlock? {
    try reading.withLock { reading throws(FileProblem) -> RecordBlock? in try reading.next() }
  }
}

/// How far the files of a table have been read.
struct TableReading: ~Copyable {
  private let files: [TableFile]
  private let schema: TableSchema
  private let size: BlockSize
  private var fileIndex = -1
  private var sequence = 0
  private var open: OpenFile?

  init(_ files: [TableFile], _ schema: TableSchema, _ size: BlockSize) {
    self.files = files
    self.schema = schema
    self.size = size
  }

  mutating func next() throws(FileProblem) -> RecordBlock? {
    while true {
      if var block = try open?.next() {
        block.sequence = sequence
        sequence += 1
        return block
      }
      guard fileIndex + 1 < files.count else { return nil }
      fileIndex += 1
      open = OpenFile(files[fileIndex], fileIndex, schema, size)
    }
  }
}

/// One file under way.
struct OpenFile {
  private enum Way {
    case stream(StreamCutter)
    case list(ListCutter)
    /// The file cannot be read at all; the block says so, once.
    case nothing(RecordBlock?)
  }

  private var way: Way

  init(_ file: TableFile, _ index: Int, _ schema: TableSchema, _ size: BlockSize) {
    let empty = RecordBlock(sequence: 0, file: index, form: .objects)
    switch file.origin {
    case .list(let list):
      way = .list(ListCutter(list, file: file.name, empty, schema.name, size))
    case .path(let path):
      do throws(FileProblem) {
        way = try OpenFile.open(path, file, empty, schema, size)
      } catch {
        let problem = RecordProblem(
          .unreadableFile, table: schema.name, file: file.name, line: 0,
          expected: .other(english: error.message, vietnamese: error.message))
        way = .nothing(OpenFile.block(empty, problem))
      }
    }
  }

  private static func open(
    _ path: String, _ file: TableFile, _ empty: RecordBlock, _ schema: TableSchema,
    _ size: BlockSize
  ) throws(FileProblem) -> Way {
    let input = try InputFile(path)
    var head: [UInt8] = []
    _ = try input.read(4, into: &head)
    if isWide(head) {
      let problem = RecordProblem(
        .encoding, table: schema.name, file: file.name, line: 0, expected: .utf8)
      return .nothing(block(empty, problem))
    }
    if case .json = file.form {
      while !head.contains(where: { $0 > 0x20 && $0 < 0x80 }), try input.read(64, into: &head) > 0 {
      }
      if head.first(where: { $0 > 0x20 && $0 < 0x80 }) == UInt8(ascii: "[") {
        var structure = JSONStructure(SharedBytes(head + (try input.readToEnd())))
        structure.skipSpace()
        var list = structure.readList()
        structure.skipSpace()
        if structure.current != nil { list.faults.append((structure.line, .closing)) }
        return .list(ListCutter(list, file: file.name, empty, schema.name, size))
      }
    }
    return .stream(StreamCutter(input, head: head, file, empty, schema, size))
  }

  /// Whether a file begins as UTF-16 or UTF-32 does.
  static func isWide(_ head: [UInt8]) -> Bool {
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return true }
    return head.count >= 2 && (head[0] == 0) != (head[1] == 0)
  }

  private static func block(_ empty: RecordBlock, _ problem: RecordProblem) -> RecordBlock {
    var block = empty
    block.problems = [problem]
    return block
  }

  mutating func next() throws(FileProblem) -> RecordBlock? {
    switch way {
    case .nothing(let block):
      way = .nothing(nil)
      return block
    case .list(var cutter):
      way = .nothing(nil)
      defer { way = .list(cutter) }
      return cutter.next()
    case .stream(var cutter):
      way = .nothing(nil)
      defer { way = .stream(cutter) }
      return try cutter.next()
    }
  }
}
