extension TableAnalysis {
  /// What a finding says to the author of the table: one sentence without a full stop.
  public func words(_ finding: Finding, in table: ResolvedTable) -> Wording {
    let values = TableAnalysis.words(finding.example, table)
    let names = finding.rows.map { "'\(table.name(of: $0))'" }
    let first = names.first ?? ""
    let others = names.dropFirst().prefix(5).joined(separator: ", ")
    switch finding.kind {
    case .gap: return "no row of the table holds for \(values)"
    case .overlap: return "rows \(first) and \(others) both hold for \(values), and only one may"
    case .conflict:
      return "rows \(first) and \(others) both hold for \(values), and their outputs differ"
    case .masked:
      return "row \(first) is never the result: \(others) come first, as for \(values)"
    case .unreachable:
      let input = finding.column.map { table.inputs[$0].text } ?? ""
      return "row \(first) never holds: no value of '\(input)' passes its test"
    case .output:
      let output = finding.column.map { table.outputs[$0].name } ?? ""
      return "row \(first) gives a value that is not allowed for '\(output)'"
    }
  }

  /// What was not proven, in the same form.
  public func words(_ unproven: Unproven, in table: ResolvedTable) -> Wording {
    switch unproven {
    case .row(let row, let input):
      return """
        not proven: what row '\(table.name(of: row))' adds or hides, as its test of \
        '\(table.inputs[input].text)' is no comparison with constants
        """
    case .output(let row):
      return "not proven: what row '\(table.name(of: row))' gives, as it is no constant"
    case .allowed(let input):
      return "not proven: which values of '\(table.inputs[input].text)' are allowed"
    case .gap(let values):
      return "not proven: that a row of the table holds for \(TableAnalysis.words(values, table))"
    case .bound: return "not proven: that nothing else is wrong, as the table is too large"
    }
  }

  /// Values of the inputs as equations, such as `age = 17, risk = "high"`.
  static func words(_ example: [Value?], _ table: ResolvedTable) -> String {
    let entries = zip(table.inputs, example).compactMap { input, value in
      value.map { "\(input.text) = \($0)" }
    }
    return entries.isEmpty ? "-" : entries.joined(separator: ", ")
  }
}
