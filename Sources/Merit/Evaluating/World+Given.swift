import Criteria
import FEEL
import Scoring

extension World {
  /// Puts values in the place of formulas, by table, record and name of the value.
  ///
  /// What names nothing is passed over.
  mutating func give(_ values: [String: [String: [String: Value]]]) {
    for (table, records) in values {
      guard let index = pack.layout.table(table) else { continue }
      for (record, named) in records {
        for (name, value) in named {
          guard let place = place(of: name, of: record, in: index) else { continue }
          given[place.value, default: [:]][place.row] = value
        }
      }
    }
  }

  /// Whether a record has a named value that can be given.
  func takes(_ name: String, of record: String, in table: Int) -> Bool {
    place(of: name, of: record, in: table) != nil
  }

  private func place(
    of name: String, of record: String, in table: Int
  ) -> (value: Int, row: Int)? {
    let value = pack.values.firstIndex { $0.table == table && $0.rule.head.id == name }
    guard let value, let row = tables[table].names.firstIndex(of: record) else { return nil }
    return (value, row)
  }
}
