/// The cells of one field, in the order of the records.
///
/// Most fields are given by no record of a table, and such a column takes no room.
package struct CellColumn: RandomAccessCollection, Sendable {
  package private(set) var endIndex = 0
  /// All cells; none while every one of them is missing.
  private var cells: [Cell] = []

  /// Creates a column without cells.
  package init() {}

  /// Creates a column of so many cells that are missing.
  init(missing count: Int) { endIndex = count }

  /// Creates a column of these cells.
  init(_ cells: [Cell]) {
    endIndex = cells.count
    if cells.contains(where: { !$0.isMissing }) { self.cells = cells }
  }

  package var startIndex: Int { 0 }

  /// Whether every cell is missing.
  package var isBlank: Bool { cells.isEmpty }

  package subscript(row: Int) -> Cell {
    @inline(__always)
    get {
      precondition(row >= 0 && row < endIndex)
      return cells.isEmpty ? .missing : cells[row]
    }
  }

  /// Forgets all cells, and makes room for so many, if this column needed any.
  mutating func begin(expecting count: Int) {
    let needsRoom = !isBlank
    self = CellColumn()
    if needsRoom { cells.reserveCapacity(count) }
  }

  /// Adds one cell.
  @inline(__always)
  package mutating func append(_ cell: Cell) {
    if !cells.isEmpty {
      cells.append(cell)
    } else if !cell.isMissing {
      fill()
      cells.append(cell)
    }
    endIndex += 1
  }

  /// Adds the cells of another column.
  package mutating func append(_ other: CellColumn) {
    if other.isBlank {
      if !isBlank { cells.append(contentsOf: repeatElement(.missing, count: other.count)) }
    } else if endIndex == 0 {
      cells = other.cells
    } else {
      if isBlank { fill() }
      cells.append(contentsOf: other.cells)
    }
    endIndex += other.count
  }

  /// The column of all these, one after the other.
  package init(joining parts: [CellColumn]) {
    let count = parts.reduce(0) { $0 + $1.count }
    self.init(missing: count)
    guard parts.contains(where: { !$0.isBlank }) else { return }
    cells.reserveCapacity(count)
    for part in parts {
      if part.isBlank {
        cells.append(contentsOf: repeatElement(.missing, count: part.count))
      } else {
        cells.append(contentsOf: part.cells)
      }
    }
  }

  /// Some cells, in the order given.
  package func taking(_ rows: [Int]) -> CellColumn {
    isBlank ? CellColumn(missing: rows.count) : CellColumn(rows.map { cells[$0] })
  }

  private mutating func fill() {
    cells.append(contentsOf: repeatElement(.missing, count: endIndex))
  }
}

extension Cell {
  /// Whether the record gives no value.
  @inline(__always)
  package var isMissing: Bool {
    if case .missing = self { true } else { false }
  }
}
