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

  /// Every formula that levels, quotas and the records themselves rest on, except those of the named
  /// values.
  package var groundPrograms: [Program] {
    var all = [membership].compactMap(\.self) + scopes.map(\.program)
    all += tableRules.flatMap { [$0.countsWhen].compactMap(\.self) + $0.checks }
    all += constraints.compactMap(\.filter)
    all += levels.flatMap { $0.states + $0.rows.map(\.when) }
    all += caps.flatMap { [$0.when].compactMap(\.self) + [$0.atMost] }
    all += quotas.flatMap { [$0.who].compactMap(\.self) + [$0.share, $0.base] }
    return all
  }

  /// Every formula except those of the named values.
  package var otherPrograms: [Program] {
    var all = groundPrograms
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

  /// The same pack with the formulas exchanged that are computed after all levels: those of lists,
  /// reports, closings and of what waits; `transform` is told the table whose records they are about.
  package func replacingReports(_ transform: (Int, Program) -> Program) -> ResolvedPack {
    ResolvedPack(
      pack: pack, kind: kind, layout: layout, schema: schema, chosen: chosen,
      membership: membership, scopes: scopes, tableRules: tableRules, constraints: constraints,
      values: values, levels: levels, caps: caps, quotas: quotas, rankings: rankings,
      lists: lists.map { list in list.replacing { transform(list.table, $0) } },
      reports: reports.map { report in report.replacing { transform(report.table, $0) } },
      closings: closings.map { closing in closing.replacing { transform(closing.owner, $0) } },
      waiting: waiting.map { item in item.replacing { transform(item.table, $0) } })
  }
}

extension ResolvedPack.List {
  fileprivate func replacing(_ transform: (Program) -> Program) -> ResolvedPack.List {
    ResolvedPack.List(
      table: table, rule: rule, who: transform(who), columns: columns.map { $0.map(transform) },
      order: order.map(transform), guards: guards.map(transform),
      attention: attention.map(transform))
  }
}

extension ResolvedPack.Report {
  fileprivate func replacing(_ transform: (Program) -> Program) -> ResolvedPack.Report {
    ResolvedPack.Report(
      table: table, rule: rule, filter: filter.map(transform), order: order.map(transform),
      rows: rows.map(transform), within: within, columns: columns.map { $0.map(transform) })
  }
}

extension ResolvedPack.Closing {
  fileprivate func replacing(_ transform: (Program) -> Program) -> ResolvedPack.Closing {
    ResolvedPack.Closing(
      table: table, owner: owner, rule: rule, when: when.map(transform),
      fields: fields.map { ($0.field, transform($0.program)) })
  }
}

extension ResolvedPack.Waiting {
  fileprivate func replacing(_ transform: (Program) -> Program) -> ResolvedPack.Waiting {
    ResolvedPack.Waiting(
      table: table, rule: rule, when: transform(when), until: until.map(transform))
  }
}

extension ResolvedPack.Value {
  /// The same value with another formula.
  package func with(_ program: Program) -> ResolvedPack.Value {
    ResolvedPack.Value(table: table, member: member, rule: rule, program: program, when: when)
  }
}
