import Testing

@testable import Records

/// Columns in which missing cells may take no room are as lists of cells.
@Suite struct CellColumnTests {
  private static let cells: [Cell] = [
    .missing, .missing, .missing, .text("a"), .boolean(true), .wrong,
  ]

  @Test(arguments: 1...40) func `hold what was added`(seed: UInt64) {
    var state = seed
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    // Of few kinds of cells, so that some columns have none but missing ones.
    let kinds = next(CellColumnTests.cells.count) + 1
    func column() -> [Cell] { (0..<next(4)).map { _ in CellColumnTests.cells[next(kinds)] } }
    var list: [Cell] = []
    var parts: [CellColumn] = []
    var added = CellColumn()
    for _ in 0..<6 {
      let part = column()
      list += part
      parts.append(CellColumn(part))
      added.append(CellColumn(part))
      let cell = CellColumnTests.cells[next(kinds)]
      list.append(cell)
      parts.append(CellColumn([cell]))
      added.append(cell)
    }
    let joined = CellColumn(joining: parts)
    let rows = list.indices.shuffled().prefix(5).map { $0 }
    #expect(Array(added) == list)
    #expect(Array(joined) == list)
    #expect(Array(joined.taking(rows)) == rows.map { list[$0] })
    #expect(added.isBlank == list.allSatisfy(\.isMissing))
  }
}
