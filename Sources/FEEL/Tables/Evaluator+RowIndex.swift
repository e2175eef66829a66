extension Evaluator {
  /// The rows that hold or perhaps hold, as testing one after the other would find them.
  ///
  /// - Complexity: O(log positions + rows / 64) beside the rows that have to be tested.
  mutating func rowsHeld(in table: ResolvedTable, _ index: RowIndex) -> [HeldRow] {
    let known = zip(table.inputs, index.columns).map { input, column in
      column?.knowledge(of: frame[input.slot]) ?? .nothing(isDecided: true)
    }
    let isDecided = known.allSatisfy(\.isDecided)
    var held: [HeldRow] = []
    for block in 0..<index.blockCount {
      let possible = index.rows(of: block, known)
      for word in possible.indices where possible[word] != 0 {
        let place = block * RowIndex.words + word
        let simple = isDecided ? index.simple[place] : 0
        if hold(possible[word], simple, from: place * 64, in: table, &held) { return held }
      }
    }
    return held
  }

  /// Adds the rows among the bits of one word that hold or perhaps hold; true if no other is needed.
  private mutating func hold(
    _ possible: UInt64, _ simple: UInt64, from first: Int, in table: ResolvedTable,
    _ held: inout [HeldRow]
  ) -> Bool {
    var bits = possible
    while bits != 0 {
      let row = first + bits.trailingZeroBitCount
      let isTrue = simple & bits & (~bits + 1) != 0
      bits &= bits - 1
      let found = isTrue ? HeldRow(row: row, doubt: nil) : hold(table.rules[row], row)
      guard let found else { continue }
      held.append(found)
      if table.hitPolicy == .first, found.doubt == nil { return true }
    }
    return false
  }
}

extension RowIndex {
  /// What a column knows of the value of its input.
  enum Known {
    /// The value is at a position of the axis: the bits tell the truth of all simple cells.
    case at(Int)
    /// The value is null: the bits tell which cells are true or, if it is not decided, in doubt.
    case null(isDecided: Bool)
    /// Every row is possible.
    case nothing(isDecided: Bool)

    var isDecided: Bool {
      switch self {
      case .at: true
      case .null(let isDecided), .nothing(let isDecided): isDecided
      }
    }
  }

  /// The rows of a block that are possible by all columns, `words` words.
  fileprivate func rows(of block: Int, _ known: [Known]) -> [UInt64] {
    let place = block * RowIndex.words
    var possible = Array(rows[place..<place + RowIndex.words])
    for input in columns.indices {
      guard let column = columns[input] else { continue }
      switch known[input] {
      case .at(let position):
        Bits.narrow(&possible, by: column.sets, from: column.offset(of: position, in: block))
      case .null: Bits.narrow(&possible, by: column.null, from: place)
      case .nothing: break
      }
    }
    return possible
  }
}

extension RowIndex.Column {
  fileprivate func knowledge(of value: Value) -> RowIndex.Known {
    if value.isNull { return .null(isDecided: nullIsDecided) }
    guard AxisKind(value) == axis.kind else { return .nothing(isDecided: false) }
    return .at(axis.position(of: value))
  }
}

extension Bits {
  /// Leaves out what is not in the words of another set from a place on.
  fileprivate static func narrow(_ words: inout [UInt64], by others: [UInt64], from first: Int) {
    for word in words.indices { words[word] &= others[first + word] }
  }
}
