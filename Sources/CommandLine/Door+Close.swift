import Merit

extension Door {
  /// `merit close`: closes the period of a finished run.
  static func close(_ arguments: Arguments) throws -> Status {
    let act = ClosingAct(
      by: arguments.value(.by) ?? "", on: arguments.value(.on) ?? "",
      previous: arguments.value(.previous), despiteFindings: arguments.has(.despiteFindings))
    let remarks = try FinishedRun(folder: arguments.operands.first ?? "").close(act)
    for remark in remarks { Terminal.complain(remark) }
    return remarks.isEmpty ? .done : .findings
  }
}
