import Criteria
import FEEL
import Scoring

extension Grading {
  /// Computes every node of a stratum for all records.
  mutating func compute(_ stratum: Stratum) {
    for node in stratum.nodes { compute(node) }
  }

  /// Computes nodes that depend on each other through the people led or the sub-units.
  ///
  /// Records are computed from those that lead nobody upwards, each after all those it reads. A
  /// circle in the data must not be: each of its records is computed as if nothing were known of
  /// the others, so that only what depends on them is unknown, and ``circles`` tells who they are.
  ///
  /// - Complexity: O(records + leads + size of the formulas).
  mutating func computeCircle(_ stratum: Stratum) {
    guard world.hasLinks(stratum.circle) else { return compute(stratum) }
    let count = stratum.nodes.reduce(0) { $0 + world.rows(of: $1) }
    let (columns, layers) = world.both(
      rows: count,
      { [world] in
        stratum.nodes.map {
          Array(repeating: Grading.unknownInCircle, count: world.rows(of: $0))
        }
      }, { [plan, world] in RecordKnots(stratum, plan, world).layers })
    for (node, column) in zip(stratum.nodes, columns) { put(column, node) }
    for layer in layers {
      compute(stratum, layer.records)
      for circle in layer.circles { computeApart(circle, stratum) }
    }
  }

  /// Computes each record of a circle with the others unknown.
  private mutating func computeApart(_ records: [RecordReference], _ stratum: Stratum) {
    var found: [(node: PlanNode, row: Int, value: Value)] = []
    for record in records {
      compute(stratum, [record])
      for node in stratum.nodes where node.table(in: plan) == Int(record.type) {
        found.append((node, Int(record.row), value(of: node, Int(record.row))))
        set(node, Int(record.row), Grading.unknownInCircle)
      }
    }
    for one in found { set(one.node, one.row, one.value) }
    circles += records
  }

  private static let unknownInCircle = Value.unknown(Unknown("leads or units form a circle"))

  private mutating func put(_ column: [Value], _ node: PlanNode) {
    switch node {
    case .value(let index): world.values[index] = column
    case .level(let table, let stage): world.levels[table][stage.rawValue] = column
    case .counting, .membership: break
    }
  }

  private func value(of node: PlanNode, _ row: Int) -> Value {
    switch node {
    case .value(let index): world.values[index][row]
    case .level(let table, let stage): level(stage, table, row)
    case .counting, .membership: .null
    }
  }

  private mutating func set(_ node: PlanNode, _ row: Int, _ value: Value) {
    switch node {
    case .value(let index): world.values[index][row] = value
    case .level(let table, let stage): world.levels[table][stage.rawValue][row] = value
    case .counting, .membership: break
    }
  }

  /// Computes the nodes of a stratum for records that do not read each other, in their order.
  private mutating func compute(_ stratum: Stratum, _ records: [RecordReference]) {
    var ofTable = [[Int]](repeating: [], count: world.tables.count)
    for record in records { ofTable[Int(record.type)].append(Int(record.row)) }
    for node in stratum.nodes {
      let rows = ofTable[node.table(in: plan)]
      guard !rows.isEmpty else { continue }
      switch node {
      case .value(let index): world.compute(value: index, rows)
      case .level(let table, let stage): compute(stage, table, rows)
      case .counting, .membership: break
      }
    }
  }
}

extension World {
  /// Whether some record leads to another by one of the relations through which circles may go.
  fileprivate func hasLinks(_ circle: Set<Relation>) -> Bool {
    circle.contains { relation in
      switch relation {
      case .led: !relations.ledPeople.isEmpty || !relations.ledUnits.isEmpty
      case .subUnit: !relations.subUnits.isEmpty
      default: relation.mayRecur
      }
    }
  }
}
