import FEEL
import Model

extension Layout {
  /// Lays out a pack for one kind of period; what cannot be laid out is a problem.
  init(_ pack: Pack, _ kind: PeriodKind, _ problems: inout PackProblems) {
    let names = Layout.tableNames(pack)
    let kept = pack.values.filter { $0.formula(in: kind) != nil }
    for value in pack.values where names[value.table] == nil {
      problems.add(
        "there is no table '\(value.table)'", at: value.head.span, in: value.head.document,
        remedy: nearestName(to: value.table, among: names.keys.sorted()).map { "write '\($0)'" })
    }
    values = kept.filter { names[$0.table] != nil }
    valueTables = values.map { names[$0.table] ?? 0 }
    var columns: [TableColumns] = []
    for table in EngineTable.allCases {
      let rule = pack.tables.first { $0.head.id == table.name }
      columns.append(TableColumns(table.name, table, rule, names, &problems))
    }
    for rule in pack.tables where EngineTable.allCases.allSatisfy({ $0.name != rule.head.id }) {
      columns.append(TableColumns(rule.head.id, nil, rule, names, &problems))
    }
    let (all, own) = (columns, values)
    tables = columns.indices.map { LayoutTable($0, all, names, pack, own, &problems) }
    globals = Layout.globals(pack, tables)
    namedTables = Set(
      tables.flatMap(\.fields).compactMap {
        if case .reference(let table) = $0.kind { table } else { nil }
      })
  }

  private static func tableNames(_ pack: Pack) -> [String: Int] {
    var names: [String: Int] = [:]
    for table in EngineTable.allCases { names[table.name] = table.rawValue }
    for table in pack.tables where names[table.head.id] == nil {
      names[table.head.id] = names.count
    }
    return names
  }

  private static func globals(_ pack: Pack, _ tables: [LayoutTable]) -> [LayoutGlobal] {
    let loose = tables.indices.filter {
      $0 >= EngineTable.allCases.count && tables[$0].owner == nil
    }
    return [.reportingPeriod, .asOf] + pack.parameters.indices.map(LayoutGlobal.parameter)
      + pack.policies.indices.map(LayoutGlobal.policy) + loose.map(LayoutGlobal.table)
  }
}

/// The fields of a table, before it is known what leads to its records.
private struct TableColumns {
  let name: String
  let engine: EngineTable?
  let rule: TableRule?
  let owner: Int?
  private(set) var fields: [LayoutField]

  init(
    _ name: String, _ engine: EngineTable?, _ rule: TableRule?, _ names: [String: Int],
    _ problems: inout PackProblems
  ) {
    (self.name, self.engine, self.rule) = (name, engine, rule)
    fields = engine?.fields ?? []
    owner = rule?.owner.flatMap { names[$0] }
    if let rule, let owner {
      let person = owner == EngineTable.people.rawValue
      fields.append(
        .reference(person ? "person" : "unit", person ? .people : .units, required: true))
      if owner > EngineTable.units.rawValue {
        problems.add(
          "records belong to 'people' or to 'units'", at: rule.head.span, in: rule.head.document)
      }
    }
    for field in rule?.fields ?? [] {
      if fields.contains(where: { $0.name == field.name }) {
        problems.add(
          "the field '\(field.name)' is there already", at: field.span, in: field.document)
      } else if let read = LayoutField(field, names, &problems) {
        fields.append(read)
      }
    }
  }

  /// The members by which the records of a table find those of this one that name them.
  func naming(_ table: Int, as index: Int) -> [(name: String, source: MemberSource)] {
    fields.indices.compactMap { field in
      guard fields[field].kind == .reference(table), let name = fields[field].foundAs else {
        return nil
      }
      return (name, .related(.naming(table: index, field: field)))
    }
  }
}

extension LayoutTable {
  fileprivate convenience init(
    _ index: Int, _ all: [TableColumns], _ names: [String: Int], _ pack: Pack,
    _ values: [ValueRule], _ problems: inout PackProblems
  ) {
    let table = all[index]
    let (engine, rule, owner, fields) = (table.engine, table.rule, table.owner, table.fields)
    let ownerField = owner.map { _ in
      fields.firstIndex { $0.name == "person" || $0.name == "unit" } ?? 0
    }
    let key =
      engine.map { _ in fields.firstIndex { $0.name == "id" } } ?? nil
      ?? LayoutTable.index(rule?.key, fields, rule, &problems)
    let identity = rule?.same ?? []
    let same = (identity.isEmpty ? engine?.same ?? [] : identity).compactMap {
      LayoutTable.index($0, fields, rule, &problems)
    }
    let knownOn = LayoutTable.index(
      rule?.knownOn ?? (engine == .decisions ? "date" : nil), fields, rule, &problems)
    self.init(
      name: table.name, label: rule?.head.label, owner: owner, ownerField: ownerField, key: key,
      same: same, knownOn: knownOn, fields: fields,
      members: LayoutTable.members(index, all, pack, names, values), rule: rule)
  }

  private static func index(
    _ name: String?, _ fields: [LayoutField], _ rule: TableRule?, _ problems: inout PackProblems
  ) -> Int? {
    guard let name else { return nil }
    if let index = fields.firstIndex(where: { $0.name == name }) { return index }
    if let rule {
      problems.add(
        "'\(rule.head.id)' has no field '\(name)'", at: rule.head.span, in: rule.head.document,
        remedy: nearestName(to: name, among: fields.map(\.name)).map { "write '\($0)'" })
    }
    return nil
  }

  private static func members(
    _ table: Int, _ all: [TableColumns], _ pack: Pack, _ names: [String: Int],
    _ values: [ValueRule]
  ) -> [(name: String, source: MemberSource)] {
    let fields = all[table].fields
    var members = fields.indices.map { (name: fields[$0].name, source: MemberSource.field($0)) }
    members += related(table)
    for rule in pack.tables where rule.owner.flatMap({ names[$0] }) == table {
      members.append((rule.head.id, .related(.records(table: names[rule.head.id] ?? 0))))
    }
    members += all.indices.flatMap { all[$0].naming(table, as: $0) }
    for (index, value) in values.enumerated() where names[value.table] == table {
      members.append((value.head.id, .value(index)))
    }
    return members
  }

  /// The names of what the engine itself gives records of a table, beside the fields of the pack.
  static func givenNames(of table: String, owner: String?) -> [String] {
    let engine = EngineTable.allCases.first { $0.name == table }
    let own = engine.map { $0.fieldNames + related($0.rawValue).map(\.name) } ?? []
    return own + (owner.map { [$0 == EngineTable.people.name ? "person" : "unit"] } ?? [])
  }

  private static func related(_ table: Int) -> [(name: String, source: MemberSource)] {
    let levels = LevelStage.allCases.map { (name: $0.name, source: MemberSource.level($0)) }
    let decisions = (
      name: "decisions",
      source: MemberSource.related(.records(table: EngineTable.decisions.rawValue))
    )
    switch EngineTable(rawValue: table) {
    case .people:
      return [
        ("posting", .related(.posting)), ("postings", .related(.postings)),
        ("unit", .related(.unit)), ("agency", .related(.agency)),
        ("led people", .related(.ledPeople)), ("led units", .related(.ledUnits)), decisions,
      ] + levels
    case .units:
      return [
        ("members", .related(.members)), ("everyone", .related(.everyone)),
        ("sub units", .related(.subUnits)),
        ("own agency", .related(.agency)), decisions,
      ] + levels
    default: return []
    }
  }
}

extension LayoutField {
  init?(_ field: TableRule.Field, _ names: [String: Int], _ problems: inout PackProblems) {
    let kind: Kind
    switch field.type {
    case "number": kind = .number
    case "text": kind = .text
    case "boolean": kind = .boolean
    case "date": kind = .date
    case let table:
      guard let index = names[table] else {
        problems.add(
          "'\(table)' is no type and no table", at: field.span, in: field.document,
          remedy: nearestName(
            to: table, among: ["number", "text", "boolean", "date"] + names.keys.sorted()
          ).map { "write '\($0)'" })
        return nil
      }
      kind = .reference(index)
    }
    let unit = field.unit.flatMap(UnitOfMeasure.init(parsing:))
    if field.unit != nil, unit == nil {
      problems.add("this is no unit", at: field.span, in: field.document)
    }
    if kind != .text, let label = field.labels.first {
      problems.add(
        "only texts have labels, and '\(field.name)' is none", at: label.head.span,
        in: label.head.document, remedy: "leave out \"labels\"")
    }
    if field.foundAs != nil, !kind.isReference {
      problems.add(
        "only fields that name a record have \"found as\", and '\(field.name)' names none",
        at: field.span, in: field.document, remedy: "leave out \"found as\"")
    }
    let labels = field.labels.map { ($0.head.id, $0.text) }
    self.init(
      field.name, kind, foundAs: field.foundAs, columns: field.columns, unit: unit,
      least: field.least, most: field.most,
      ifAbsent: field.ifAbsent, label: field.label,
      labels: TextLabels(labels, uniquingKeysWith: { first, _ in first }))
  }
}
