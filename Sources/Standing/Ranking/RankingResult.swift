package import Criteria
package import FEEL
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
      RankingResult.isOrdered($0, ranking, grading)
    }
    scopes = ranking.within.map { within in
      var groups: [[String]: [Int]] = [:]
      for row in rows {
        guard let key = RankingResult.key(row, ranking, within, grading.world) else { continue }
        groups[key, default: []].append(row)
      }
      return groups.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { key in
        Group(key: key, groups[key] ?? [], ranking, grading.world)
      }
    }
  }
}

extension RankingResult {
  /// Whether a record is one that the pack is about.
  private static func isOrdered(
    _ row: Int, _ ranking: ResolvedPack.Ranking, _ grading: Grading
  ) -> Bool {
    ranking.table > EngineTable.units.rawValue
      || grading.notes[ranking.table][row].state != outOfScope
  }

  /// The group of a record in one scope; `nil` where it is not known.
  private static func key(
    _ row: Int, _ ranking: ResolvedPack.Ranking, _ within: [Int], _ world: World
  ) -> [String]? {
    let record = RecordReference(type: Int32(ranking.table), row: Int32(row))
    let values = within.map { world.value(of: $0, in: record) }
    let known = values.allSatisfy { if case .unknown = $0 { false } else { true } }
    return known ? ScopeKey(scope: 0, values: values).texts(world) : nil
  }

  /// The order after the values of some records have changed: only their groups are ordered anew.
  package func updated(_ records: Set<RecordReference>, _ grading: Grading) -> RankingResult {
    let changed = records.filter { Int($0.type) == ranking.table }.map { Int($0.row) }
    var scopes = scopes
    for (scope, within) in ranking.within.enumerated() {
      for row in changed {
        guard RankingResult.isOrdered(row, ranking, grading),
          let key = RankingResult.key(row, ranking, within, grading.world),
          let place = scopes[scope].firstIndex(where: { $0.key == key }),
          scopes[scope][place].rows.contains(row)
        else { return RankingResult(ranking, grading) }
        scopes[scope][place] = Group(
          key: key, scopes[scope][place].rows, ranking, grading.world)
      }
    }
    return RankingResult(ranking: ranking, scopes: scopes)
  }

  private init(ranking: ResolvedPack.Ranking, scopes: [[Group]]) {
    (self.ranking, self.scopes) = (ranking, scopes)
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
