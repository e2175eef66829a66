package import Criteria
package import FEEL
import Model
package import Scoring

/// A record that waits for a person by an entry of the pack.
package struct WaitingRecord: Sendable {
  /// The row in the table of the entry.
  package let row: Int
  /// The day by which it is due; `nil` where the entry gives none, or none that is known.
  package let until: CalendarDate?
}

extension World {
  /// The records that wait by one entry of the pack, in the order of their rows.
  ///
  /// Those of which it is not known whether they wait are among them: somebody has to look.
  ///
  /// - Precondition: Everything is computed.
  /// - Complexity: O(records × size of the formulas).
  package func records(waiting entry: ResolvedPack.Waiting) -> [WaitingRecord] {
    let rows = tables[entry.table].states.indices.filter {
      tables[entry.table].states[$0] == .used
    }
    return zip(rows, column(entry.when, of: entry.table, rows)).compactMap { row, holds in
      switch holds {
      case .boolean(true), .unknown: break
      default: return nil
      }
      let record = RecordReference(type: Int32(entry.table), row: Int32(row))
      var until: CalendarDate?
      let day = entry.until?.evaluate(self: record, locals: [], host: self, trace: nil)
      if case .date(let date)? = day { until = date }
      return WaitingRecord(row: row, until: until)
    }
  }
}
