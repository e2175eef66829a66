package import Criteria
package import FEEL

extension World: Host {
  /// The value of a member of a record; what was not computed yet is unknown.
  package func value(of member: Int, in record: RecordReference) -> Value {
    let (table, row) = (Int(record.type), Int(record.row))
    let source = pack.layout.tables[table].sources[member]
    if case .related(let related) = source { return self.related(related, table, row) }
    return source.stored(tables, values, levels, table, row) ?? .null
  }

  package func global(_ index: Int) -> Value { globals[index] }

  /// What was folded for the owner that a formula is about.
  package func slot(_ index: Int, of record: RecordReference?) -> Value {
    guard let record, folded.indices.contains(index) else {
      return World.notComputed
    }
    return folded[index][Int(record.row)]
  }

  package func workingDays(from: CalendarDate, to: CalendarDate) -> Value {
    calendar.workingDays(from: from, to: to)
  }

  /// The records at the other end of an edge.
  package func related(_ related: Related, _ table: Int, _ row: Int) -> Value {
    let (people, units) = (EngineTable.people.rawValue, EngineTable.units.rawValue)
    switch related {
    case .owner: return .null
    case .records(let records): return self.records(records, of: row, in: table)
    case .naming(let records, _):
      return self.records(records, relations.naming[related]?[row] ?? [])
    case .posting: return relations.posting[row]
    case .postings: return list(EngineTable.postings.rawValue, relations.postings[row])
    case .unit: return relations.unit[row]
    case .agency: return agency(table, row)
    case .members: return list(people, relations.members[row])
    case .everyone: return list(people, relations.everyone[row])
    case .subUnits: return list(units, relations.subUnits[row])
    case .parent: return .null
    case .ledPeople: return list(people, relations.ledPeople[row])
    case .ledUnits: return list(units, relations.ledUnits[row])
    }
  }

  private func list(_ table: Int, _ rows: ArraySlice<Int32>) -> Value {
    .list(rows.map { .record(RecordReference(type: Int32(table), row: $0)) })
  }

  /// The records of a person or unit that count in the period, and what is known of the others.
  private func records(_ table: Int, of owner: Int, in ownerTable: Int) -> Value {
    let decisionsOfUnit =
      table == EngineTable.decisions.rawValue && ownerTable == EngineTable.units.rawValue
    let links = decisionsOfUnit ? relations.unitDecisions : relations.recordsOf[table]
    return records(table, links?[owner] ?? [])
  }

  /// Those of some records that count in the period, and what is known of the others.
  private func records(_ table: Int, _ rows: ArraySlice<Int32>) -> Value {
    var elements: [Value] = []
    var lost: Unknown?
    elements.reserveCapacity(rows.count)
    for row in rows {
      let record = Value.record(RecordReference(type: Int32(table), row: row))
      switch tables[table].states[Int(row)] {
      case .used: elements.append(record)
      case .perhaps(let why): elements.append(.perhaps(record, why))
      case .setAside:
        let cause = contradiction(table, Int(row))
        lost = lost?.union(cause) ?? cause
      case .outsidePeriod, .knownLater: break
      }
    }
    // How many records the contradicting ones stand for is not known, so the element is only perhaps
    // there.
    if let lost { elements.append(.perhaps(.unknown(lost), lost)) }
    return .list(elements)
  }

  /// Why a record that was set aside leaves a gap.
  func contradiction(_ table: Int, _ row: Int) -> Unknown {
    Unknown(
      .init(
        "contradicts another record of the same key",
        record: name(RecordReference(type: Int32(table), row: Int32(row)))))
  }

  private func agency(_ table: Int, _ row: Int) -> Value {
    var unit = row
    if table == EngineTable.people.rawValue {
      guard case .record(let reference) = relations.unit[row] else { return relations.unit[row] }
      unit = Int(reference.row)
    }
    let agency = relations.agency[unit]
    guard agency >= 0 else { return .unknown(Unknown("no agency above the unit")) }
    return record(EngineTable.units.rawValue, Int(agency))
  }
}

extension MemberSource {
  /// What a column of records, of computed values or of levels says of a record; nil for records at
  /// the other end of an edge.
  @inline(__always)
  func stored(
    _ tables: [HeldTable], _ values: [[Value]], _ levels: [[[Value]]], _ table: Int, _ row: Int
  ) -> Value? {
    switch self {
    case .field(let field): return tables[table].columns[field][row]
    case .value(let value):
      let column = values[value]
      return column.isEmpty ? World.notComputed : column[row]
    case .level(let stage): return levels[table][stage.rawValue][row]
    case .related: return nil
    }
  }
}
