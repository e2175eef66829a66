import Criteria
package import FEEL
package import Scoring

/// How a grading is brought up to date after a change.
///
/// What depends on what, and in which order records read each other: it holds as long as nobody
/// changes unit or leader.
package struct UpdateOrder: Sendable {
  package let dependents: Dependents
  /// The layers of each stratum that is a circle, by its place.
  fileprivate let layers: [Int: [Set<RecordReference>]]

  /// The order for a grading; `nil` where leads or units form a circle in the data.
  package init?(_ grading: Grading) {
    guard grading.circles.isEmpty else { return nil }
    dependents = Dependents(grading.plan.pack)
    var layers: [Int: [Set<RecordReference>]] = [:]
    for (place, stratum) in grading.plan.strata.enumerated() where !stratum.circle.isEmpty {
      layers[place] = RecordKnots(stratum, grading.plan, grading.world).layers.map {
        Set($0.records)
      }
    }
    self.layers = layers
  }
}

extension Grading {
  /// Computes again what depends on a record whose values were replaced.
  ///
  /// - Parameters:
  ///   - record: A record of a table that is read only through owners.
  ///   - order: That of this grading.
  /// - Returns: The records of which something changed, this one first of all.
  /// - Complexity: O(what depends on the record), and the cohorts of quotas where a level may change.
  @discardableResult
  package mutating func update(
    after record: RecordReference, _ order: UpdateOrder
  ) -> Set<RecordReference> {
    var update = Update(order.dependents, after: record)
    update.mark(.counting(table: Int(record.type)), [Int(record.row)])
    for (index, value) in plan.pack.values.enumerated() where value.table == Int(record.type) {
      update.mark(.value(index), [Int(record.row)])
    }
    // Who reads the record reads also fields of it, which are no nodes: all who ask its owner for it.
    update.changedRecords(of: Int(record.type), owner: world.owner(of: record), in: self)
    for (place, stratum) in plan.strata.enumerated() {
      if let layers = order.layers[place] {
        computeCircle(stratum, layers, &update)
      } else {
        for node in stratum.nodes { compute(node, &update) }
      }
    }
    return update.touched
  }

  private mutating func compute(_ node: PlanNode, _ update: inout Update) {
    let rows = update.takeRows(of: node)
    guard !rows.isEmpty else { return }
    switch node {
    case .counting(let table):
      for row in rows where world.tables[table].states[row] != .setAside {
        world.tables[table].states[row] = .used
      }
      world.count(table: table, rows)
    case .membership: return
    case .value(let index): compute(index, rows, &update)
    case .level(let table, .proposed):
      let before = world.levels[table][LevelStage.proposed.rawValue]
      proposeAgain(table)
      let after = world.levels[table][LevelStage.proposed.rawValue]
      let others = after.indices.filter { after[$0] != before[$0] }
      update.mark(.level(table: table, .standing), rows)
      update.changed(node, others, in: self)
    case .level(let table, let stage): compute(stage, table, rows, &update)
    }
  }

  private mutating func compute(_ index: Int, _ rows: [Int], _ update: inout Update) {
    let before = rows.map { world.values[index][$0] }
    world.compute(value: index, rows)
    let changed = zip(rows, before).filter { world.values[index][$0] != $1 }.map(\.0)
    update.changed(.value(index), changed, in: self)
  }

  /// Levels of one stage; notes are written anew from the first stage on, so all later ones follow.
  private mutating func compute(
    _ stage: LevelStage, _ table: Int, _ rows: [Int], _ update: inout Update
  ) {
    let before = rows.map { level(stage, table, $0) }
    compute(stage, table, rows)
    for later in LevelStage.allCases where later.rawValue > stage.rawValue {
      update.mark(.level(table: table, later), rows)
    }
    let changed = zip(rows, before).filter { level(stage, table, $0) != $1 }.map(\.0)
    update.changed(.level(table: table, stage), changed, in: self)
  }

  /// Fills the seats of a table's quotas as if for the first time.
  private mutating func proposeAgain(_ table: Int) {
    for row in notes[table].indices { notes[table][row].quota = nil }
    let kept = quotas
    quotas = []
    let first = kept.firstIndex { $0.table == table } ?? kept.count
    propose(table)
    let made = quotas
    quotas = kept.filter { $0.table != table }
    quotas.insert(contentsOf: made, at: min(first, quotas.count))
  }

  /// Records of a circle in the order in which they read each other, those that are marked.
  private mutating func computeCircle(
    _ stratum: Stratum, _ layers: [Set<RecordReference>], _ update: inout Update
  ) {
    for records in layers where update.isMarked(stratum.nodes) {
      for node in stratum.nodes {
        let table = node.table(in: plan)
        let rows = update.takeRows(of: node) {
          records.contains(RecordReference(type: Int32(table), row: Int32($0)))
        }
        guard !rows.isEmpty else { continue }
        switch node {
        case .value(let index): compute(index, rows, &update)
        case .level(let table, let stage): compute(stage, table, rows, &update)
        case .counting, .membership: break
        }
      }
    }
  }
}

/// What is to be computed again, by node and row.
private struct Update {
  private let dependents: Dependents
  private var marked: [PlanNode: Set<Int>] = [:]
  private(set) var touched: Set<RecordReference>

  init(_ dependents: Dependents, after record: RecordReference) {
    self.dependents = dependents
    touched = [record]
  }

  mutating func mark(_ node: PlanNode, _ rows: [Int]) {
    guard !rows.isEmpty else { return }
    marked[node, default: []].formUnion(rows)
  }

  func isMarked(_ nodes: [PlanNode]) -> Bool { nodes.contains { marked[$0] != nil } }

  /// The marked rows of a node for which `condition` holds, which are then no longer marked.
  mutating func takeRows(of node: PlanNode, where condition: (Int) -> Bool = { _ in true }) -> [Int]
  {
    guard let rows = marked[node] else { return [] }
    let taken = rows.filter(condition)
    let left = rows.subtracting(taken)
    marked[node] = left.isEmpty ? nil : left
    return taken.sorted()
  }

  /// Marks whatever asks an owner for the records of a table.
  mutating func changedRecords(of table: Int, owner: RecordReference?, in grading: Grading) {
    guard let owner else { return }
    for edge in dependents.edges(to: .counting(table: table)) {
      let reader = edge.from.table(in: grading.plan)
      mark(edge.from, grading.world.readers(of: [owner], through: edge.via, in: reader))
    }
  }

  /// Marks whatever reads a node of some records.
  mutating func changed(_ node: PlanNode, _ rows: [Int], in grading: Grading) {
    guard !rows.isEmpty else { return }
    let table = node.table(in: grading.plan)
    let records = Set(rows.map { RecordReference(type: Int32(table), row: Int32($0)) })
    touched.formUnion(records)
    for edge in dependents.edges(to: node) {
      let reader = edge.from.table(in: grading.plan)
      let readers =
        switch (edge.via.isEmpty, reader == table) {
        case (true, true): rows
        // Formulas that read all records of a table, whosever they are.
        case (true, false): Array(0..<grading.world.tables[reader].count)
        case (false, _): grading.world.readers(of: records, through: edge.via, in: reader)
        }
      mark(edge.from, readers)
    }
  }
}
