package import Criteria
import FEEL

/// Which definitions of a pack need which others.
package struct DependencyGraph: Sendable {
  package let pack: ResolvedPack
  package private(set) var nodes: [PlanNode] = []
  private var outgoing: [PlanNode: [PlanEdge]] = [:]

  package init(_ pack: ResolvedPack) {
    self.pack = pack
    for table in pack.layout.tables.indices {
      add(.counting(table: table), [pack.tableRules[table].countsWhen])
    }
    add(.membership, [pack.membership])
    for (index, value) in pack.values.enumerated() {
      add(.value(index), [value.program, value.when])
    }
    for table in [EngineTable.people.rawValue, EngineTable.units.rawValue] { addLevels(table) }
  }

  private mutating func addLevels(_ table: Int) {
    let scope = pack.scopes.filter { $0.table == table }.map(\.program)
    let levels = pack.levels.filter { $0.table == table }
    let caps = pack.caps.filter { $0.table == table }
    let quotas = pack.quotas.filter { $0.table == table }
    add(
      .level(table: table, .computed),
      scope + levels.flatMap { $0.states + $0.rows.map(\.when) })
    add(.level(table: table, .capped), caps.flatMap { [$0.when, $0.atMost] })
    add(.level(table: table, .proposed), quotas.flatMap { [$0.who, $0.share, $0.base] })
    add(.level(table: table, .standing), [])
    for (stage, before) in zip(LevelStage.allCases.dropFirst(), LevelStage.allCases) {
      link(.level(table: table, stage), .level(table: table, before), [])
    }
    for quota in quotas {
      for member in quota.within.joined() + quota.by + quota.then {
        link(.level(table: table, .proposed), reading: member, of: table, [])
      }
    }
  }

  private mutating func add(_ node: PlanNode, _ programs: [Program?]) {
    nodes.append(node)
    outgoing[node] = outgoing[node] ?? []
    for program in programs {
      program?.root.forEach { self.read($0, by: node) }
    }
  }

  /// Notes that a node needs what some more formulas read.
  mutating func add(_ programs: [Program], to node: PlanNode) {
    for program in programs { program.root.forEach { read($0, by: node) } }
  }

  /// Notes what one piece of a formula reads.
  private mutating func read(_ piece: Node, by node: PlanNode) {
    guard case .member(let base, let member) = piece.kind else { return }
    var type = base.type
    if case .list(let element) = type { type = element }
    guard case .record(let table, let via) = type else { return }
    link(node, reading: member, of: table, Set(via.compactMap(Relation.init(rawValue:))))
  }

  private mutating func link(
    _ node: PlanNode, reading member: Int, of table: Int, _ via: Set<Relation>
  ) {
    switch pack.layout.tables[table].members[member].source {
    case .field: break
    case .value(let index): link(node, .value(index), via)
    case .level(let stage): link(node, .level(table: table, stage), via)
    case .related(.records(let records)), .related(.naming(let records, _)):
      link(node, .counting(table: records), via)
    case .related(.postings), .related(.owner), .related(.parent), .related(.subUnits): break
    case .related(.ledUnits): break
    case .related: link(node, .membership, via)
    }
  }

  private mutating func link(_ from: PlanNode, _ to: PlanNode, _ via: Set<Relation>) {
    let edge = PlanEdge(from: from, to: to, via: via)
    if outgoing[from]?.contains(edge) != true { outgoing[from, default: []].append(edge) }
  }

  package func edges(from node: PlanNode) -> [PlanEdge] { outgoing[node] ?? [] }

  /// The edges that begin and end in `knot`.
  package func edges(within knot: Set<PlanNode>) -> [PlanEdge] {
    nodes.filter(knot.contains).flatMap { edges(from: $0) }.filter { knot.contains($0.to) }
  }
}
