import Criteria
import FEEL
import Model
import Scoring
import Standing

/// Collects what one explanation holds.
struct Gathering {
  let explainer: Explainer
  let subject: ExplainedSubject
  /// The person, unit or other record that is explained.
  let record: RecordReference
  var builder: TreeBuilder
  var nodes: [ExplainedNode] = []
  var quotas: [ExplainedQuota] = []
  var ranks: [ExplainedRank] = []
  var lists: [ExplainedListing] = []
  /// The subject's own rows by table, in the order of the tables.
  let own: [(table: Int, rows: [Int])]

  var world: World { explainer.world }
  var pack: ResolvedPack { explainer.world.pack }
  var grading: Grading { explainer.outcome.grading }

  init(_ explainer: Explainer, _ subject: ExplainedSubject) {
    self.explainer = explainer
    self.subject = subject
    record = subject.record(in: explainer.world.pack)
    builder = TreeBuilder(explainer.world)
    own = explainer.world.ownRecords(of: record)
  }

  /// Explains the subject's values, then everything else that those read and that is nobody's.
  mutating func gather() {
    addNodes()
    addLevels()
    addClosings()
    addQuotas()
    addRanks()
    addLists()
    addShared()
  }

  func name(_ record: RecordReference) -> String { world.name(record) }

  /// Whether a record is explained here: the subject, its own records, and records of nobody.
  func isExplainedHere(_ other: RecordReference) -> Bool {
    if other == record { return true }
    let table = Int(other.type)
    if table <= EngineTable.units.rawValue { return false }
    if own.contains(where: { $0.table == table && $0.rows.contains(Int(other.row)) }) {
      return true
    }
    return pack.layout.tables[table].owner == nil && table > EngineTable.leads.rawValue
  }

  /// The conditions of entries, explained in their order.
  mutating func rules(
    _ entries: [(head: EntryHead, gives: String?, isPending: Bool, program: Program)],
    _ record: RecordReference, until stop: (Value) -> Bool = { _ in false }
  ) -> [ExplainedRule] {
    var rules: [ExplainedRule] = []
    for entry in entries {
      guard let tree = builder.tree(entry.program, record) else { continue }
      rules.append(
        ExplainedRule(head: entry.head, gives: entry.gives, isPending: entry.isPending, tree: tree))
      if stop(tree.value) { break }
    }
    return rules
  }
}

extension World {
  /// The rows that belong to a person or a unit, by table; every state.
  func ownRecords(of record: RecordReference) -> [(table: Int, rows: [Int])] {
    tables.indices.compactMap { table in
      let rows = ownRows(of: record, in: table)
      return rows.isEmpty ? nil : (table, rows)
    }
  }

  private func ownRows(of record: RecordReference, in table: Int) -> [Int] {
    if Int(record.type) == table { return [Int(record.row)] }
    let layout = pack.layout.tables[table]
    let owners: [Int]
    if let field = layout.ownerField, layout.owner == Int(record.type) {
      owners = [field]
    } else if layout.owner == nil, table <= EngineTable.decisions.rawValue {
      owners = ["person", "unit"].compactMap(layout.field).filter {
        layout.fields[$0].kind == .reference(Int(record.type))
      }
    } else {
      return []
    }
    return (0..<tables[table].count).filter { row in
      owners.contains { tables[table].columns[$0][row] == .record(record) }
    }
  }
}
