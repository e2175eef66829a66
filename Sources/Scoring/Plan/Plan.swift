package import Criteria
import FEEL

/// The order in which everything of a pack is computed: made once, before any record is read.
///
/// Definitions and their dependencies form a graph; its knots (strongly connected parts) are the
/// strata. A knot of more than one definition is legal only where every circle in it passes from a
/// leader to those led, or from a unit to its sub-units, because those edges end in the data.
package struct Plan: Sendable {
  package let pack: ResolvedPack
  package let strata: [Stratum]

  /// The same order of computing for a pack whose formulas were replaced by others that need no more.
  func with(_ pack: ResolvedPack) -> Plan { Plan(pack: pack, strata: strata) }

  /// Plans a pack.
  ///
  /// - Returns: The plan, or `nil` with the circles that the pack must not have, each printed with
  ///   the names along it.
  /// - Complexity: O(definitions + references between them).
  package static func make(_ pack: ResolvedPack) -> (plan: Plan?, problems: PackProblems) {
    let graph = DependencyGraph(pack)
    var problems = PackProblems()
    var strata: [Stratum] = []
    for knot in graph.knots {
      let inner = graph.edges(within: Set(knot))
      let circle = Set(inner.flatMap(\.via))
      let here = inner.filter { !$0.via.contains(where: \.mayRecur) }
      guard let order = DependencyGraph.order(knot, here), !joins(circle),
        inner.isEmpty || !hasQuota(knot, pack)
      else {
        graph.report(knot, &problems)
        continue
      }
      strata.append(Stratum(nodes: order, circle: inner.isEmpty ? [] : circle))
    }
    return (problems.hasErrors ? nil : Plan(pack: pack, strata: strata), problems)
  }

  /// Whether a quota, which needs a whole cohort at once, stands in a circle of single records.
  private static func hasQuota(_ knot: [PlanNode], _ pack: ResolvedPack) -> Bool {
    pack.quotas.contains { knot.contains(.level(table: $0.table, .proposed)) }
  }

  /// Whether a circle goes from a person up to the own unit and from a unit down to its people.
  private static func joins(_ circle: Set<Relation>) -> Bool {
    circle.contains(.ownUnit) && !circle.isDisjoint(with: [.member, .subUnit])
  }
}
