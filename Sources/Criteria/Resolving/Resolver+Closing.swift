import FEEL
import JSON

extension Resolver {
  /// What a finished period leaves behind, held against the table that it enters.
  mutating func closing(_ rule: ClosingRule, _ layout: Layout) -> ResolvedPack.Closing? {
    guard let table = table(rule.head, rule.head.id, layout),
      let owner = self.table(rule.head, rule.of, layout)
    else { return nil }
    let entered = layout.tables[table]
    guard entered.owner == owner else {
      tell("the records of '\(entered.name)' do not belong to '\(rule.of)'", rule)
      return nil
    }
    for (name, kind) in Layout.filledByEngine where !fits(entered, name, kind) {
      tell("'\(entered.name)' has no \("\(kind)") field '\(name)', which every row needs", rule)
    }
    let fields = rule.fields.compactMap { field($0, rule, entered, owner, layout) }
    checkComplete(rule, entered)
    checkMark(rule, entered)
    return .init(
      table: table, owner: owner, rule: rule,
      when: rule.when.flatMap { program($0, on: owner, expecting: .boolean) }, fields: fields)
  }

  private func fits(_ table: LayoutTable, _ name: String, _ kind: LayoutField.Kind) -> Bool {
    table.field(name).map { table.fields[$0].kind == kind } ?? false
  }

  private mutating func field(
    _ field: ClosingRule.Field, _ rule: ClosingRule, _ table: LayoutTable, _ owner: Int,
    _ layout: Layout
  ) -> (field: Int, program: Program)? {
    guard let index = table.field(field.name), !table.isFilledByEngine(index) else {
      tellWrongName(field, rule, table)
      return nil
    }
    guard let program = program(field.formula, on: owner) else { return nil }
    let wanted = layout.type(of: table.fields[index])
    let isName = wanted == .string && program.type.mayBe(.symbol(scale: 0))
    if !program.type.mayBe(wanted), !isName {
      problems.add(
        "'\(field.name)' is \(wanted.inWords), but its formula gives \(program.type.inWords)",
        at: field.formula.string.span, in: field.formula.document)
    }
    if let unit = table.fields[index].unit, case .number(let found?) = program.type, found != unit {
      problems.add(
        "'\(field.name)' is in \(unit), but its formula gives \(found)",
        at: field.formula.string.span, in: field.formula.document)
    }
    return (index, program)
  }

  private mutating func tellWrongName(
    _ field: ClosingRule.Field, _ rule: ClosingRule, _ table: LayoutTable
  ) {
    let free = table.fields.indices.filter { !table.isFilledByEngine($0) }
    problems.add(
      table.field(field.name) == nil
        ? "'\(table.name)' has no field '\(field.name)'"
        : "'\(field.name)' is not for a formula: the period fills it", at: field.span,
      in: rule.document,
      remedy: nearestName(to: field.name, among: free.map { table.fields[$0].name })
        .map { "write '\($0)'" })
  }

  /// A field that nothing fills and that has no meaning when absent would stay unknown for ever.
  private mutating func checkComplete(_ rule: ClosingRule, _ table: LayoutTable) {
    for (index, field) in table.fields.enumerated()
    where field.ifAbsent == nil && !table.isFilledByEngine(index)
      && !rule.fields.contains(where: { $0.name == field.name })
    {
      tell("nothing says what '\(field.name)' is in a row of '\(table.name)'", rule)
    }
  }

  private mutating func checkMark(_ rule: ClosingRule, _ table: LayoutTable) {
    guard let mark = rule.mark else { return }
    let isFlag = table.field(mark).map {
      table.fields[$0].kind == .boolean && table.fields[$0].ifAbsent == .boolean(false)
    }
    if isFlag != true || rule.fields.contains(where: { $0.name == mark }) {
      tell(
        "'mark' names a field of true or false that is false when absent and has no formula", rule)
    }
  }

  private mutating func tell(_ message: Wording, _ rule: ClosingRule) {
    problems.add(message, at: rule.head.span, in: rule.head.document)
  }
}

extension Layout {
  /// What the period itself gives to every row that it leaves behind, beside the owner and a key.
  package static let filledByEngine: [(name: String, kind: LayoutField.Kind)] = [
    ("period", .text), ("from", .date), ("to", .date),
  ]
}

extension LayoutTable {
  /// Whether the period, and no formula, fills a field of the rows that it leaves behind.
  fileprivate func isFilledByEngine(_ field: Int) -> Bool {
    field == ownerField || field == key
      || Layout.filledByEngine.contains { $0.name == fields[field].name }
  }
}
