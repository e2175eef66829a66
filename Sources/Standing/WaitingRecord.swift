package import Criteria
package import FEEL
import Model
import Scoring

/// A record that waits for a person by an entry of the pack.
package struct WaitingRecord: Sendable {
  /// The row in the table of the entry.
  package let row: Int
  /// The day by which it is due; `nil` where the entry gives none, or none that is known.
  package let until: CalendarDate?
}

extension Grading {
  /// The records that wait by one entry of the pack, in the order of their rows.
  ///
  /// Those of which it is not known whether they wait are among them: somebody has to look. Whoever the
  /// pack is not about, and what belongs to them, does not wait.
  ///
  /// - Precondition: Everything is computed.
  /// - Complexity: O(records × size of the formulas).
  package func records(waiting entry: ResolvedPack.Waiting) -> [WaitingRecord] {
    let rows = world.tables[entry.table].states.indices.filter {
      world.tables[entry.table].states[$0] == .used && !isBeyondScope(entry.table, $0)
    }
    let waiting = zip(rows, world.column(entry.when, of: entry.table, rows)).filter { _, holds in
      switch holds {
      case .boolean(true), .unknown: true
      default: false
      }
    }.map(\.0)
    let days = entry.until.map { world.column($0, of: entry.table, waiting) }
    return waiting.indices.map { place in
      guard case .date(let date)? = days?[place] else {
        return WaitingRecord(row: waiting[place], until: nil)
      }
      return WaitingRecord(row: waiting[place], until: date)
    }
  }

  /// Whether a record is, or belongs to, somebody whom the pack is not about.
  private func isBeyondScope(_ table: Int, _ row: Int) -> Bool {
    if table <= EngineTable.units.rawValue { return notes[table][row].state == outOfScope }
    guard let field = world.pack.layout.tables[table].ownerField,
      case .record(let owner) = world.tables[table].columns[field][row]
    else { return false }
    return notes[Int(owner.type)][Int(owner.row)].state == outOfScope
  }
}
