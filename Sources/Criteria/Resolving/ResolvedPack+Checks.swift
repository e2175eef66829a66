import FEEL

extension ResolvedPack {
  /// What is wrong with a pack whose formulas are right one by one: reasons without words, and rows of
  /// levels that nothing can reach.
  func checked() -> PackProblems {
    var problems = PackProblems()
    let programs = values.flatMap { [$0.program, $0.when].compactMap(\.self) } + otherPrograms
    for program in programs {
      program.root.forEach { checkReason($0, &problems) }
    }
    for level in levels { checkRows(level, &problems) }
    checkDecisions(&problems)
    checkLabels(&problems)
    checkTableRows(&problems)
    return problems
  }

  /// `unknown("…")` and `needs decision("…")` name a message of the pack.
  private func checkReason(_ node: Node, _ problems: inout PackProblems) {
    guard case .call(let builtin, let arguments) = node.kind,
      builtin == .unknown || builtin == .needsDecision, let argument = arguments.first,
      case .literal(.string(let reason)) = argument.kind, pack.messages[reason] == nil,
      pack.formulas.indices.contains(argument.textID)
    else { return }
    let formula = pack.formulas[argument.textID]
    let nearest = nearestName(to: reason, among: pack.messages.keys.sorted())
    problems.add(
      "there is no message '\(reason)' to tell the reason", at: formula.fileSpan(argument.span),
      in: formula.document,
      remedy: nearest.map { "write '\($0)'" } ?? "add it to 'messages' in both languages")
  }

  /// A row that can never be the first to hold is a mistake of its author.
  private func checkRows(_ level: Level, _ problems: inout PackProblems) {
    let rows = zip(level.rows, level.rule.rows).map { row, rule in
      (id: rule.head.id, citation: Optional(rule.head.cite.text), condition: row.when.root)
    }
    let table = ResolvedTable(firstOf: rows, global: constants) { node in
      node.ownMember.map { layout.tables[level.table].members[$0.index].name } ?? "value"
    }
    let analysis = TableAnalysis(
      table, semantics: .strict, scales: schema.scales, global: constants)
    for finding in analysis.findings where finding.kind == .masked || finding.kind == .unreachable {
      let head = level.rule.rows[finding.rows[0]].head
      problems.add(
        Diagnostic(analysis.words(finding, in: table), at: head.span), in: head.document)
    }
  }
}
