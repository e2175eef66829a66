import Criteria
import FEEL
import JSON
import Model
import Records

extension RawTable {
  /// The same rows with those that the pack itself gives after them.
  func with(rowsOf table: LayoutTable) -> RawTable {
    guard table.rule?.rows.isEmpty == false else { return self }
    var rows = self
    rows.append(RawTable(rowsOf: table))
    return rows
  }

  /// The rows that the pack itself gives for a table.
  init(rowsOf table: LayoutTable) {
    self.init(fields: table.fields.count)
    for row in table.rule?.rows ?? [] {
      for (index, field) in table.fields.enumerated() {
        columns[index].append(Cell(row, field))
      }
      places.append(RecordPlace(file: -1, line: Int32(places.count + 1)))
    }
  }
}

extension Cell {
  /// The cell of one field in a row that stands in a pack.
  init(_ row: JSONValue, _ field: LayoutField) {
    switch field.cell(of: row) {
    case .missing: self = .missing
    case .wrong: self = .wrong
    case .value(.number(let number)): self = .number(number)
    case .value(.boolean(let truth)): self = .boolean(truth)
    case .value(.date(let date)): self = .date(date)
    case .value(.string(let text)): self = .text(text)
    case .value: self = .wrong
    }
  }
}
