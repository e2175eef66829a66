import Merit

extension Door {
  /// `merit explain`: tells how the result of one person or unit came about.
  static func explain(_ arguments: Arguments) throws -> Status {
    let subject = try subject(arguments)
    let form: ExplanationForm =
      arguments.has(.json) ? .json : .text(try arguments.language())
    if let folder = arguments.value(.from) {
      guard arguments.operands.isEmpty else {
        throw UsageError("give a DATASET or --from, not both")
      }
      try Terminal.print(FinishedRun(folder: folder).explanation(of: subject, as: form))
      return .done
    }
    for needed in [Option.pack, .period] where arguments.value(needed) == nil {
      throw UsageError("--\(needed.name) is missing; without --from the dataset is scored first")
    }
    guard !arguments.operands.isEmpty else { throw UsageError("DATASET or --from is missing") }
    let result = try evaluation(arguments, keepingRecords: true)
    try Terminal.print(result.explanation(of: subject, as: form))
    return result.hasFindings ? .findings : .done
  }

  private static func subject(_ arguments: Arguments) throws(UsageError) -> ExplanationSubject {
    switch (arguments.value(.person), arguments.value(.unit)) {
    case (let person?, nil): return .person(person)
    case (nil, let unit?): return .unit(unit)
    default: throw UsageError("give either --person or --unit")
    }
  }
}
