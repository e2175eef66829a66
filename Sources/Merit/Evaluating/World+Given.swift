import Criteria
import FEEL
import Scoring

extension World {
  /// Puts values in the place of formulas, by table, record and name of the value.
  mutating func give(_ values: [String: [String: [String: Value]]]) {
    for (table, records) in values {
      guard let index = pack.layout.table(table) else { continue }
      for (record, named) in records {
        guard let row = tables[index].names.firstIndex(of: record) else { continue }
        for (name, value) in named {
          guard
            let definition = pack.values.firstIndex(where: {
              $0.table == index && $0.rule.head.id == name
            })
          else { continue }
          given[definition, default: [:]][row] = value
        }
      }
    }
  }
}
