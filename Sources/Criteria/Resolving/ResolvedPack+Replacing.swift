package import FEEL

extension ResolvedPack {
  /// The same pack with other named values, in the same order.
  package func with(_ values: [Value]) -> ResolvedPack {
    ResolvedPack(
      pack: pack, kind: kind, layout: layout, schema: schema, chosen: chosen,
      membership: membership, scopes: scopes, tableRules: tableRules, constraints: constraints,
      values: values, levels: levels, caps: caps, quotas: quotas, rankings: rankings, lists: lists,
      reports: reports, closings: closings, waiting: waiting)
  }

  /// Every formula except those of the named values.
  package var otherPrograms: [Program] {
    var all = [membership].compactMap(\.self) + scopes.map(\.program)
    all += tableRules.flatMap { [$0.countsWhen].compactMap(\.self) + $0.checks }
    all += constraints.compactMap(\.filter)
    all += levels.flatMap { $0.states + $0.rows.map(\.when) }
    all += caps.flatMap { [$0.when].compactMap(\.self) + [$0.atMost] }
    all += quotas.flatMap { [$0.who].compactMap(\.self) + [$0.share, $0.base] }
    all += lists.flatMap { list in
      [list.who] + list.columns.compactMap(\.self) + list.order + list.guards + list.attention
    }
    all += reports.flatMap { report in
      [report.filter].compactMap(\.self) + report.order + report.rows
        + report.columns.compactMap(\.self)
    }
    for closing in closings {
      all += [closing.when].compactMap(\.self) + closing.fields.map(\.program)
    }
    all += waiting.flatMap { [$0.when] + [$0.until].compactMap(\.self) }
    return all
  }
}

extension ResolvedPack.Value {
  /// The same value with another formula.
  package func with(_ program: Program) -> ResolvedPack.Value {
    ResolvedPack.Value(table: table, member: member, rule: rule, program: program, when: when)
  }
}
