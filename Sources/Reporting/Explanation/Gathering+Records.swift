import Criteria
import FEEL
import Model
import Scoring

extension Gathering {
  /// Every record of the subject, then the others that were read, by table and row.
  func records(_ nodes: [ExplainedNode]) -> [ExplainedRecord] {
    var readers: [RecordReference: [String]] = [:]
    var filters: [RecordReference: [String]] = [:]
    for (id, trees) in subjectTrees(nodes) {
      var use = RecordUse()
      for tree in trees { use.note(tree) }
      let leads = trees.contains(where: \.readsLed) ? leadsInForce : []
      for record in use.used.union(leads) { readers[record, default: []].append(id) }
      for record in use.leftOut.subtracting(use.used) { filters[record, default: []].append(id) }
    }
    for (row, reader) in decisionsUsed(nodes) { readers[row, default: []].append(reader) }
    let mine = Set(
      own.flatMap { table, rows in
        rows.map { RecordReference(type: Int32(table), row: Int32($0)) }
      })
    let fields = fieldsRead
    return (mine.union(read())).sorted { ($0.type, $0.row) < ($1.type, $1.row) }.map {
      explained($0, isOwn: mine.contains($0), readers[$0] ?? [], filters[$0] ?? [], fields)
    }
  }

  /// The decisions that stand in place of something computed, with what they stand in place of.
  private func decisionsUsed(_ nodes: [ExplainedNode]) -> [(RecordReference, String)] {
    let table = EngineTable.decisions.rawValue
    return nodes.filter { $0.record == record }.compactMap { node in
      var name: String?
      if case .level(let level) = node.kind { name = level.decision }
      if case .value(let rule) = node.kind, rule.isGiven {
        name = latestDecision(on: node.name)
      }
      guard let name, let row = world.tables[table].names.firstIndex(of: name) else { return nil }
      return (RecordReference(type: Int32(table), row: Int32(row)), node.id)
    }
  }

  /// The record of the decision that stands on one value of the subject in the period.
  private func latestDecision(on what: String) -> String? {
    guard case .one(let row) = world.decision(on: what, Int(record.type), Int(record.row)) else {
      return nil
    }
    return world.tables[EngineTable.decisions.rawValue].names[row]
  }

  /// The subject's leads on the last day of the period, from which the people and units led follow.
  private var leadsInForce: Set<RecordReference> {
    let leads = EngineTable.leads.rawValue
    let rows = own.first { $0.table == leads }?.rows ?? []
    return Set(
      rows.filter { isInForce(leads, $0, world.period.to, world.period.to) }.map {
        RecordReference(type: Int32(leads), row: Int32($0))
      })
  }

  /// Whether a dated record is in force on some day from `first` to `last`.
  private func isInForce(
    _ table: Int, _ row: Int, _ first: CalendarDate, _ last: CalendarDate
  ) -> Bool {
    func date(_ field: String) -> CalendarDate? {
      guard let index = pack.layout.tables[table].field(field),
        case .date(let date) = world.tables[table].columns[index][row]
      else { return nil }
      return date
    }
    if let from = date("from"), from > last { return false }
    if let to = date("to"), to < first { return false }
    return true
  }

  /// The trees of the subject itself, with what they belong to; its records' own values come in
  /// where the subject reads them.
  private func subjectTrees(_ nodes: [ExplainedNode]) -> [(String, [ExplainedTree])] {
    nodes.filter { $0.record == record }.map { ($0.id, $0.trees) }
      + quotas.map { ("quota \($0.rule.rule.head.id)", $0.trees) }
      + lists.filter { $0.outcome != .notListed || $0.table == Int(record.type) }
      .map { ("list \($0.rule.head.id)", $0.trees) }
  }

  /// Records that fields were read from, or that stand in a list of all records of a table.
  private func read() -> Set<RecordReference> {
    var read: Set<RecordReference> = []
    for reference in builder.references {
      switch reference.kind {
      case .field: read.insert(reference.record)
      case .related(.unit), .related(.agency), .related(.posting), .related(.postings):
        read.formUnion(reference.value.allRecords)
        if case .related(.agency) = reference.kind { read.formUnion(chain(from: reference.record)) }
      case .related, .node: break
      }
    }
    for index in builder.globals { read.formUnion(world.globals[index].allRecords) }
    if Int(record.type) == EngineTable.people.rawValue { read.formUnion(chain(from: record)) }
    return read
  }

  /// The units from a person's or a unit's own up to its agency.
  private func chain(from record: RecordReference) -> [RecordReference] {
    let units = EngineTable.units.rawValue
    var unit: RecordReference? = record
    if Int(record.type) == EngineTable.people.rawValue {
      guard case .record(let own) = world.relations.unit[Int(record.row)] else { return [] }
      unit = own
    }
    guard let parent = pack.layout.tables[units].field("parent") else { return [] }
    var chain: [RecordReference] = []
    while let next = unit, !chain.contains(next) {
      chain.append(next)
      guard world.relations.agency[Int(next.row)] != next.row,
        case .record(let above) = world.tables[units].columns[parent][Int(next.row)]
      else { break }
      unit = above
    }
    return chain
  }

  private func explained(
    _ record: RecordReference, isOwn: Bool, _ readers: [String], _ filters: [String],
    _ fieldsRead: Set<[Int]>
  ) -> ExplainedRecord {
    let (table, row) = (Int(record.type), Int(record.row))
    let layout = pack.layout.tables[table]
    var doubt: Unknown?
    var use = ExplainedRecord.Use.used
    switch world.tables[table].states[row] {
    case .outsidePeriod: use = .notUsed(.outsidePeriod)
    case .knownLater: use = .notUsed(.knownLater)
    case .setAside: use = .notUsed(.setAside)
    case .perhaps(let why): (use, doubt) = (.notUsed(.perhaps), why)
    case .used:
      if isOwn, readers.isEmpty { use = .notUsed(reason(record, filters)) }
    }
    let isWhole = isOwn || table > EngineTable.units.rawValue
    let fields = layout.fields.indices.filter { isWhole || fieldsRead.contains([table, row, $0]) }
    return ExplainedRecord(
      reference: record, isOwn: isOwn, use: use, doubt: doubt,
      fields: fields.map { (layout.fields[$0].name, world.tables[table].columns[$0][row]) },
      readers: readers, filters: filters)
  }

  private func reason(_ record: RecordReference, _ filters: [String]) -> ExplainedRecord.Reason {
    let (table, period) = (Int(record.type), world.period)
    let isDated = table == EngineTable.postings.rawValue || table == EngineTable.leads.rawValue
    if isDated, !isInForce(table, Int(record.row), period.from, period.to) { return .outsidePeriod }
    return filters.isEmpty ? .notRead : .filtered
  }

  /// Of other people and units only what was read is shown: table, row and field.
  ///
  /// The way from a unit to its agency is always shown.
  private var fieldsRead: Set<[Int]> {
    let units = EngineTable.units.rawValue
    let way = ["id", "parent", "agency"].compactMap(pack.layout.tables[units].field)
    var fields = Set<[Int]>()
    for row in 0..<world.tables[units].count {
      for field in way { fields.insert([units, row, field]) }
    }
    for reference in builder.references where Int(reference.record.type) <= units {
      if let key = pack.layout.tables[Int(reference.record.type)].key {
        fields.insert([Int(reference.record.type), Int(reference.record.row), key])
      }
    }
    return fields.union(
      builder.references.compactMap { reference -> [Int]? in
        guard case .field = reference.kind,
          let field = pack.layout.tables[Int(reference.record.type)].field(reference.name)
        else { return nil }
        return [Int(reference.record.type), Int(reference.record.row), field]
      })
  }
}

extension ExplainedTree {
  /// Whether the tree goes through the people or units that the subject leads.
  fileprivate var readsLed: Bool {
    references.contains {
      if case .related(let related) = $0.kind {
        related == .ledPeople || related == .ledUnits
      } else {
        false
      }
    } || arguments.contains(where: \.readsLed)
  }
}
