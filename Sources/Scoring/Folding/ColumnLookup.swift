import Criteria
import FEEL

/// A member of all records of another table, as numbers that columns can read by row.
struct ColumnLookup: Sendable {
  let significands: [Int]
  let lacking: [Bool]
  /// The digits behind the point, of all of them.
  let places: Int

  /// The numbers or days of a member; whatever is none, or too large, is lacking.
  ///
  /// - Precondition: The member is computed in this world, or lacking for every record.
  /// - Complexity: O(records of the table).
  init(_ member: Int, of table: Int, in world: World) {
    let found = (0..<world.tables[table].count).map { row -> ColumnStep.Decimal? in
      let record = RecordReference(type: Int32(table), row: Int32(row))
      return ColumnStep.Decimal(world.value(of: member, in: record))
    }
    let places = found.compactMap { $0?.places }.max() ?? 0
    let aligned = found.map { $0?.significand(places: places) }
    significands = aligned.map { $0 ?? 0 }
    lacking = aligned.map { $0 == nil }
    self.places = places
  }
}

extension ColumnStep.Decimal {
  /// A number or a day; nil for any other value, and for a number that no machine word holds.
  init?(_ value: Value) {
    switch value {
    case .date(let date): self.init(significand: date.dayNumber, places: 0)
    case .number(let number):
      guard let (significand, places) = number.significandAndPlaces else { return nil }
      self.init(significand: significand, places: places)
    default: return nil
    }
  }

  /// The same number with so many digits behind the point, at least its own.
  func significand(places: Int) -> Int? {
    var (value, overflow) = (significand, false)
    for _ in self.places..<places where !overflow {
      (value, overflow) = value.multipliedReportingOverflow(by: 10)
    }
    return overflow ? nil : value
  }
}

extension Number {
  /// The number as a decimal of machine words; nil if it is none.
  fileprivate var significandAndPlaces: (Int, Int)? {
    var scaled = self
    for places in 0...18 {
      if scaled.isInteger { return scaled.asInt.map { ($0, places) } }
      scaled *= Number(10)
    }
    return nil
  }
}
