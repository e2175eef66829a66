import Criteria
import FEEL
import Scoring

/// On which readings the results of a person or unit rest.
///
/// A reading counts where a formula of the record's own values or levels, or of the records that
/// belong to it, contains it; values that do not apply to the record do not count. Readings behind
/// the values of other people and units are told there.
package struct ReadingsUsed: Sendable {
  private let byValue: [[String]]
  private let byLevel: [[String]]
  private let valuesOf: [[Int]]
  /// The readings of all records of a table, where its values add none.
  private let always: [[String]?]

  /// Walks the formulas of a pack once.
  init(_ pack: ResolvedPack) {
    let direct = DirectReadings(pack)
    byValue = pack.values.indices.map { direct.within(.value($0)) }
    byLevel = [EngineTable.people, .units].map { table in
      Set(
        LevelStage.allCases.flatMap { direct.within(.level(table: table.rawValue, $0)) }
          + direct.within(.membership)
      ).sorted()
    }
    valuesOf = [EngineTable.people, .units].map { table in
      pack.values.indices.filter { pack.values[$0].table == table.rawValue }
    }
    always = valuesOf.indices.map { [byValue, byLevel, valuesOf] table in
      valuesOf[table].allSatisfy { byValue[$0].isEmpty } ? byLevel[table] : nil
    }
  }

  /// The names of the readings behind the results of one record, sorted.
  func names(_ table: Int, _ row: Int, in world: World) -> [String] {
    if let always = always[table] { return always }
    var names = Set(byLevel[table])
    for index in valuesOf[table] where !byValue[index].isEmpty {
      if let value = world.values[index].indices.contains(row) ? world.values[index][row] : nil,
        case .null = value
      {
        continue
      }
      names.formUnion(byValue[index])
    }
    return names.sorted()
  }
}

/// The readings in formulas, followed to records that belong to others but not to people and units.
private struct DirectReadings {
  let pack: ResolvedPack
  let graph: DependencyGraph
  private var own: [PlanNode: Set<String>] = [:]

  init(_ pack: ResolvedPack) {
    self.pack = pack
    graph = DependencyGraph(pack)
    for table in pack.layout.tables.indices {
      own[.counting(table: table)] = names([pack.tableRules[table].countsWhen])
    }
    own[.membership] = names([pack.membership])
    for (index, value) in pack.values.enumerated() {
      own[.value(index)] = names([value.program, value.when])
    }
    for table in [EngineTable.people.rawValue, EngineTable.units.rawValue] { addLevels(table) }
  }

  private mutating func addLevels(_ table: Int) {
    let rows = pack.levels.filter { $0.table == table }.flatMap { $0.states + $0.rows.map(\.when) }
    own[.level(table: table, .computed)] = names(
      rows + pack.scopes.filter { $0.table == table }.map(\.program))
    own[.level(table: table, .capped)] = names(
      pack.caps.filter { $0.table == table }.flatMap { [$0.when, $0.atMost] })
    own[.level(table: table, .proposed)] = names(
      pack.quotas.filter { $0.table == table }.flatMap { [$0.who, $0.share, $0.base] })
  }

  private func names(_ programs: [Program?]) -> Set<String> {
    var names: Set<String> = []
    for program in programs {
      program?.root.forEach { node in
        if case .reading(let name, _, _) = node.kind { names.insert(name) }
      }
    }
    return names
  }

  /// The readings of a node and of everything it needs outside people's and units' own results.
  func within(_ node: PlanNode) -> [String] {
    var seen: Set<PlanNode> = [node]
    var waiting = [node]
    var names: Set<String> = []
    while let next = waiting.popLast() {
      names.formUnion(own[next] ?? [])
      for edge in graph.edges(from: next)
      where isOfRecords(edge.to) && seen.insert(edge.to).inserted {
        waiting.append(edge.to)
      }
    }
    return names.sorted()
  }

  private func isOfRecords(_ node: PlanNode) -> Bool {
    switch node {
    case .counting, .membership: true
    case .value(let index): pack.values[index].table > EngineTable.units.rawValue
    case .level: false
    }
  }
}
