internal import Model

/// Where a record stands in a block, and on which line of its file.
struct RecordPlace: Sendable {
  let lower: Int
  let upper: Int
  let line: Int
}

/// A stretch of a file that holds whole records: what one thread takes at a time.
struct RecordBlock: Sendable {
  /// How the records of a block are written.
  enum Form: Sendable {
    /// One JSON object on each line.
    case lines
    /// As `lines`, each after the number of the line it came from and a tab.
    case numberedLines
    /// JSON objects at known places.
    case objects
    /// Rows of cells at known places.
    case cells(CellHeading)
  }

  /// Blocks count from 0 in the order of the files and of the bytes in them.
  var sequence: Int
  /// The place of the file among those of the table.
  let file: Int
  let form: Form
  var bytes: [UInt8] = []
  /// The line of the first byte.
  var firstLine = 1
  /// The records, where they are known already.
  var places: [RecordPlace] = []
  /// What was found wrong while the block was cut.
  var problems: [RecordProblem] = []
  /// How many records were lost while the block was cut.
  var lost = 0
}

/// How blocks are cut.
package struct BlockSize: Hashable, Sendable {
  /// The bytes read at a time, if a record does not need more.
  package let bytes: Int

  /// Creates a size.
  ///
  /// - Precondition: `bytes > 0`.
  package init(bytes: Int) {
    precondition(bytes > 0, "a block of \(bytes) bytes holds nothing")
    self.bytes = bytes
  }

  /// The size in ordinary use: 512 KiB.
  ///
  /// Measured: with blocks of 4 MiB the columns of a batch leave the cache, and reading is a tenth
  /// slower.
  package static let standard = BlockSize(bytes: 512 << 10)
}

/// The longest record that is read; a longer one is a problem of its line.
enum RecordLimit {
  static let mebibytes = 16
  static let bytes = mebibytes << 20
}
