import Criteria
package import FEEL
import Model

/// What the decisions about one thing say, of one person or unit in one period.
package enum DecisionOutcome: Hashable, Sendable {
  /// There is no decision.
  case none
  /// The row of the decision that stands.
  case one(Int)
  /// Decisions of one date that say different things, none of which replaces another.
  case contested([Int])
}

extension World {
  /// The decision that stands on one thing about a person or unit in the period.
  ///
  /// A decision that another one on the same thing names in `replaces`, by its document, no longer
  /// stands. Of the others the latest stands; where several of that date differ, nobody but a person
  /// can say which.
  ///
  /// - Complexity: O(decisions about the person or unit).
  package func decision(on what: String, _ table: Int, _ row: Int) -> DecisionOutcome {
    let decisions = EngineTable.decisions.rawValue
    guard case .list(let all) = related(.records(table: decisions), table, row) else {
      return .none
    }
    let rows = all.compactMap { if case .record(let one) = $0 { Int(one.row) } else { nil } }
      .filter {
        cell(of: $0, "what") == .string(what) && cell(of: $0, "period") == .string(period.id)
      }
    let standing = rows.filter { row in
      guard case .string(let document) = cell(of: row, "document") else { return true }
      return !rows.contains { $0 != row && cell(of: $0, "replaces") == .string(document) }
    }
    return latest(of: standing.isEmpty ? rows : standing)
  }

  private func latest(of rows: [Int]) -> DecisionOutcome {
    func day(_ row: Int) -> CalendarDate? {
      if case .date(let day) = cell(of: row, "date") { day } else { nil }
    }
    // A decision whose date is not known may be the latest.
    let last = rows.compactMap(day).max()
    let latest = rows.filter { day($0) == nil || day($0) == last }
    guard let first = latest.first else { return .none }
    let value = cell(of: first, "value")
    return latest.allSatisfy { cell(of: $0, "value") == value } ? .one(first) : .contested(latest)
  }

  /// A field of a decision; null where the table does not have it.
  package func cell(of decision: Int, _ field: String) -> Value {
    let decisions = EngineTable.decisions.rawValue
    return pack.layout.tables[decisions].field(field)
      .map { tables[decisions].columns[$0][decision] } ?? .null
  }

  /// Why nothing is decided where decisions of one date differ.
  package func contest(_ rows: [Int]) -> Unknown {
    let causes = rows.map { row in
      Unknown.Cause(
        "decisions of one date differ",
        record: "\(EngineTable.decisions.name)/"
          + tables[EngineTable.decisions.rawValue].names[row],
        field: "value", needsDecision: true)
    }
    return Unknown(causes) ?? Unknown("decisions of one date differ")
  }
}
