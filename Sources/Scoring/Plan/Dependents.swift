package import Criteria
import FEEL

/// What has to be computed again when something has changed: the edges of the graph, backwards.
package struct Dependents: Sendable {
  private let edges: [PlanNode: [PlanEdge]]
  /// The tables whose records are read only through their owners, so that it is known who reads them.
  package let ownedTables: Set<Int>

  /// Reads the graph of a pack backwards.
  package init(_ pack: ResolvedPack) {
    let graph = DependencyGraph(pack)
    edges = Dictionary(grouping: graph.nodes.flatMap { graph.edges(from: $0) }, by: \.to)
    ownedTables = Set(
      pack.layout.tables.indices.filter { table in
        table >= EngineTable.allCases.count && pack.layout.tables[table].owner != nil
          && pack.readsOnlyThroughOwners(table)
      })
  }

  /// The edges that lead to a node.
  package func edges(to node: PlanNode) -> [PlanEdge] { edges[node] ?? [] }
}

extension ResolvedPack {
  /// Whether no formula names a record of a table, or asks for all of them.
  fileprivate func readsOnlyThroughOwners(_ table: Int) -> Bool {
    let programs = values.flatMap { [$0.program, $0.when].compactMap(\.self) } + otherPrograms
    return programs.allSatisfy { program in
      var isOwned = true
      program.root.forEach { node in
        switch node.kind {
        case .global(let index): if layout.globals[index] == .table(table) { isOwned = false }
        case .member(let base, _):
          var type = base.type
          if case .list(let element) = type { type = element }
          if case .record(table, let via) = type,
            via.contains(Relation.reference.rawValue) || via.contains(Relation.named.rawValue)
          {
            isOwned = false
          }
        default: break
        }
      }
      return isOwned
    }
  }
}
