import FEEL
package import Model

extension ResolvedPack {
  /// Resolves a pack for one kind of period.
  ///
  /// - Parameters:
  ///   - overrides: Readings chosen for this run; they go before the pack's own choices.
  /// - Returns: The resolved pack, or `nil` when a formula or name in it is wrong, and all problems;
  ///   with errors among them the pack must not be used.
  /// - Complexity: O(formulas × length of the longest chain of values).
  package static func resolve(
    _ pack: Pack, for kind: PeriodKind, overrides: [String: String] = [:]
  ) -> (resolved: ResolvedPack?, problems: PackProblems) {
    var problems = PackProblems()
    let chosen = chosenReadings(pack, overrides, &problems)
    let layout = Layout(pack, kind, &problems)
    var resolver = Resolver(pack, layout.schema(pack, layout.firstTypes, chosen))
    let (values, types) = resolver.values(layout, kind, chosen)
    resolver.schema = layout.schema(pack, types, chosen)
    let resolved = ResolvedPack(
      &resolver, pack, kind, layout, chosen, values.compactMap(\.self))
    for problem in resolver.problems.all { problems.add(problem.diagnostic, in: problem.document) }
    guard !problems.hasErrors else { return (nil, problems) }
    for problem in resolved.checked().all { problems.add(problem.diagnostic, in: problem.document) }
    return (resolved, problems)
  }

  private convenience init(
    _ resolver: inout Resolver, _ pack: Pack, _ kind: PeriodKind, _ layout: Layout,
    _ chosen: [String: String], _ values: [Value]
  ) {
    let people = EngineTable.people.rawValue
    let membership = pack.membership.flatMap { resolver.program($0.formula, on: people) }
    let scopes = pack.scopes.compactMap { scope -> (table: Int, program: Program)? in
      guard let table = resolver.table(scope.head, scope.head.id, layout) else { return nil }
      return resolver.program(scope.formula, on: table, expecting: .boolean).map { (table, $0) }
    }
    let tableRules = layout.tables.indices.map { resolver.rules(of: $0, layout) }
    let constraints = pack.constraints.compactMap { resolver.constraint($0, layout) }
    let levels = pack.levels.filter { $0.kinds.contains(kind) }
      .compactMap { resolver.level($0, layout) }
    let caps = pack.caps.filter { $0.kinds.contains(kind) }.compactMap { resolver.cap($0, layout) }
    let quotas = pack.quotas.filter { $0.kinds.contains(kind) }
      .compactMap { resolver.quota($0, layout) }
    let rankings = pack.rankings.filter { $0.kinds.contains(kind) }
      .compactMap { resolver.ranking($0, layout) }
    let lists = pack.lists.filter { $0.kinds.contains(kind) }.compactMap {
      resolver.list($0, layout)
    }
    let reports = pack.reports.filter { $0.kinds.contains(kind) }
      .compactMap { resolver.report($0, layout) }
    let closings = pack.closings.filter { $0.kinds.contains(kind) }
      .compactMap { resolver.closing($0, layout) }
    let waiting = pack.waiting.filter { $0.kinds.contains(kind) }
      .compactMap { resolver.waiting($0, layout) }
    self.init(
      pack: pack, kind: kind, layout: layout, schema: resolver.schema, chosen: chosen,
      membership: membership, scopes: scopes, tableRules: tableRules, constraints: constraints,
      values: values, levels: levels, caps: caps, quotas: quotas, rankings: rankings, lists: lists,
      reports: reports, closings: closings, waiting: waiting)
  }

  private static func chosenReadings(
    _ pack: Pack, _ overrides: [String: String], _ problems: inout PackProblems
  ) -> [String: String] {
    var chosen: [String: String] = [:]
    for reading in pack.readings { chosen[reading.head.id] = reading.standard }
    for choice in pack.choices {
      let reading = pack.readings.first { $0.head.id == choice.head.id }
      if reading == nil || !(reading?.options.contains { $0.name == choice.option } ?? false) {
        let known = reading.map { $0.options.map(\.name) } ?? pack.readings.map(\.head.id)
        problems.add(
          reading == nil
            ? "there is no reading '\(choice.head.id)'"
            : "the reading has no option '\(choice.option)'", at: choice.head.span,
          in: choice.head.document,
          remedy: nearestName(to: reading == nil ? choice.head.id : choice.option, among: known)
            .map { "write '\($0)'" })
      }
      chosen[choice.head.id] = choice.option
    }
    for (name, option) in overrides { chosen[name] = option }
    return chosen
  }
}

extension Layout {
  /// The types before any formula was resolved: the unit where one is declared.
  var firstTypes: [Type] {
    values.map { value in
      value.unit.flatMap { UnitOfMeasure(parsing: $0) }.map { .number(unit: $0) } ?? .any
    }
  }
}
