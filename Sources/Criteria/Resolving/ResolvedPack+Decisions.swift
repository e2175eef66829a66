import FEEL
import JSON
import Model

extension ResolvedPack {
  /// What is wrong with the decision tables of the pack: gaps, rows that contradict each other, rows
  /// that are never the result, outputs that nothing puts in order.
  func checkDecisions(_ problems: inout PackProblems) {
    for value in values {
      guard let decision = value.rule.decision, case .decide(let table) = value.program.root.kind
      else { continue }
      if let words = decision.orderMissing(of: value.rule.head.id) {
        problems.add(
          Diagnostic(
            words, at: value.rule.head.span, remedy: "add \"allowed\"", severity: .warning),
          in: value.rule.head.document)
      }
      let analysis = TableAnalysis(
        table, semantics: .strict, scales: schema.scales, global: constants,
        bounds: { bounds(of: $0) })
      for finding in analysis.findings {
        problems.add(
          diagnostic(analysis.words(finding, in: table), finding, value, table, decision),
          in: place(finding, value, decision).document)
      }
      for unproven in analysis.unproven {
        problems.add(
          Diagnostic(
            analysis.words(unproven, in: table), at: value.rule.head.span, severity: .warning),
          in: value.rule.head.document)
      }
    }
  }

  /// The value of a global that is the same in every period: a parameter with one value.
  var constants: @Sendable (Int) -> FEEL.Value? {
    let known = layout.globals.map { global -> FEEL.Value? in
      guard case .parameter(let index) = global, pack.parameters[index].values.count == 1 else {
        return nil
      }
      return pack.parameters[index].values[0].value.value
    }
    return { known[$0] }
  }

  /// The bounds that the pack declares for a field of the record.
  private func bounds(of node: Node) -> ValueRange? {
    guard let member = node.ownMember, case .record(let table, _) = member.base.type,
      case .field(let index) = layout.tables[table].members[member.index].source
    else { return nil }
    let field = layout.tables[table].fields[index]
    guard field.least != nil || field.most != nil else { return nil }
    return ValueRange(
      field.least.map(FEEL.Value.number), closed: true, field.most.map(FEEL.Value.number),
      closed: true)
  }

  /// The entry that a finding is told at: the first row that it names, else the whole table.
  private func place(
    _ finding: TableAnalysis.Finding, _ value: Value, _ decision: DecisionRule
  ) -> EntryHead {
    finding.rows.first.map { decision.rows[$0] } ?? value.rule.head
  }

  private func diagnostic(
    _ words: Wording, _ finding: TableAnalysis.Finding, _ value: Value, _ table: ResolvedTable,
    _ decision: DecisionRule
  ) -> Diagnostic {
    let place = place(finding, value, decision)
    var notes: [Diagnostic.Note] = []
    for row in finding.rows.prefix(6) {
      let head = decision.rows[row]
      let isHere = head.document == place.document && head.span != place.span
      notes.append(
        Diagnostic.Note(
          "the row '\(head.id)' is \(head.cite.inWords)", at: isHere ? head.span : nil))
    }
    if let sketch = CaseSketch(self, value, table, finding) {
      notes.append(Diagnostic.Note("as a case: \(sketch.text)"))
    }
    return Diagnostic(words, at: place.span, severity: .warning, notes: notes)
  }
}

extension DecisionRule {
  /// What to say of a table whose hit policy orders rows by outputs that no allowed values order.
  fileprivate func orderMissing(of name: String) -> Wording? {
    guard table.outputs.allSatisfy({ $0.allowed == nil }) else { return nil }
    switch table.hitPolicy {
    case .priority:
      return
        "no allowed values say which output of '\(name)' goes before which: PRIORITY is FIRST here"
    case .outputOrder:
      return
        "no allowed values put the outputs of '\(name)' in order: OUTPUT ORDER is RULE ORDER here"
    case .unique, .any, .first, .ruleOrder, .collect: return nil
    }
  }
}

extension Citation {
  /// The citation with its mark of confidence, such as `335 Đ.5.1 (V1)`.
  fileprivate var inWords: String { confidence.isEmpty ? text : "\(text) (\(confidence))" }
}

extension Node {
  /// The member of the record that the expression is about, if this is one.
  var ownMember: (base: Node, index: Int)? {
    guard case .member(let base, let member) = kind, case .selfRecord = base.kind else {
      return nil
    }
    return (base, member)
  }
}
