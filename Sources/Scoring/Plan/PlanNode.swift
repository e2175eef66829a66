package import Criteria

/// Something that is computed for every record of a table, or for the whole dataset at once.
package enum PlanNode: Hashable, Sendable {
  /// Which records of a table count in the period.
  case counting(table: Int)
  /// The posting and unit of every person.
  case membership
  /// A named value, by its index in the layout.
  case value(Int)
  /// A level of people or units at one stage.
  case level(table: Int, LevelStage)
}

extension PlanNode {
  /// The table whose records the node is computed for.
  package func table(in plan: Plan) -> Int {
    switch self {
    case .counting(let table), .level(let table, _): table
    case .membership: EngineTable.people.rawValue
    case .value(let index): plan.pack.values[index].table
    }
  }
}

/// A dependency of one node on another, and the edges of the graph of records it follows.
package struct PlanEdge: Hashable, Sendable {
  package let from: PlanNode
  package let to: PlanNode
  /// Empty where the record is the same.
  package let via: Set<Relation>
}

/// Nodes that are computed together.
package struct Stratum: Sendable {
  /// In an order in which, for one record, each is computed after those it needs.
  package let nodes: [PlanNode]
  /// The relations through which the nodes depend on each other; empty for a single pass.
  package let circle: Set<Relation>
}
