internal import Files
internal import Model

/// The plain records of one block: those that a fast reader could read whole and without doubt.
///
/// A record is plain when it stands alone on its line with keys and values as systems write them: no
/// escapes where a value is needed, every required field given once and in its type and limits. All
/// others are in ``rest``, as the exact reader reads them; so the two readers never differ in what they
/// accept or report.
///
/// Shape: ``words`` has rows of `width` words, one for each field of the schema; of this and all other
/// columns the first `count` rows are those of records.
package struct PlainBatch: Sendable {
  /// The number of plain records.
  package internal(set) var count = 0
  /// The number of fields.
  package let width: Int
  /// The value of each field of each record: a significand, 0 or 1, a day number, or the bounds of a
  /// text in the bytes; of no meaning where none is given.
  package internal(set) var words: [Int] = []
  /// For each word the number of digits behind the point.
  package internal(set) var scales: [UInt8] = []
  /// For each record one bit for each field that is given.
  package internal(set) var given: [UInt64] = []
  /// Where each record begins in the bytes, and on which line.
  var starts: [Int32] = []
  package internal(set) var lines: [Int32] = []
  /// The place of the file among those of the table.
  package let file: Int
  /// The bytes that texts point into.
  package private(set) var bytes: [UInt8]
  /// All other records of the block.
  package internal(set) var rest: RecordBatch

  init(_ block: RecordBlock, width: Int) {
    self.width = width
    file = block.file
    bytes = block.bytes
    let none = Array(repeating: CellColumn(), count: width)
    rest = RecordBatch(rows: 0, columns: none, lines: [], file: file)
  }

  /// The bounds of a text in ``bytes``.
  @inline(__always)
  package func text(_ row: Int, _ field: Int) -> (lower: Int, upper: Int) {
    PlainBatch.bounds(words[row &* width &+ field])
  }

  /// The hashes of the keys of all records; every plain record has one.
  ///
  /// - Complexity: O(bytes of the keys).
  package func keyHashes(_ field: Int) -> [UInt64] {
    let span = bytes.span
    return (0..<count).map { row in
      let (lower, upper) = text(row, field)
      return StableHash.of(span.extracting(lower..<upper))
    }
  }

  @inline(__always)
  static func text(_ lower: Int, _ upper: Int) -> Int { lower &<< 32 | upper }

  /// The bounds of the text that a word stands for.
  @inline(__always)
  static func bounds(_ word: Int) -> (lower: Int, upper: Int) { (word >> 32, word & 0xFFFF_FFFF) }

  /// Forgets all records, but keeps the room for them; those that come next stand in other bytes.
  mutating func begin(_ bytes: [UInt8]) {
    count = 0
    self.bytes = bytes
  }

  /// Whether there is no room for one more.
  @inline(__always)
  var isFull: Bool { count == given.count }

  /// Makes room for `records` more; what is not used may be dropped at the end.
  mutating func makeRoom(_ records: Int) {
    let room = count + records
    words.resize(room * width, filling: 0)
    scales.resize(room * width, filling: 0)
    given.resize(room, filling: 0)
    starts.resize(room, filling: 0)
    lines.resize(room, filling: 0)
  }

  /// Takes the arrays out, with the room that was made; they must be put back.
  mutating func takeRoom() -> ([Int], [UInt8], [UInt64], [Int32], [Int32]) {
    defer { (words, scales, given, starts, lines) = ([], [], [], [], []) }
    return (words, scales, given, starts, lines)
  }

  mutating func putRoom(
    _ words: [Int], _ scales: [UInt8], _ given: [UInt64], _ starts: [Int32], _ lines: [Int32]
  ) {
    (self.words, self.scales, self.given) = (words, scales, given)
    (self.starts, self.lines) = (starts, lines)
  }

  mutating func dropRoom() {
    words.removeLast(words.count - count * width)
    scales.removeLast(scales.count - count * width)
    given.removeLast(given.count - count)
    starts.removeLast(starts.count - count)
    lines.removeLast(lines.count - count)
  }
}

extension Array {
  /// Appends copies of an element until there are `count` elements.
  fileprivate mutating func resize(_ count: Int, filling element: Element) {
    append(contentsOf: repeatElement(element, count: Swift.max(0, count - self.count)))
  }
}

/// Gives plain records as others are read.
package struct PlainRecords: Sendable {
  private let kinds: [CellReader.Kind]

  init(_ decoder: RecordDecoder) { kinds = decoder.readers.map(\.kind) }

  /// Some records of a batch, as cells; there is nothing wrong with them.
  package func cells(of rows: [Int], in batch: PlainBatch) -> RecordBatch {
    batch.cells(of: rows, kinds)
  }

  /// All plain records of a batch, as cells.
  package func cells(of batch: PlainBatch) -> RecordBatch {
    batch.cells(of: 0..<batch.count, kinds)
  }
}
