import Merit

extension Door {
  /// `merit score`: scores a dataset, writes the output folder, and tells what was found.
  static func score(_ arguments: Arguments) throws -> Status {
    let language = try arguments.language()
    let out = arguments.value(.out) ?? ""
    if Terminal.exists(out), !arguments.has(.replace) {
      throw UsageError("'\(out)' is there already; choose another name, or give --replace")
    }
    let reopening = try arguments.reopening()
    let progress = Terminal.showsProgress && !arguments.has(.quiet) ? ProgressLine(language) : nil
    let result = try evaluation(arguments, progress: progress)
    Terminal.keepToTheEnd(result)
    let remarks = try result.write(
      to: out, replacing: arguments.has(.replace), reopening: reopening,
      explaining: !arguments.has(.withoutExplanations))
    for remark in remarks { Terminal.complain(remark) }
    let status: Status = result.hasFindings ? .findings : .done
    if arguments.has(.quiet) { return status }
    do {
      try Terminal.print(summary(of: result, arguments, language, out, reopening))
    } catch is Terminal.Closed {
      return status  // The output folder is there, whoever reads the summary.
    }
    return status
  }

  private static func summary(
    of result: Evaluation, _ arguments: Arguments, _ language: ReportLanguage, _ out: String,
    _ reopening: Reopening?
  ) throws -> String {
    if arguments.has(.json) { return result.summaryJSON(output: out) }
    guard let reopening else { return result.summary(language, output: out) }
    return try result.summary(language, output: out, correcting: reopening)
  }

  /// Scores what the arguments name.
  static func evaluation(
    _ arguments: Arguments, keepingRecords: Bool = false, progress: ProgressLine? = nil
  ) throws -> Evaluation {
    defer { progress?.end() }
    Terminal.removeTemporaryFoldersOnInterrupt()
    var options = try arguments.evaluationOptions()
    if let progress { options.onProgress = { progress.show($0) } }
    options.keepsRecords = keepingRecords ? true : nil
    let pack = try arguments.library().load(arguments.value(.pack) ?? "")
    return try Evaluation(dataset: arguments.dataset, pack: pack, options: options)
  }
}

extension Arguments {
  /// What is asked for beside the dataset and the pack.
  func evaluationOptions() throws(UsageError) -> EvaluationOptions {
    var options = EvaluationOptions(period: value(.period) ?? "")
    options.asOf = value(.asOf)
    options.history = all(.history)
    options.readings = try readings()
    options.isStrict = has(.strict)
    options.threads = try threads(unlessTold: Terminal.processors)
    if let bytes = try bytesOfRecords() { options.bytesOfRecords = bytes }
    return options
  }

  /// The dataset: a path, or a dash for standard input.
  var dataset: DatasetLocation {
    let dataset = operands.first ?? ""
    return dataset == "-" ? .standardInput : .path(dataset)
  }

  /// The closed period that is scored again, and why.
  func reopening() throws(UsageError) -> Reopening? {
    switch (value(.reopen), value(.because)) {
    case (let folder?, let because?): return Reopening(folder: folder, because: because)
    case (nil, nil): return nil
    default: throw UsageError("--reopen and --because go together")
    }
  }
}
