import FEEL
import Scoring

/// A place for some of the records of a world, found by their rows.
struct RecordPlaces {
  /// By table and row; −1 for none.
  private var places: [[Int]]
  private let counts: [Int]

  /// Begins without a place for any record.
  init(_ world: World) {
    counts = world.tables.map(\.count)
    places = Array(repeating: [], count: counts.count)
  }

  /// The place of a record, if it has one.
  subscript(record: RecordReference) -> Int? {
    get {
      let (table, row) = (Int(record.type), Int(record.row))
      guard !places[table].isEmpty, places[table][row] >= 0 else { return nil }
      return places[table][row]
    }
    set {
      let (table, row) = (Int(record.type), Int(record.row))
      if places[table].isEmpty { places[table] = Array(repeating: -1, count: counts[table]) }
      places[table][row] = newValue ?? -1
    }
  }
}
