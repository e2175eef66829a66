import Criteria
import FEEL
import Model
import Scoring
package import Standing

/// What every part of an outcome says of one record, found without searching.
///
/// Shape: everything is keyed by table (people, units) and row of the world.
package struct ReportIndex: Sendable {
  /// The place of a record in one group of one scope of one ranking.
  struct RankPlace: Sendable {
    /// The group, by its place among ``rankGroups``.
    let group: Int
    /// The rank; none where the record has no points.
    let rank: Int?
  }

  /// What is told of a group of a ranking to each of its members.
  ///
  /// A class, so that each line holds it by one reference.
  final class RankGroup: Sendable {
    /// The id of the ranking.
    let ranking: String
    /// The names of the members that make the group, and their values.
    let within: [String]
    let key: [String]
    /// How many have a rank.
    let ranked: Int

    init(ranking: String, within: [String], key: [String], ranked: Int) {
      (self.ranking, self.within, self.key, self.ranked) = (ranking, within, key, ranked)
    }
  }

  package let outcome: Outcome
  package let run: RunFacts
  package let forms: ValueForms
  let names: GroupNames
  let readings: ReadingsUsed
  /// For each table, one column of places for each scope of each ranking.
  private var rankPlaces: [[[ShortPlace]]]
  private(set) var rankGroups: [RankGroup] = []
  /// For each quota the candidate of each row; −1 for none.
  private let candidates: [[Int32]]
  /// For each quota and scope those who have a seat, the first of the order first.
  private var holders: [[[Int]]]
  private let pending: [Set<Int>]
  /// By one reference: a world is copied with a count for every column.
  let world: FixedWorld
  /// For each table the members that some ranking orders it by.
  let orderedBy: [[Int]]
  private var problems: [[[Int]]]
  /// For each person and unit whether something may be not known that has reasons to be told.
  private let isOpen: [[Bool]]

  /// Indexes an outcome.
  ///
  /// - Complexity: O(records + candidates × scopes + problems).
  package init(_ outcome: Outcome, _ run: RunFacts) {
    self.outcome = outcome
    self.run = run
    let world = outcome.grading.world
    self.world = FixedWorld(world)
    orderedBy = world.tables.indices.map { table in
      world.pack.rankings.filter { $0.table == table }.map(\.by)
    }
    forms = ValueForms(world)
    names = GroupNames(world)
    readings = ReadingsUsed(world.pack.asWritten)
    let empty = [EngineTable.people, .units].map { world.tables[$0.rawValue].count }
    rankPlaces = empty.map { _ in [] }
    candidates = outcome.grading.quotas.map { quota in
      var places = [Int32](repeating: -1, count: world.tables[quota.table].count)
      for (place, row) in quota.candidates.enumerated() { places[row] = Int32(place) }
      return places
    }
    pending = outcome.grading.quotas.map { Set($0.pending) }
    holders = outcome.grading.quotas.map(ReportIndex.holders)
    problems = ReportIndex.problems(run.problems, of: world, counts: empty)
    isOpen = empty.indices.map { [orderedBy] in ReportIndex.isOpen($0, orderedBy[$0], in: world) }
    for ranking in outcome.rankings { addPlaces(ranking) }
  }

  private mutating func addPlaces(_ result: RankingResult) {
    guard rankPlaces.indices.contains(result.ranking.table) else { return }
    let rule = result.ranking.rule
    for (within, groups) in zip(rule.within, result.scopes) {
      let count = world.world.tables[result.ranking.table].count
      var column = [ShortPlace](repeating: ShortPlace(), count: count)
      for group in groups {
        var ranked = 0
        for (row, place) in zip(group.rows, group.places) {
          column[row] = ShortPlace(group: rankGroups.count, place)
          if case .rank = place { ranked += 1 }
        }
        rankGroups.append(
          RankGroup(ranking: rule.head.id, within: within, key: group.key, ranked: ranked))
      }
      rankPlaces[result.ranking.table].append(column)
    }
  }

  private static func holders(_ quota: QuotaResult) -> [[Int]] {
    let (outcomes, places) = (quota.prospect.outcomes, quota.prospect.allocation.places)
    return quota.prospect.allocation.members.map { members in
      members.filter { outcomes[$0].isSeated }.sorted { (places[$0], $0) < (places[$1], $1) }
    }
  }

  /// Whether a level of the record, or what orders it or was given for it, may be not known: asked
  /// first, since of most records all is known.
  func mayBeOpen(_ table: Int, _ row: Int) -> Bool { isOpen[table][row] }

  /// Tells the places of a record in the groups that it is in, one after the other.
  func tellPlaces(_ table: Int, _ row: Int, _ tell: (RankPlace) -> Void) {
    for column in rankPlaces[table].indices {
      if let place = rankPlaces[table][column][row].place { tell(place) }
    }
  }

  func candidate(_ quota: Int, _ row: Int) -> Int? {
    let candidate = candidates[quota][row]
    return candidate < 0 ? nil : Int(candidate)
  }

  /// Whether a quota cannot place the record because its level is pending.
  func isPending(_ quota: Int, _ row: Int) -> Bool { pending[quota].contains(row) }

  /// The candidates who hold the seats of a scope and stand ahead of a candidate.
  ///
  /// - Complexity: O(log holders).
  func holders(_ quota: Int, scope: Int, aheadOf candidate: Int) -> ArraySlice<Int> {
    let places = outcome.grading.quotas[quota].prospect.allocation.places
    let all = holders[quota][scope]
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if places[all[middle]] < places[candidate] { low = middle + 1 } else { high = middle }
    }
    return all[..<low]
  }

  /// The candidates ahead of another one in a scope of whom it is open whether they have a seat.
  ///
  /// - Complexity: O(candidates of the scope).
  func undecided(_ quota: Int, scope: Int, aheadOf candidate: Int) -> [Int] {
    let prospect = outcome.grading.quotas[quota].prospect
    let places = prospect.allocation.places
    return prospect.allocation.members[scope].filter {
      places[$0] < places[candidate] && prospect.outcomes[$0].isOpen
    }
  }

  /// Everyone who holds a seat of a scope, by the order of the quota.
  func holders(_ quota: Int, scope: Int) -> [Int] { holders[quota][scope] }

  /// The problems of a person's or unit's own record and of the records that belong to it.
  func problems(_ table: Int, _ row: Int) -> [RecordProblem] {
    problems[table][row].map { run.problems[$0] }.sorted {
      ($0.table, $0.record ?? "", $0.field ?? "", $0.kind.rawValue, $0.file, $0.line)
        < ($1.table, $1.record ?? "", $1.field ?? "", $1.kind.rawValue, $1.file, $1.line)
    }
  }
}

/// The place of a record in a scope of a ranking, without room for more than there may be.
private struct ShortPlace {
  /// −1 for a record that is in no group.
  private var group: Int32 = -1
  /// Nought where the record has no rank.
  private var rank: Int32 = 0

  init() {}

  init(group: Int, _ place: Ranking.Place) {
    self.group = Int32(group)
    if case .rank(let rank) = place { self.rank = Int32(rank) }
  }

  var place: ReportIndex.RankPlace? {
    group < 0 ? nil : .init(group: Int(group), rank: rank == 0 ? nil : Int(rank))
  }
}
