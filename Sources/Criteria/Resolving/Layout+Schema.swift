import FEEL
import Model

extension Layout {
  /// The schema in which formulas are resolved, with the types of the pack's values as given.
  ///
  /// - Parameter types: The type of each value of ``Layout/values``.
  func schema(_ pack: Pack, _ types: [Type], _ chosen: [String: String]) -> Schema {
    Schema(
      recordTypes: tables.indices.map { index in
        Schema.RecordType(
          tables[index].name, tables[index].members.map { member($0, of: index, types) })
      },
      globals: globals.map { global($0, pack) },
      functions: pack.functions.map {
        Schema.FunctionDefinition(
          $0.head.id, parameters: $0.parameters, body: Text($0.formula.text, id: $0.formula.id))
      },
      readings: Dictionary(
        uniqueKeysWithValues: pack.readings.map { reading in
          let options = reading.options.map {
            Schema.Reading.Option($0.name, Text($0.formula.text, id: $0.formula.id))
          }
          return (
            reading.head.id,
            Schema.Reading(options, chosen: chosen[reading.head.id] ?? reading.standard)
          )
        }),
      scales: [Schema.Scale("level", pack.scale.map(\.head.id))])
  }

  private func member(
    _ member: (name: String, source: MemberSource), of table: Int, _ types: [Type]
  ) -> Schema.Member {
    switch member.source {
    case .field(let field):
      let kind = tables[table].fields[field].kind
      let owner = tables[table].ownerField == field
      let relation: Relation = owner ? .owner : .reference
      if case .reference(let target) = kind {
        let parent = table == EngineTable.units.rawValue && member.name == "parent"
        return Schema.Member(
          member.name, .record(target, via: []),
          relation: (parent ? Relation.parent : relation).rawValue)
      }
      return Schema.Member(member.name, type(of: tables[table].fields[field]))
    case .value(let value): return Schema.Member(member.name, types[value])
    case .level: return Schema.Member(member.name, .symbol(scale: 0))
    case .related(let related):
      let (target, many) = related.target(in: tables, of: table)
      let record = Type.record(target, via: [])
      return Schema.Member(
        member.name, many ? .list(record) : record, relation: related.relation.rawValue)
    }
  }

  func type(of field: LayoutField) -> Type {
    switch field.kind {
    case .number: .number(unit: field.unit)
    case .text: .string
    case .boolean: .boolean
    case .date: .date
    case .reference(let table): .record(table, via: [])
    }
  }

  private func global(_ global: LayoutGlobal, _ pack: Pack) -> Schema.Global {
    switch global {
    case .reportingPeriod:
      Schema.Global("reporting period", .record(EngineTable.periods.rawValue, via: []))
    case .asOf: Schema.Global("as of", .date)
    case .parameter(let index):
      Schema.Global(
        pack.parameters[index].head.id,
        type(of: pack.parameters[index].values.first?.value, pack.parameters[index].unit))
    case .policy(let index):
      Schema.Global(
        pack.policies[index].head.id,
        type(of: pack.policies[index].value, pack.policies[index].unit))
    case .table(let index):
      Schema.Global(tables[index].name, .list(.record(index, via: [])))
    }
  }

  private func type(of scalar: Scalar?, _ unit: String?) -> Type {
    switch scalar {
    case .text: .string
    case .boolean: .boolean
    case .number: .number(unit: unit.flatMap(UnitOfMeasure.init(parsing:)))
    case .null, nil: unit.map { .number(unit: UnitOfMeasure(parsing: $0)) } ?? .any
    }
  }
}
