import Merit

extension Door {
  /// `merit score`: scores a dataset, writes the output folder, and tells what was found.
  static func score(_ arguments: Arguments) throws -> Status {
    let language = try arguments.language()
    let out = arguments.value(.out) ?? ""
    if Terminal.exists(out), !arguments.has(.replace) {
      throw UsageError("'\(out)' is there already; choose another name, or give --replace")
    }
    let result = try evaluation(arguments)
    for remark in try result.write(to: out, replacing: arguments.has(.replace)) {
      Terminal.complain(remark)
    }
    let status: Status = result.hasFindings ? .findings : .done
    if arguments.has(.quiet) { return status }
    do {
      try Terminal.print(
        arguments.has(.json)
          ? result.summaryJSON(output: out) : result.summary(language, output: out))
    } catch is Terminal.Closed {
      return status  // The output folder is there, whoever reads the summary.
    }
    return status
  }

  /// Scores what the arguments name.
  static func evaluation(
    _ arguments: Arguments, keepingRecords: Bool = false
  ) throws -> Evaluation {
    var options = EvaluationOptions(period: arguments.value(.period) ?? "")
    options.asOf = arguments.value(.asOf)
    options.readings = try arguments.readings()
    options.keepsRecords = keepingRecords ? true : nil
    options.isStrict = arguments.has(.strict)
    options.threads = try arguments.threads(unlessTold: Terminal.processors)
    let pack = try arguments.library().load(arguments.value(.pack) ?? "")
    let dataset = arguments.operands.first ?? ""
    return try Evaluation(
      dataset: dataset == "-" ? .standardInput : .path(dataset), pack: pack, options: options)
  }
}
