/// A file of a run's output, or several that tell the same in other forms; made part by part, so that
/// none has to be held as a whole.
package struct ReportFile: Sendable {
  /// The names in the output folder.
  package let names: [String]
  /// How many parts there are, in order; at least one.
  package let partCount: Int
  private let make: @Sendable (Int) -> [[UInt8]]

  /// Describes files that are made together, by their parts; these may be made in any order and by
  /// several threads.
  ///
  /// - Parameters:
  ///   - names: The names in the output folder.
  ///   - parts: How many parts there are.
  ///   - make: Makes one part of every file, in the order of their names.
  package init(
    _ names: [String], parts: Int, _ make: @escaping @Sendable (Int) -> [[UInt8]]
  ) {
    self.names = names
    partCount = max(1, parts)
    self.make = make
  }

  /// Describes a file by its parts.
  package init(_ name: String, parts: Int, _ make: @escaping @Sendable (Int) -> [UInt8]) {
    self.init([name], parts: parts) { [make($0)] }
  }

  /// Describes a file of a single part.
  package init(_ name: String, _ make: @escaping @Sendable () -> [UInt8]) {
    self.init(name, parts: 1) { _ in make() }
  }

  /// The folders within the output that the files lie in, if they lie in one.
  package var folders: [String] {
    names.compactMap { name in name.lastIndex(of: "/").map { String(name[..<$0]) } }
  }

  /// The bytes of one part of every file, in the order of their names.
  package func part(_ index: Int) -> [[UInt8]] { make(index) }

  /// The bytes of a whole file; nothing where no file has the name.
  package func bytes(of name: String) -> [UInt8]? {
    names.firstIndex(of: name).map { place in (0..<partCount).flatMap { make($0)[place] } }
  }
}

extension ReportFile {
  /// What stands in a file before its rows and after them.
  struct Frame {
    let head: [UInt8]
    let tail: [UInt8]

    /// What stands around the rows, which belong at a place of it.
    init(_ bytes: [UInt8], at place: Int) {
      head = Array(bytes[..<place])
      tail = Array(bytes[place...])
    }
  }

  /// The rows that make one part.
  private static let rowsOfPart = 2_000

  /// Describes a sheet and the same as JSON, which tell of the same rows.
  ///
  /// - Parameters:
  ///   - path: The name of both without its ending.
  ///   - count: How many rows there are.
  ///   - frames: What stands around the rows of the sheet and of the JSON.
  ///   - rows: Some rows for the sheet and for the JSON.
  init(
    _ path: String, rows count: Int, frames: @escaping @Sendable () -> [Frame],
    _ rows: @escaping @Sendable (Range<Int>) -> [[UInt8]]
  ) {
    let parts = max(1, (count + ReportFile.rowsOfPart - 1) / ReportFile.rowsOfPart)
    self.init([path + ".csv", path + ".json"], parts: parts) { part in
      let first = part * ReportFile.rowsOfPart
      let made = rows(first..<min(count, first + ReportFile.rowsOfPart))
      guard part == 0 || part == parts - 1 else { return made }
      return zip(frames(), made).map { frame, rows in
        (part == 0 ? frame.head : []) + rows + (part == parts - 1 ? frame.tail : [])
      }
    }
  }
}
