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
    self.grading = grading
    rankings = grading.world.pack.rankings.map { RankingResult($0, grading) }
    lists = grading.world.pack.lists.map { ListResult($0, grading) }
  }
}
