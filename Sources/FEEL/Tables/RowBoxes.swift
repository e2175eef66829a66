/// The rows of a table as boxes: for each row and each input the positions at which its test is true.
///
/// Only positions that a value can have are counted, so that boxes that overlap do so for some
/// values. A row whose cells are not all simple is not exact: it holds nowhere outside of its box,
/// but perhaps not everywhere inside.
struct RowBoxes: Sendable {
  /// One input: an axis of which only some positions are looked at.
  struct Side: Sendable {
    let axis: Axis
    /// The positions of the axis that count, in order.
    let positions: [Int]
    /// Whether all of them are allowed; if not, some may not be.
    let isExact: Bool
    /// For each position of the axis, and its end, how many positions that count come before.
    fileprivate let before: [Int]

    fileprivate init(_ axis: Axis, _ positions: [Int], isExact: Bool) {
      self.axis = axis
      self.positions = positions
      self.isExact = isExact
      var before = [Int](repeating: 0, count: axis.count + 1)
      for position in positions { before[position + 1] = 1 }
      for position in 1..<before.count { before[position] += before[position - 1] }
      self.before = before
    }

    var count: Int { positions.count }

    /// A value at one of the positions.
    func witness(at position: Int) -> Value? { axis.witness(at: positions[position]) }
  }

  /// The inputs; nil for one of which no row asks anything that has a place on a line.
  let sides: [Side?]
  /// The boxes, row by row.
  let boxes: [[Region]]
  /// Whether a row holds everywhere in its box.
  let isExact: [Bool]

  /// Whether a row holds nowhere.
  func isEmpty(_ row: Int) -> Bool { boxes[row].contains(where: \.isEmpty) }

  /// The first input for which no value makes the test of a row true.
  func emptySide(of row: Int) -> Int? { boxes[row].firstIndex(where: \.isEmpty) }

  func overlap(_ one: Int, _ other: Int) -> Bool {
    zip(boxes[one], boxes[other]).allSatisfy { $0.overlaps($1) }
  }

  /// The values of the inputs at a corner of a box; nil for an input that does not matter.
  func example(in box: [Region]) -> [Value?] {
    zip(sides, box).map { side, region in
      guard let side, let first = region.stretches.first else { return nil }
      return side.witness(at: first.lowerBound)
    }
  }

  /// The boxes of rows of simple tests.
  ///
  /// - Parameters:
  ///   - cells: The tests of each input, row by row; nil for one that is not simple.
  ///   - allowed: For each input the test that its values pass, if there is one.
  ///   - allowedIsSimple: Whether that test is simple.
  ///   - symbols: All symbols of the scale with an index, for axes of symbols.
  ///   - kinds: The kind of each input, nil for the one that its tests name.
  ///   - rows: The number of rows.
  /// - Complexity: O(cells log cells).
  init(
    cells: [[CellTest?]], allowed: [CellTest?], allowedIsSimple: [Bool],
    kinds: [AxisKind?], symbols: (Int32) -> [Value], rows: Int
  ) {
    var isExact = [Bool](repeating: true, count: rows)
    var boxes = [[Region]](repeating: [], count: isExact.count)
    sides = cells.indices.map { input in
      let side = RowBoxes.side(
        cells[input], allowed[input], allowedIsSimple[input], kinds[input], symbols)
      for (row, cell) in cells[input].enumerated() {
        guard let side, let cell, cell.isDecided(for: side.axis.kind) else {
          if cell?.isAlways != true { isExact[row] = false }
          boxes[row].append(Region(0...max(0, (side?.count ?? 1) - 1)))
          continue
        }
        boxes[row].append(side.region(side.axis.region(of: cell)))
      }
      return side
    }
    self.boxes = boxes
    self.isExact = isExact
  }

  private static func side(
    _ cells: [CellTest?], _ allowed: CellTest?, _ isSimple: Bool, _ kind: AxisKind?,
    _ symbols: (Int32) -> [Value]
  ) -> Side? {
    let tests = [allowed] + cells
    guard let kind = kind ?? Axis(of: tests)?.kind else { return nil }
    var values = tests.compactMap(\.self).filter { $0.isDecided(for: kind) }
      .flatMap(\.constants).filter { AxisKind($0) == kind }
    switch kind {
    case .boolean: values += [.boolean(false), .boolean(true)]
    case .symbol(let scale): values += symbols(scale)
    default: break
    }
    let axis = Axis(kind, values)
    let isKnown = allowed?.isDecided(for: kind) ?? true
    let domain = allowed.flatMap { isKnown ? axis.region(of: $0) : nil }
    let positions = (0..<axis.count).filter { position in
      axis.witness(at: position) != nil && domain?.contains(position) ?? true
    }
    return positions.isEmpty
      ? nil : Side(axis, positions, isExact: isKnown && isSimple)
  }
}

extension RowBoxes.Side {
  /// A region of the axis, by the numbers of the positions that count.
  fileprivate func region(_ region: Region) -> Region { region.renumbered(before) }
}
