package import Criteria
package import FEEL

extension World {
  /// The rows of a table from which some records can be reached through relations.
  ///
  /// Every relation may be followed any number of times, so that there may be more rows than really
  /// read the records, never fewer.
  ///
  /// - Complexity: O(records reached).
  package func readers(
    of records: Set<RecordReference>, through relations: Set<Relation>, in table: Int
  ) -> [Int] {
    if relations.contains(.reference) { return Array(0..<tables[table].count) }
    var found = records
    var open = Array(records)
    while let record = open.popLast() {
      for relation in relations {
        for other in readers(of: record, through: relation) where found.insert(other).inserted {
          open.append(other)
        }
      }
    }
    return found.filter { Int($0.type) == table }.map { Int($0.row) }.sorted()
  }

  /// The person or unit that a record belongs to, if it is known.
  package func owner(of record: RecordReference) -> RecordReference? {
    guard let field = pack.layout.tables[Int(record.type)].ownerField,
      case .record(let owner) = tables[Int(record.type)].columns[field][Int(record.row)]
    else { return nil }
    return owner
  }

  /// The records that a relation leads from to a record.
  private func readers(
    of record: RecordReference, through relation: Relation
  ) -> [RecordReference] {
    let (table, row) = (Int(record.type), Int(record.row))
    let (people, units) = (EngineTable.people.rawValue, EngineTable.units.rawValue)
    switch relation {
    case .records: return owner(of: record).map { [$0] } ?? []
    case .owner: return owned(by: record)
    case .reference: return []
    case .named: return named(by: record)
    case .posting:
      return table == EngineTable.postings.rawValue
        ? reference(.postings, "person", row).map { [reference(people, $0)] } ?? [] : []
    case .ownUnit:
      guard table == units else { return [] }
      return relations.unit.indices.filter { isOf($0, unit: row) }.map { reference(people, $0) }
    case .member:
      guard table == people, case .record(let unit) = relations.unit[row] else { return [] }
      return (chain(above: Int(unit.row)) ?? []).map { reference(units, $0) }
    case .subUnit:
      guard table == units, let parent = reference(.units, "parent", row) else { return [] }
      return [reference(units, parent)]
    case .parent:
      return table == units ? relations.subUnits[row].map { reference(units, Int($0)) } : []
    case .led:
      return relations.ledBy(record, in: self)
    }
  }

  private func reference(_ table: Int, _ row: Int) -> RecordReference {
    RecordReference(type: Int32(table), row: Int32(row))
  }

  /// Whether a person belongs to a unit, or the unit is the person's agency.
  private func isOf(_ person: Int, unit: Int) -> Bool {
    guard case .record(let own) = relations.unit[person] else { return false }
    return Int(own.row) == unit || Int(relations.agency[Int(own.row)]) == unit
  }

  /// The records that a record names in fields by which it is found from there.
  private func named(by record: RecordReference) -> [RecordReference] {
    let fields = pack.layout.tables[Int(record.type)].fields
    return fields.indices.filter { fields[$0].foundAs != nil }.compactMap { field in
      guard
        case .record(let named) = tables[Int(record.type)].columns[field][Int(record.row)]
      else { return nil }
      return named
    }
  }

  private func owned(by record: RecordReference) -> [RecordReference] {
    pack.layout.tables.indices.filter { pack.layout.tables[$0].owner == Int(record.type) }
      .flatMap { table in
        (relations.recordsOf[table]?[Int(record.row)] ?? []).map { reference(table, Int($0)) }
      }
  }
}

extension Relations {
  /// Those who lead a person or unit.
  fileprivate func ledBy(_ record: RecordReference, in world: World) -> [RecordReference] {
    let links = Int(record.type) == EngineTable.people.rawValue ? ledPeople : ledUnits
    return (0..<world.tables[EngineTable.people.rawValue].count).filter {
      links[$0].contains(record.row)
    }.map { RecordReference(type: Int32(EngineTable.people.rawValue), row: Int32($0)) }
  }
}
