import FEEL
import Model

extension Pack {
  /// What is wrong with a pack beside its formulas: citations, dates, words without a text.
  package func checkEntries() -> PackProblems {
    var problems = PackProblems()
    for head in heads { checkCitation(head, &problems) }
    checkNames(&problems)
    for parameter in parameters { checkDates(parameter, &problems) }
    for closing in closings { checkKinds(closing, &problems) }
    checkReportFiles(&problems)
    for policy in policies where policy.value == nil && policy.decision != nil {
      problems.add(
        "'\(policy.head.id)' has a decision but no value", at: policy.head.span,
        in: policy.head.document)
    }
    return problems
  }

  /// Every cited entry.
  var heads: [EntryHead] {
    var heads = parameters.map(\.head) + policies.map(\.head) + readings.map(\.head)
    heads += choices.map(\.head) + functions.map(\.head) + tables.map(\.head)
    heads +=
      values.flatMap { [$0.head] + ($0.decision?.rows ?? []) } + constraints.map(\.head)
      + scale.map(\.head)
    heads += levels.flatMap { [$0.head] + $0.states.map(\.head) + $0.rows.map(\.head) }
    heads += caps.map(\.head) + quotas.map(\.head) + rankings.map(\.head)
    heads += lists.flatMap { [$0.head] + ($0.guards + $0.attention).map(\.head) }
    heads += reports.map(\.head)
    heads += scopes.map(\.head) + (membership.map { [$0.head] } ?? [])
    heads += tables.flatMap { table in
      table.checks.map(\.head) + table.fields.flatMap { $0.labels.map(\.head) }
    }
    return heads + closings.map(\.head) + waiting.map(\.head)
  }

  /// A citation begins with the id of a law of the pack: `335 Đ.14.2a; 73 Đ.11`.
  private func checkCitation(_ head: EntryHead, _ problems: inout PackProblems) {
    guard !head.cite.text.isEmpty else { return }
    for part in head.cite.text.split(separator: ";") {
      let law = part.split(separator: " ").first.map { String($0) } ?? ""
      guard !laws.contains(where: { $0.id == law }) else { continue }
      problems.add(
        "the citation of '\(head.id)' names no law of the pack: '\(law)'", at: head.span,
        in: head.document,
        remedy: nearestName(to: law, among: laws.map(\.id)).map { "write '\($0)'" })
    }
    if !["", "V2", "V1", "SEC", "MEM", "INT"].contains(head.cite.confidence) {
      problems.add(
        "'\(head.cite.confidence)' is no mark of confidence", at: head.span, in: head.document,
        remedy: "write V2, V1, SEC, MEM or INT")
    }
  }

  /// A kind of period that the pack does not score leaves nothing behind.
  private func checkKinds(_ closing: ClosingRule, _ problems: inout PackProblems) {
    for kind in closing.kinds where !periods.contains(kind) {
      problems.add(
        "'\(closing.head.id)' is left behind by a \(kind.rawValue), which the pack does not score",
        at: closing.head.span, in: closing.head.document,
        remedy: "write '\(kind.rawValue)' into 'periods', or leave it out of 'in'")
    }
  }

  /// Dated values must follow each other without gap or overlap.
  private func checkDates(_ parameter: Parameter, _ problems: inout PackProblems) {
    let sorted = parameter.values.sorted {
      ($0.from?.dayNumber ?? .min) < ($1.from?.dayNumber ?? .min)
    }
    for (one, next) in zip(sorted, sorted.dropFirst()) {
      guard let end = one.to else {
        if next.from == one.from || one.from == nil && next.from == nil {
          tell("two values of '\(parameter.head.id)' begin on one day", next, parameter, &problems)
        }
        continue  // an open value lasts until the next one begins
      }
      guard let begin = next.from else { continue }
      if begin <= end {
        tell("values of '\(parameter.head.id)' overlap", next, parameter, &problems)
      } else if end.adding(days: 1) != begin {
        tell("between two values of '\(parameter.head.id)' is a gap", next, parameter, &problems)
      }
    }
  }

  private func tell(
    _ message: Wording, _ value: Parameter.Dated, _ parameter: Parameter,
    _ problems: inout PackProblems
  ) {
    problems.add(message, at: value.span, in: parameter.head.document)
  }
}
