extension Evaluator {
  /// What an index knows of the value of one input.
  private enum Known {
    /// The value is at a position of the axis: the bits tell the truth of all simple cells.
    case at(Int)
    /// The value is null: the bits tell which cells are true or in doubt.
    case null
    /// Every row is possible.
    case nothing
  }

  /// The rows that hold or perhaps hold, as testing one after the other would find them.
  ///
  /// - Complexity: O(log positions + rows / 64) beside the rows that have to be tested.
  mutating func rowsHeld(in table: ResolvedTable, _ index: RowIndex) -> [HeldRow] {
    var known: [Known] = []
    var isDecided = true
    for (input, column) in zip(table.inputs, index.columns) {
      known.append(knowledge(of: frame[input.slot], column, &isDecided))
    }
    var held: [HeldRow] = []
    var offsets = [Int](repeating: 0, count: known.count)
    for block in 0..<index.blockCount {
      for (place, column) in index.columns.enumerated() {
        if case .at(let position) = known[place], let column {
          offsets[place] = column.offset(of: position, in: block)
        }
      }
      for word in 0..<RowIndex.words {
        let place = block * RowIndex.words + word
        var bits = index.rows[place]
        for (input, column) in index.columns.enumerated() where bits != 0 {
          switch known[input] {
          case .at: if let column { bits &= column.sets[offsets[input] + word] }
          case .null: if let column { bits &= column.null[place] }
          case .nothing: break
          }
        }
        while bits != 0 {
          let row = place * 64 + bits.trailingZeroBitCount
          let isTrue = isDecided && index.simple[place] & bits & (~bits + 1) != 0
          bits &= bits - 1
          let found = isTrue ? HeldRow(row: row, doubt: nil) : hold(table.rules[row], row)
          guard let found else { continue }
          held.append(found)
          if table.hitPolicy == .first, found.doubt == nil { return held }
        }
      }
    }
    return held
  }

  private func knowledge(
    of value: Value, _ column: RowIndex.Column?, _ isDecided: inout Bool
  ) -> Known {
    guard let column else { return .nothing }
    if value.isNull {
      if !column.nullIsDecided { isDecided = false }
      return .null
    }
    guard AxisKind(value) == column.axis.kind else {
      isDecided = false
      return .nothing
    }
    return .at(column.axis.position(of: value))
  }
}
