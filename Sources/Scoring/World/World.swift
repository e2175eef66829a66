package import Criteria
package import FEEL
package import Model

/// Everything that formulas can read: the records of a dataset, how they hang together in one
/// period, and the values and levels computed so far.
///
/// A world is a value: a stratum reads one and makes the next. Rows are sorted by what identifies
/// the records, so nothing here depends on the order of the input.
package struct World: Sendable {
  package let pack: ResolvedPack
  package let period: Period
  package let asOf: CalendarDate
  package internal(set) var files: [String]
  package var tables: [HeldTable]
  package var relations: Relations
  package internal(set) var globals: [Value]
  /// Computed values by index of the layout's value, then by row.
  package var values: [[Value]]
  /// Levels by table (people, units), stage and row.
  package var levels: [[[Value]]]
  /// What was folded from records that are not kept, by slot and owner.
  package var folded: [[Value]] = []
  /// Whether each owner has records that were folded and count in the period, or may count.
  package var hasFolded: [Bool] = []
  /// The table whose records were folded and are not here.
  package var foldedTable: Int?
  /// The rows that inner periods left behind.
  package internal(set) var carried: [CarriedRow] = []
  /// Values that a decision or a case puts in place of computed ones, by value and row.
  package var given: [Int: [Int: Value]] = [:]
  /// How many threads may compute columns.
  package var threads = 1
  /// Formulas that are kept from one world to the next, where there are few records.
  package var formulas: PreparedFormulas?
  /// Which days are working days.
  package internal(set) var calendar = WorkingCalendar()

  /// A record as a value.
  package func record(_ table: Int, _ row: Int) -> Value {
    .record(RecordReference(type: Int32(table), row: Int32(row)))
  }

  /// The row of each record by its name, for every table.
  package var rowsByName: [[String: Int32]] { rowsByName(of: Set(tables.indices)) }

  /// The row of each record by its name, for some of the tables; none for the others.
  package func rowsByName(of named: Set<Int>) -> [[String: Int32]] {
    each(tables.count, rows: named.reduce(0) { $0 + tables[$1].count }) { table in
      named.contains(table) ? IdentifiedRows.rowsByName(tables[table].names) : [:]
    }
  }

  /// What a person calls a record, such as `tasks/T-1`.
  package func name(_ reference: RecordReference) -> String {
    let table = Int(reference.type)
    return "\(pack.layout.tables[table].name)/\(tables[table].names[Int(reference.row)])"
  }
}

extension World {
  /// Whether a record counts in the period, or may count.
  package func isUsed(_ table: Int, _ row: Int) -> Bool {
    switch tables[table].states[row] {
    case .used, .perhaps: true
    case .outsidePeriod, .knownLater, .setAside: false
    }
  }

  /// Why it is not known whether the record counts in the period at all.
  package func doubt(_ table: Int, _ row: Int) -> Unknown? {
    guard case .perhaps(let why) = tables[table].states[row] else { return nil }
    return why
  }
}

/// How the records of one period hang together.
package struct Relations: Sendable {
  /// For each table with an owner, its records by owner.
  package var recordsOf: [Int: Links] = [:]
  /// For each member that leads to the records that name one, these records by the one named.
  package var naming: [Related: Links] = [:]
  /// The decisions about each unit.
  package var unitDecisions = Links()
  package var postings = Links()
  /// The posting of each person in the period: a record, or unknown.
  package var posting: [Value] = []
  /// The unit of each person in the period: a record, or unknown.
  package var unit: [Value] = []
  package var members = Links()
  package var subUnits = Links()
  /// The nearest unit at or above each one that is an agency; −1 for none.
  package var agency: [Int32] = []
  package var ledPeople = Links()
  package var ledUnits = Links()
  /// All members of a unit and of the units below it.
  package var everyone = Links()
}
