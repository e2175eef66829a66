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
    let ranking: Int
    let scope: Int
    let group: Int
    let member: Int
  }

  package let outcome: Outcome
  package let run: RunFacts
  package let forms: ValueForms
  let names: GroupNames
  let readings: ReadingsUsed
  private var rankPlaces: [[[RankPlace]]]
  /// How many have a rank in each group, by ranking and scope.
  let rankedCounts: [[[Int]]]
  /// For each quota the candidate of each row.
  private var candidates: [[Int: Int]]
  /// For each quota and scope those who have a seat, the first of the order first.
  private var holders: [[[Int]]]
  private let pending: [Set<Int>]
  /// By one reference: a world is copied with a count for every column.
  let world: FixedWorld
  /// For each table the members that some ranking orders it by.
  let orderedBy: [[Int]]
  private var problems: [[[Int]]]

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
    rankPlaces = empty.map { Array(repeating: [], count: $0) }
    rankedCounts = outcome.rankings.map { ranking in
      ranking.scopes.map { groups in
        groups.map { $0.places.count { if case .rank = $0 { true } else { false } } }
      }
    }
    candidates = outcome.grading.quotas.map { quota in
      Dictionary(
        zip(quota.candidates, quota.candidates.indices), uniquingKeysWith: { first, _ in first })
    }
    pending = outcome.grading.quotas.map { Set($0.pending) }
    holders = outcome.grading.quotas.map(ReportIndex.holders)
    problems = ReportIndex.problems(run.problems, of: world, counts: empty)
    for (index, ranking) in outcome.rankings.enumerated() { addPlaces(index, ranking) }
  }

  private mutating func addPlaces(_ index: Int, _ result: RankingResult) {
    guard rankPlaces.indices.contains(result.ranking.table) else { return }
    for (scope, groups) in result.scopes.enumerated() {
      for (group, members) in groups.enumerated() {
        for (member, row) in members.rows.enumerated() {
          rankPlaces[result.ranking.table][row].append(
            RankPlace(ranking: index, scope: scope, group: group, member: member))
        }
      }
    }
  }

  private static func holders(_ quota: QuotaResult) -> [[Int]] {
    let allocation = quota.prospect.allocation
    return allocation.members.map { members in
      members.filter { quota.prospect.outcomes[$0].isSeated }
        .sorted { (allocation.places[$0], $0) < (allocation.places[$1], $1) }
    }
  }

  func places(_ table: Int, _ row: Int) -> [RankPlace] { rankPlaces[table][row] }

  func candidate(_ quota: Int, _ row: Int) -> Int? { candidates[quota][row] }

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
