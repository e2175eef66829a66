import FEEL
import JSON

extension Resolver {
  /// The index of a table by name; a name that is none is a problem.
  mutating func table(_ head: EntryHead, _ name: String, _ layout: Layout) -> Int? {
    if let index = layout.table(name) { return index }
    let nearest = nearestName(to: name, among: layout.tables.map(\.name))
    problems.add(
      "there is no table '\(name)'", at: head.span, in: head.document,
      remedy: nearest.map { "write '\($0)'" })
    return nil
  }

  mutating func symbol(_ head: EntryHead, _ name: String) -> Symbol? {
    if let symbol = schema.scales[0].symbol(named: name, index: 0) { return symbol }
    let nearest = nearestName(to: name, among: schema.scales[0].symbols)
    problems.add(
      "the scale has no level '\(name)'", at: head.span, in: head.document,
      remedy: nearest.map { "write '\($0)'" })
    return nil
  }

  mutating func members(
    _ head: EntryHead, _ names: [String], _ table: Int, _ layout: Layout
  ) -> [Int] {
    names.compactMap { name in
      if let index = layout.tables[table].member(name) { return index }
      let nearest = nearestName(to: name, among: layout.tables[table].members.map(\.name))
      problems.add(
        "'\(layout.tables[table].name)' has nothing named '\(name)'", at: head.span,
        in: head.document, remedy: nearest.map { "write '\($0)'" })
      return nil
    }
  }

  mutating func rules(of index: Int, _ layout: Layout) -> ResolvedPack.TableRules {
    let table = layout.tables[index]
    let counts = table.rule?.countsWhen.flatMap { program($0, on: index, expecting: .boolean) }
    for check in table.rule?.checks ?? [] { checkField(of: check, table) }
    let checks = (table.rule?.checks ?? []).compactMap { check($0.formula, on: index, layout) }
    return .init(countsWhen: counts, checks: checks)
  }

  /// The field that a check blames must be one of the table.
  private mutating func checkField(of check: TableRule.Check, _ table: LayoutTable) {
    guard let name = check.field, table.field(name) == nil else { return }
    let nearest = nearestName(to: name, among: table.fields.map(\.name))
    problems.add(
      "'\(table.name)' has no field '\(name)'", at: check.head.span, in: check.head.document,
      remedy: nearest.map { "write '\($0)'" })
  }

  /// A formula by which records are checked, before anything is computed.
  mutating func check(
    _ formula: FormulaText, on table: Int, _ layout: Layout, expecting type: Type = .boolean
  ) -> Program? {
    let program = program(formula, on: table, expecting: type)
    if let name = program.flatMap({ layout.computed(in: $0) }) {
      problems.add(
        "records are checked before anything is computed, and '\(name)' is computed",
        at: formula.string.span, in: formula.document)
    }
    return program
  }

  mutating func level(_ rule: LevelRule, _ layout: Layout) -> ResolvedPack.Level? {
    guard let table = table(rule.head, rule.of, layout) else { return nil }
    let states = rule.states.compactMap { program($0.when, on: table, expecting: .boolean) }
    let rows = rule.rows.compactMap { row -> (level: Symbol, when: Program)? in
      let when = program(row.when, on: table, expecting: .boolean)
      guard let level = symbol(row.head, row.level), let when else { return nil }
      return (level, when)
    }
    return .init(table: table, rule: rule, states: states, rows: rows)
  }

  mutating func cap(_ rule: CapRule, _ layout: Layout) -> ResolvedPack.Cap? {
    guard let table = table(rule.head, rule.of, layout) else { return nil }
    let when = rule.when.flatMap { program($0, on: table, expecting: .boolean) }
    return program(rule.atMost, on: table, expecting: .symbol(scale: 0)).map {
      .init(table: table, rule: rule, when: when, atMost: $0)
    }
  }

  mutating func quota(_ rule: QuotaRule, _ layout: Layout) -> ResolvedPack.Quota? {
    guard let table = table(rule.head, rule.of, layout) else { return nil }
    let level = symbol(rule.head, rule.level)
    let refused = symbol(rule.head, rule.refused)
    let within = rule.within.map { members(rule.head, $0, table, layout) }
    let by = members(rule.head, rule.by, table, layout)
    let share = program(rule.share, on: shareTable(within, table), expecting: .number)
    let base = program(
      rule.base, on: table, locals: [("level", .symbol(scale: 0))], expecting: .boolean)
    guard let level, let refused, let share, let base else { return nil }
    return .init(
      table: table, rule: rule, level: level, refused: refused,
      who: rule.who.flatMap { program($0, on: table, expecting: .boolean) }, share: share,
      base: base, within: within, by: by, then: members(rule.head, rule.then, table, layout))
  }

  /// The table of the record that a scope's share is found on: that of the first name of a scope.
  func shareTable(_ within: [[Int]], _ table: Int) -> Int? {
    guard let member = within.first?.first,
      case .record(let target, _) = schema.recordTypes[table].members[member].type
    else { return nil }
    return target
  }

  mutating func ranking(_ rule: RankingRule, _ layout: Layout) -> ResolvedPack.Ranking? {
    guard let table = table(rule.head, rule.of, layout) else { return nil }
    guard let by = members(rule.head, [rule.by], table, layout).first else { return nil }
    return .init(
      table: table, rule: rule, by: by, then: members(rule.head, rule.then, table, layout),
      within: rule.within.map { members(rule.head, $0, table, layout) })
  }

  mutating func waiting(_ rule: WaitingRule, _ layout: Layout) -> ResolvedPack.Waiting? {
    guard let table = table(rule.head, rule.of, layout) else { return nil }
    let until = rule.until.flatMap { program($0, on: table, expecting: .date) }
    return program(rule.when, on: table, expecting: .boolean).map {
      .init(table: table, rule: rule, when: $0, until: until)
    }
  }

  /// A formula by which lines stand: it gives a text or a date, never a number such as a score.
  mutating func order(_ formula: FormulaText, on table: Int?) -> Program? {
    guard let program = program(formula, on: table) else { return nil }
    if ![.string, .date].contains(where: { program.type.mayBe($0) }) {
      problems.add(
        Diagnostic(
          "lines stand by texts and dates, found \(program.type.inWords)",
          at: formula.string.span), in: formula.document)
    }
    return program
  }

  mutating func list(_ rule: ListRule, _ layout: Layout) -> ResolvedPack.List? {
    guard let table = table(rule.head, rule.of, layout) else { return nil }
    for name in rule.needs where !pack.policies.contains(where: { $0.head.id == name }) {
      problems.add(
        "there is no policy value '\(name)'", at: rule.head.span, in: rule.head.document,
        remedy: nearestName(to: name, among: pack.policies.map(\.head.id)).map { "write '\($0)'" })
    }
    let columns = rule.columns.map { column in
      column.formula.flatMap { program($0, on: table) }
    }
    guard let who = program(rule.who, on: table, expecting: .boolean) else { return nil }
    return .init(
      table: table, rule: rule, who: who, columns: columns,
      order: rule.order.compactMap { order($0, on: table) },
      guards: rule.guards.compactMap { program($0.formula, on: table, expecting: .boolean) },
      attention: rule.attention.compactMap { program($0.formula, on: table, expecting: .boolean) })
  }
}
