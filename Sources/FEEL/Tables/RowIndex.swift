/// Finds the rows of a table that can hold without testing one after the other.
///
/// Every input has an axis; at each position of it the rows whose test is true there are known as
/// bits. Rows are taken in blocks, so that memory grows with the rows and not with their square:
///
///     block of 1,024 rows:  starts   0     3     4     9      positions from which a set of bits holds
///                           sets   ····  ····  ····  ····     16 words each
///
/// A cell that is not simple counts as true everywhere, and its row is tested as without an index.
struct RowIndex: Sendable {
  /// The fewest rows for which an index is worth its memory.
  static let fewest = 8
  /// The rows of a block.
  static let block = 1024
  static let words = block / 64

  /// What is known of one input; an input without an axis says nothing.
  struct Column: Sendable {
    let axis: Axis
    /// Where the positions of each block begin in `starts`, and at last their end.
    var blocks: [Int] = [0]
    /// Positions, rising in each block.
    var starts: [Int32] = []
    /// `words` words for each of `starts`.
    var sets: [UInt64] = []
    /// The rows whose test is true of null, or in doubt.
    var null: [UInt64]
    /// Whether no simple cell is in doubt at null.
    var nullIsDecided = true
  }

  let columns: [Column?]
  /// All rows.
  let rows: [UInt64]
  /// The rows of which every cell is simple.
  let simple: [UInt64]
  let blockCount: Int

  /// The index of a table; nil if it would not help.
  ///
  /// - Complexity: O(rows log rows) for each input.
  init?(
    _ inputs: [ResolvedTable.Input], _ rules: [ResolvedTable.Rule], _ semantics: Semantics,
    _ zones: ZoneTable
  ) {
    guard rules.count >= RowIndex.fewest else { return nil }
    let constants = Constants(semantics, zones: zones)
    blockCount = (rules.count + RowIndex.block - 1) / RowIndex.block
    rows = Bits.full(rules.count)
    var simple = rows
    columns = inputs.enumerated().map { place, input in
      let cells = rules.map { rule in
        CellTest(rule.tests[place], constants) { node in
          if case .local(input.slot) = node.kind { return true }
          return false
        }
      }
      return Column(cells, rules.map { $0.tests[place] }, input.slot, semantics, &simple)
    }
    self.simple = simple
    guard columns.contains(where: { $0 != nil }) else { return nil }
  }
}

extension RowIndex.Column {
  /// The column of one input; nil if its tests name no value that has a place on a line.
  fileprivate init?(
    _ cells: [CellTest?], _ nodes: [Node], _ slot: Int, _ semantics: Semantics,
    _ simple: inout [UInt64]
  ) {
    guard let axis = Axis(of: cells) else {
      for (row, cell) in cells.enumerated() {
        if case .always? = cell { continue }
        Bits.clear(row, in: &simple)
      }
      return nil
    }
    self.axis = axis
    null = Bits.full(cells.count)
    var regions: [Region] = []
    regions.reserveCapacity(cells.count)
    for (row, cell) in cells.enumerated() {
      if let cell, cell.isDecided(for: axis.kind) {
        regions.append(axis.region(of: cell))
        testNull(row, nodes[row], slot, semantics)
      } else {
        regions.append(Region(0...axis.count - 1))
        Bits.clear(row, in: &simple)
      }
    }
    for first in stride(from: 0, to: regions.count, by: RowIndex.block) {
      addBlock(regions[first..<min(first + RowIndex.block, regions.count)])
    }
  }

  /// What the test of a simple cell makes of null is found by asking it.
  private mutating func testNull(_ row: Int, _ node: Node, _ slot: Int, _ semantics: Semantics) {
    if node.isAnything { return }
    var frame = [Value](repeating: .null, count: node.greatestSlot(or: slot) + 1)
    frame[slot] = .null
    var evaluator = Evaluator(semantics, self: nil, frame: frame, host: EmptyHost(), trace: nil)
    switch semantics.truth(evaluator.value(node)) {
    case .yes: break
    case .no: Bits.clear(row, in: &null)
    case .open(let open):
      if open.unknown == nil { Bits.clear(row, in: &null) } else { nullIsDecided = false }
    }
  }

  /// Goes along the axis and notes the set of rows wherever it changes.
  private mutating func addBlock(_ regions: ArraySlice<Region>) {
    var changes: [(position: Int, row: Int)] = []
    for (row, region) in zip(0..., regions) {
      for stretch in region.stretches {
        changes.append((stretch.lowerBound, row))
        changes.append((stretch.upperBound + 1, row))
      }
    }
    changes.sort { $0.position < $1.position }
    var set = [UInt64](repeating: 0, count: RowIndex.words)
    var next = 0
    var position = 0
    while true {
      while next < changes.count, changes[next].position == position {
        set[changes[next].row / 64] ^= 1 << UInt64(changes[next].row % 64)
        next += 1
      }
      starts.append(Int32(clamping: position))
      sets += set
      guard next < changes.count, changes[next].position < axis.count else { break }
      position = changes[next].position
    }
    blocks.append(starts.count)
  }

  /// Where the bits of a block at a position begin in `sets`.
  func offset(of position: Int, in block: Int) -> Int {
    var low = blocks[block]
    var high = blocks[block + 1]
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= position { low = middle } else { high = middle }
    }
    return low * RowIndex.words
  }
}

extension Node {
  /// The greatest slot that is read or filled in here.
  fileprivate func greatestSlot(or least: Int) -> Int {
    var greatest = least
    forEach { node in
      switch node.kind {
      case .local(let slot), .membership(_, let slot, _): greatest = max(greatest, slot)
      default: break
      }
    }
    return greatest
  }
}

/// Sets of rows as words of 64 bits.
enum Bits {
  /// The set of the rows below `count`, filled up to whole blocks.
  static func full(_ count: Int) -> [UInt64] {
    let blocks = (count + RowIndex.block - 1) / RowIndex.block
    var words = [UInt64](repeating: 0, count: blocks * RowIndex.words)
    for row in 0..<count { words[row / 64] |= 1 << UInt64(row % 64) }
    return words
  }

  static func clear(_ row: Int, in words: inout [UInt64]) {
    words[row / 64] &= ~(1 << UInt64(row % 64))
  }
}
