import FEEL

extension Resolver {
  /// What several records of a table may not say together.
  mutating func constraint(
    _ rule: ConstraintRule, _ layout: Layout
  ) -> ResolvedPack.Constraint? {
    guard let table = table(rule.head, rule.table, layout) else { return nil }
    let fields = rule.fields.compactMap { layout.tables[table].field($0) }
    guard let kind = kind(of: rule, table, layout, isWhole: fields.count == rule.fields.count)
    else { return nil }
    return .init(
      table: table, rule: rule, filter: rule.filter.flatMap { check($0, on: table, layout) },
      fields: fields, kind: kind)
  }

  private mutating func kind(
    of rule: ConstraintRule, _ table: Int, _ layout: Layout, isWhole: Bool
  ) -> ResolvedPack.Constraint.Kind? {
    switch rule.kind {
    case .onePerDay:
      if !isWhole { tell("'one a day for' names no field of '\(rule.table)'", rule) }
      if layout.tables[table].field("from") == nil {
        tell(
          "'one a day for' needs records with the field 'from', and '\(rule.table)' has none", rule)
      }
      return .onePerDay
    case .atMost(let most, let name):
      if !isWhole { tell("'for each' names no field of '\(rule.table)'", rule) }
      let field = layout.tables[table].field(name)
      guard let field, layout.tables[table].fields[field].kind == .number else {
        tell("'sum of' names no number of '\(rule.table)'", rule)
        return nil
      }
      return check(most, on: table, layout, expecting: .number).map { .atMost($0, sumOf: field) }
    }
  }

  private mutating func tell(_ message: Wording, _ rule: ConstraintRule) {
    problems.add(message, at: rule.head.span, in: rule.head.document)
  }
}
