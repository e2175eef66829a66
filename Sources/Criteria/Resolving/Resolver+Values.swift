import FEEL
import JSON
import Model

extension Resolver {
  /// Resolves the named values, until their types no longer change.
  ///
  /// A value may read values that stand after it, or itself through the people led, so types are
  /// found round by round; only the problems of the last round are told.
  mutating func values(
    _ layout: Layout, _ kind: PeriodKind, _ chosen: [String: String]
  ) -> (values: [ResolvedPack.Value?], types: [Type]) {
    var types = layout.firstTypes
    for _ in 0...layout.values.count {
      var round = self
      round.schema = layout.schema(pack, types, chosen)
      let values = layout.values.indices.map { round.value($0, layout, kind) }
      let found = zip(values, types).map { $0?.program.type ?? $1 }
      let declared = zip(found, layout.firstTypes).map { $1 == .any ? $0 : $1 }
      let settled = declared == types
      types = declared
      if settled {
        self = round
        return (values, types)
      }
    }
    return (layout.values.indices.map { value($0, layout, kind) }, types)
  }

  private mutating func value(
    _ index: Int, _ layout: Layout, _ kind: PeriodKind
  ) -> ResolvedPack.Value? {
    let rule = layout.values[index]
    let table = layout.valueTables[index]
    guard let formula = rule.formula(in: kind) else { return nil }
    var unit: UnitOfMeasure?
    if let text = rule.unit {
      unit = UnitOfMeasure(parsing: text)
      if unit == nil {
        problems.add("'\(text)' is no unit", at: rule.head.span, in: rule.head.document)
      }
    }
    let expected: Type? = rule.unit == nil ? nil : .number
    let program =
      rule.decision.map { self.program($0, on: table, expecting: expected) }
      ?? program(formula, on: table, expecting: expected)
    let when = rule.when.flatMap { self.program($0, on: table, expecting: .boolean) }
    guard let program else { return nil }
    if let unit, case .number(let found?) = program.type, found != unit {
      problems.add(
        "'\(rule.head.id)' is declared in \(unit), but its formula gives \(found)",
        at: formula.string.span, in: formula.document)
    }
    guard let member = layout.tables[table].member(rule.head.id) else { return nil }
    return ResolvedPack.Value(
      table: table, member: member, rule: rule, program: program, when: when)
  }
}
