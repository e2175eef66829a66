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
    let world = FixedWorld(grading.world)
    scopes = ranking.within.map { within in
      let groups = RankingGroups(rows, ranking, within, grading.world)
      let order = groups.keys.indices.sorted {
        groups.keys[$0].lexicographicallyPrecedes(groups.keys[$1])
      }
      return grading.world.each(order.count, rows: rows.count) { place in
        let group = order[place]
        return Group(key: groups.keys[group], groups.rows[group], ranking, world.world)
      }
    }
  }
}

/// The groups of one scope of a ranking, in the order in which they are met.
private struct RankingGroups {
  private(set) var keys: [[String]] = []
  private(set) var rows: [[Int]] = []
  private var byKey: [[String]: Int] = [:]
  /// The groups of records whose own words are the whole key, so that these are looked up once.
  private var byRecord: RecordPlaces

  init(_ members: [Int], _ ranking: ResolvedPack.Ranking, _ within: [Int], _ world: World) {
    byRecord = RecordPlaces(world)
    for row in members {
      if let group = group(of: row, ranking, within, world) { rows[group].append(row) }
    }
  }

  private mutating func group(
    of row: Int, _ ranking: ResolvedPack.Ranking, _ within: [Int], _ world: World
  ) -> Int? {
    let member = RecordReference(type: Int32(ranking.table), row: Int32(row))
    guard within.count == 1, case .record(let record) = world.value(of: within[0], in: member)
    else {
      return RankingResult.key(row, ranking, within, world).map { place(of: $0) }
    }
    if let known = byRecord[record] { return known }
    let found = RankingResult.key(row, ranking, within, world).map { place(of: $0) }
    byRecord[record] = found
    return found
  }

  private mutating func place(of key: [String]) -> Int {
    if let known = byKey[key] { return known }
    byKey[key] = keys.count
    keys.append(key)
    rows.append([])
    return keys.count - 1
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
  fileprivate static func key(
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
    let points = rows.map { row -> Number? in
      if case .number(let number) = value(ranking.by, row) { number } else { nil }
    }
    let breakers = ranking.then.map { member in
      rows.map { row in
        if case .string(let text) = value(member, row) { text } else { "" }
      }
    }
    places =
      Ranking(rows.count, [points], by: PointOrder([.greatestFirst]), thenBy: breakers).places
  }
}
