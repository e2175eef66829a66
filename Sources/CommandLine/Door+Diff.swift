import Merit

extension Door {
  /// `merit diff`: who differs between two finished runs.
  static func diff(_ arguments: Arguments) throws -> Status {
    let language = try arguments.language()
    let runs = arguments.operands.map { FinishedRun(folder: $0) }
    guard runs.count == 2 else { throw UsageError("give two folders") }
    let difference = try runs[0].difference(to: runs[1])
    try Terminal.print(arguments.has(.json) ? difference.json : difference.text(language))
    return difference.isEmpty ? .done : .findings
  }
}
