import Criteria
package import Scoring

/// Everything that one evaluation produces: values and levels, quotas, orders and lists.
package struct Outcome: Sendable {
  package let grading: Grading
  package let rankings: [RankingResult]
  package let lists: [ListResult]

  /// Evaluates a world by a plan.
  ///
  /// Nothing here can fail: what is not known is said to be so.
  package init(_ plan: Plan, in world: World) {
    var grading = Grading(plan, in: world)
    grading.compute()
    self.init(grading)
  }

  /// Orders and lists what is graded already.
  package init(_ grading: Grading) {
    let people = grading.world.tables[EngineTable.people.rawValue].count
    let (rankings, lists) = grading.world.both(
      rows: people, { grading.rankings }, { grading.lists })
    self.init(grading, rankings: rankings, lists: lists)
  }

  /// Joins what was ordered and listed before.
  package init(_ grading: Grading, rankings: [RankingResult], lists: [ListResult]) {
    (self.grading, self.rankings, self.lists) = (grading, rankings, lists)
  }
}

extension Grading {
  /// Every order of the pack.
  package var rankings: [RankingResult] {
    world.pack.rankings.map { RankingResult($0, self) }
  }

  /// Every list of the pack.
  package var lists: [ListResult] { world.pack.lists.map { ListResult($0, self) } }
}
