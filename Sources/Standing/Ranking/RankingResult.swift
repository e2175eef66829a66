package import Criteria
import FEEL
import Scoring

/// One order by points within every group of one scope.
package struct RankingResult: Sendable {
  package struct Group: Sendable {
    /// The values that make the group, as texts.
    package let key: [String]
    package let rows: [Int]
    package let places: [Ranking.Place]
  }

  package let ranking: ResolvedPack.Ranking
  /// For each scope of the ranking, its groups by key.
  package let scopes: [[Group]]

  /// Orders the records of a graded world; records without the value have no rank.
  ///
  /// - Complexity: O(scopes × n log n).
  init(_ ranking: ResolvedPack.Ranking, _ grading: Grading) {
    self.ranking = ranking
    let rows = (0..<grading.world.tables[ranking.table].count).filter {
      ranking.table > EngineTable.units.rawValue
        || grading.notes[ranking.table][$0].state != outOfScope
    }
    scopes = ranking.within.map { within in
      var groups: [[String]: [Int]] = [:]
      for row in rows {
        let record = RecordReference(type: Int32(ranking.table), row: Int32(row))
        let values = within.map { grading.world.value(of: $0, in: record) }
        let known = values.allSatisfy { if case .unknown = $0 { false } else { true } }
        guard known else { continue }
        let key = ScopeKey(scope: 0, values: values).texts(grading.world)
        groups[key, default: []].append(row)
      }
      return groups.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { key in
        Group(key: key, groups[key] ?? [], ranking, grading.world)
      }
    }
  }
}

extension RankingResult.Group {
  fileprivate init(key: [String], _ rows: [Int], _ ranking: ResolvedPack.Ranking, _ world: World) {
    self.key = key
    self.rows = rows
    func value(_ member: Int, _ row: Int) -> Value {
      world.value(of: member, in: RecordReference(type: Int32(ranking.table), row: Int32(row)))
    }
    let keys = rows.map { row -> [Number?] in
      guard case .number(let number) = value(ranking.by, row) else { return [nil] }
      return [number]
    }
    let breakers = rows.map { row in
      ranking.then.map { member -> String in
        guard case .string(let text) = value(member, row) else { return "" }
        return text
      }
    }
    places = Ranking(keys, by: PointOrder([.greatestFirst]), thenBy: breakers).places
  }
}
