internal import Model

/// Cuts the elements of a list in memory into blocks.
struct ListCutter {
  private let list: JSONList
  private let empty: RecordBlock
  private let size: BlockSize
  private var nextPlace = 0
  private var problems: [RecordProblem]

  init(
    _ list: JSONList, file: String, _ empty: RecordBlock, _ table: String, _ size: BlockSize
  ) {
    self.list = list
    self.empty = empty
    self.size = size
    problems = list.faults.map {
      RecordProblem(.syntax, table: table, file: file, line: $0.line, expected: $0.expected)
    }
  }

  /// The next elements that together have about the size of a block.
  mutating func next() -> RecordBlock? {
    guard nextPlace < list.places.count || !problems.isEmpty else { return nil }
    var block = empty
    let first = nextPlace
    let base = first < list.places.count ? list.places[first].lower : 0
    var end = base
    while nextPlace < list.places.count, end - base < size.bytes {
      end = list.places[nextPlace].upper
      nextPlace += 1
    }
    block.bytes = Array(list.source.bytes[base..<end])
    block.places = list.places[first..<nextPlace].map {
      RecordPlace(lower: $0.lower - base, upper: $0.upper - base, line: $0.line)
    }
    takeProblems(before: nextPlace < list.places.count ? list.places[nextPlace].line : .max, &block)
    return block
  }

  /// Gives a block the faults of the list that lie before the next block.
  private mutating func takeProblems(before line: Int, _ block: inout RecordBlock) {
    let count = problems.firstIndex { $0.line >= line } ?? problems.count
    block.problems = Array(problems[..<count])
    problems.removeFirst(count)
  }
}
