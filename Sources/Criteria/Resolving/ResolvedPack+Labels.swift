import FEEL

extension ResolvedPack {
  /// A label of a value that records may not have is a slip of the pen.
  ///
  /// A pack that builds on others may narrow what they allow, and leaves their labels alone.
  func checkLabels(_ problems: inout PackProblems) {
    for (index, table) in layout.tables.enumerated() {
      let checks = Array(zip(table.rule?.checks ?? [], tableRules[index].checks))
      for field in table.rule?.fields ?? [] {
        guard let member = table.member(field.name) else { continue }
        for label in field.labels {
          let known = checks.filter { $0.0.head.document <= label.head.document }
          let breaks = known.first { rule, program in
            program.isBroken(by: label.head.id, in: member, of: index)
          }
          if let breaks { tell(label, of: field, breaking: breaks, &problems) }
        }
      }
    }
  }

  private func tell(
    _ label: TableRule.ValueLabel, of field: TableRule.Field,
    breaking check: (rule: TableRule.Check, program: Program), _ problems: inout PackProblems
  ) {
    let nearest = nearestName(to: label.head.id, among: check.program.writtenTexts)
    problems.add(
      "'\(check.rule.head.id)' allows no '\(label.head.id)' in '\(field.name)'",
      at: label.head.span, in: label.head.document,
      remedy: nearest.map { "write '\($0)'" } ?? "leave out the label, or allow the value")
  }
}

extension Program {
  /// Whether no record that gives a text in one member can pass the check, whatever else it says.
  fileprivate func isBroken(by text: String, in member: Int, of table: Int) -> Bool {
    let host = OneText(table: Int32(table), member: member, text: text)
    let record = RecordReference(type: Int32(table), row: 0)
    return evaluate(self: record, locals: [], host: host, trace: nil) == .boolean(false)
  }

  /// The texts that are written in the formula.
  fileprivate var writtenTexts: [String] {
    var texts: [String] = []
    root.forEach { node in
      if case .literal(let value) = node.kind { texts += value.texts }
    }
    return texts
  }
}

extension Value {
  /// The text, or those of a list.
  fileprivate var texts: [String] {
    switch self {
    case .string(let text): [text]
    case .list(let items): items.flatMap(\.texts)
    default: []
    }
  }
}

/// A record of which one text is known and nothing else.
private struct OneText: Host {
  let table: Int32
  let member: Int
  let text: String
  private static let open = Value.unknown(Unknown("not computed yet"))

  func value(of member: Int, in record: RecordReference) -> Value {
    member == self.member && record.type == table ? .string(text) : OneText.open
  }
  func global(_ index: Int) -> Value { OneText.open }
  func slot(_ index: Int, of record: RecordReference?) -> Value { OneText.open }
  func workingDays(from: CalendarDate, to: CalendarDate) -> Value { OneText.open }
}
