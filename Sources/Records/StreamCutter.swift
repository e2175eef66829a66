internal import CScan
internal import Files
internal import Model

/// Cuts a file into blocks of whole records while it is read.
struct StreamCutter {
  private let input: InputFile
  private let table: TableSchema
  private let file: TableFile
  private let empty: RecordBlock
  private let size: BlockSize
  /// Bytes read and not yet given out; they begin with a record.
  private var buffer: [UInt8]
  /// The line of the first byte of the buffer.
  private var line = 1
  /// How many bytes of the buffer are known to hold no line end.
  private var searched = 0
  private var isSkipping = false
  private var isAtEnd = false
  /// Sees every byte that is read, where the input can be read only once.
  private(set) var hasher: InputHasher?
  private var cells: CellCutter?
  private var heading: CellHeading?
  private var pending: (problems: [RecordProblem], lost: Int) = ([], 0)

  init(
    _ input: InputFile, head: [UInt8], _ file: TableFile, _ empty: RecordBlock,
    _ table: TableSchema, _ size: BlockSize, hasher: InputHasher? = nil
  ) {
    self.hasher = hasher
    self.input = input
    self.file = file
    self.empty = empty
    self.table = table
    self.size = size
    buffer = head.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(head.dropFirst(3)) : head
  }

  /// The next block, or nil at the end of the file.
  mutating func next() throws(FileProblem) -> RecordBlock? {
    while !isAtEnd {
      try readMore()
      if let block = isCells ? cutCells() : cutLines() { return block }
    }
    guard pending.lost > 0 || !pending.problems.isEmpty else { return nil }
    var block = empty
    addPending(&block)
    return block
  }

  private mutating func readMore() throws(FileProblem) {
    let count = try input.read(size.bytes, into: &buffer)
    isAtEnd = count == 0
    if hasher != nil { hasher?.update(Array(buffer.suffix(count))) }
  }

  private var isCells: Bool {
    if case .cells = file.form { true } else { false }
  }

  private mutating func addPending(_ block: inout RecordBlock) {
    block.problems += pending.problems
    block.lost += pending.lost
    pending = ([], 0)
  }

  private func problem(_ line: Int, _ expected: Expectation) -> RecordProblem {
    RecordProblem(.syntax, table: table.name, file: file.name, line: line, expected: expected)
  }

  /// Takes the first `count` bytes out of the buffer.
  private mutating func take(_ count: Int) -> [UInt8] {
    let rest = Array(buffer[count...])
    var taken = buffer
    buffer = rest
    taken.removeLast(taken.count - count)
    return taken
  }
}

// Lines: a block ends after the last line end that has been read.
extension StreamCutter {
  private mutating func cutLines() -> RecordBlock? {
    if isSkipping, !endSkipping() { return nil }
    var end = buffer.count
    if !isAtEnd {
      while end > searched, buffer[end - 1] != UInt8(ascii: "\n") { end -= 1 }
      if end == searched {
        searched = buffer.count
        if buffer.count > RecordLimit.bytes { beginSkipping() }
        return nil
      }
    }
    guard end > 0 else { return nil }
    var block = RecordBlock(sequence: 0, file: empty.file, form: lineForm)
    block.bytes = take(end)
    block.firstLine = line
    line += StreamCutter.lineEnds(block.bytes.span)
    searched = buffer.count
    addPending(&block)
    return block
  }

  /// Unsafe, because C counts many bytes at once: `Benchmarks read` is 7 % faster than by a search for
  /// each.
  private static func lineEnds(_ bytes: Span<UInt8>) -> Int {
    // The function reads `count` bytes and keeps no pointer.
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe scan_count(bytes.baseAddress, bytes.count, UInt8(ascii: "\n"))
    }
  }

  private var lineForm: RecordBlock.Form {
    if case .numberedLines = file.form { .numberedLines } else { .lines }
  }

  /// Gives up a line that is too long; its end has not been read yet.
  private mutating func beginSkipping() {
    pending.problems.append(problem(line, .size(mebibytes: RecordLimit.mebibytes)))
    pending.lost += 1
    buffer.removeAll()
    searched = 0
    isSkipping = true
  }

  /// Drops what belongs to a line given up; says whether its end has been found.
  private mutating func endSkipping() -> Bool {
    guard let end = buffer.firstIndex(of: UInt8(ascii: "\n")) else {
      buffer.removeAll()
      return false
    }
    _ = take(end + 1)
    line += 1
    searched = 0
    isSkipping = false
    return true
  }
}

// Cells: a block ends after the last row that is complete.
extension StreamCutter {
  private mutating func cutCells() -> RecordBlock? {
    guard var cutter = cells ?? makeCutter() else { return nil }
    cutter.scan(buffer.span, isEnd: isAtEnd)
    var places = cutter.takePlaces()
    for fault in cutter.takeGivenUp() {
      pending.problems.append(problem(fault.line, fault.expected))
      pending.lost += 1
    }
    if heading == nil, let first = places.first {
      places.removeFirst()
      readHeading(first, cutter.separator)
    }
    let end = cutter.rowStart
    cutter.rebase()
    cells = cutter
    let bytes = take(end)
    guard let heading, !places.isEmpty else { return nil }
    var block = RecordBlock(sequence: 0, file: empty.file, form: .cells(heading))
    block.bytes = bytes
    block.places = places
    addPending(&block)
    return block
  }

  /// A cutter for the separator that the first line uses, once that line has been read.
  private func makeCutter() -> CellCutter? {
    var isQuoted = false
    var end = 0
    while end < buffer.count, isQuoted || buffer[end] != UInt8(ascii: "\n") {
      if buffer[end] == UInt8(ascii: "\"") { isQuoted.toggle() }
      end += 1
    }
    guard end < buffer.count || isAtEnd || end > RecordLimit.bytes else { return nil }
    let separator = CellHeading.separator(of: buffer.span.extracting(0..<end))
    return CellCutter(separator: separator, line: 1)
  }

  private mutating func readHeading(_ place: RecordPlace, _ separator: UInt8) {
    let bytes = Array(buffer[place.lower..<place.upper])
    let heading = CellHeading(
      bytes.span, separator: separator, table, file: file.name, line: place.line)
    pending.problems += heading.problems
    self.heading = heading
  }
}
