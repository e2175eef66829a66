import Criteria
import FEEL
import JSON
import Model
import Records

extension RawTable {
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
    let keys = [field.name, FieldSchema.oneWord(field.name)] + field.columns
    guard let value = keys.lazy.compactMap({ row[$0] }).first, !value.isNull else {
      self = .missing
      return
    }
    switch (field.kind, value.content) {
    case (.number, .number(let text)): self = Number(text).map(Cell.number) ?? .wrong
    case (.boolean, .boolean(let truth)): self = .boolean(truth)
    case (.date, .string(let text)): self = CalendarDate(text.text).map(Cell.date) ?? .wrong
    case (.text, .string(let text)), (.reference, .string(let text)): self = .text(text.text)
    default: self = .wrong
    }
  }
}
