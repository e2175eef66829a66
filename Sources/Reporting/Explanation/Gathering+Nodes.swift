import Criteria
import FEEL
import Model
import Scoring

extension Gathering {
  /// The postings, counting and values of the subject's own records, in the order of the layout.
  mutating func addNodes() {
    if Int(record.type) == EngineTable.people.rawValue { addPosting() }
    for (table, rows) in own where Int(record.type) != table {
      for row in rows { addRecord(RecordReference(type: Int32(table), row: Int32(row))) }
    }
    addRecord(record)
  }

  private mutating func addPosting() {
    guard let rule = pack.pack.membership, let program = pack.membership else { return }
    nodes.append(
      ExplainedNode(
        id: "\(name(record)).posting", record: record, name: "posting", label: rule.head.label,
        cite: rule.head.cite, kind: .posting, value: world.relations.posting[Int(record.row)],
        tree: builder.tree(program, record)))
  }

  /// Whether a record counts, and its values.
  mutating func addRecord(_ record: RecordReference) {
    let table = Int(record.type)
    if let program = pack.tableRules[table].countsWhen { addCounting(record, program) }
    for index in pack.values.indices where pack.values[index].table == table {
      addValue(index, record)
    }
  }

  private mutating func addCounting(_ record: RecordReference, _ program: Program) {
    let state = world.tables[Int(record.type)].states[Int(record.row)]
    let tree = builder.tree(program, record)
    let rule = pack.layout.tables[Int(record.type)].rule
    switch state {
    case .used, .outsidePeriod, .perhaps:
      nodes.append(
        ExplainedNode(
          id: "\(name(record))#counts", record: record, name: "counts", label: rule?.head.label,
          cite: rule?.head.cite, kind: .counts, value: tree?.value ?? .null, tree: tree))
    case .knownLater, .setAside: break
    }
  }

  private mutating func addValue(_ index: Int, _ record: RecordReference) {
    let definition = pack.values[index]
    let row = Int(record.row)
    guard !world.values[index].isEmpty else { return }
    let value = world.values[index][row]
    let isGiven = world.given[index]?[row] != nil
    let when = isGiven ? nil : definition.when.flatMap { builder.tree($0, record) }
    let applies = when.map { $0.value == .boolean(true) } ?? true
    let tree = isGiven || !applies ? nil : builder.tree(definition.program, record)
    let circular = tree.map { $0.value != value && value.unknown != nil } ?? false
    let head = definition.rule.head
    nodes.append(
      ExplainedNode(
        id: "\(name(record)).\(head.id)", record: record, name: head.id, label: head.label,
        cite: head.cite,
        kind: .value(
          ExplainedValueRule(
            unit: definition.rule.unit, display: definition.rule.display,
            formula: definition.rule.formula(in: pack.kind)?.text ?? "", when: when,
            isGiven: isGiven, isCircular: circular)),
        value: value, tree: tree))
  }

  /// Values of records that belong to nobody, such as the coefficient of a product, as far as read.
  mutating func addShared() {
    var done = Set(nodes.map(\.record))
    var place = 0
    while place < builder.references.count {
      let reference = builder.references[place]
      place += 1
      guard case .node = reference.kind, isExplainedHere(reference.record),
        done.insert(reference.record).inserted
      else { continue }
      addRecord(reference.record)
    }
  }
}
