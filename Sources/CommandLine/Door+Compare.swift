import Merit

extension Door {
  /// `merit compare`: who differs between two packs on one dataset, and by which entries.
  static func compare(_ arguments: Arguments) throws -> Status {
    let language = try arguments.language()
    let names = arguments.all(.pack)
    guard names.count == 2 else {
      throw UsageError("give --pack twice: the old one, then the new one")
    }
    let library = try arguments.library()
    Terminal.removeTemporaryFoldersOnInterrupt()
    let comparison = try PackComparison(
      dataset: arguments.dataset, from: library.load(names[0]), to: library.load(names[1]),
      options: arguments.evaluationOptions())
    try Terminal.print(arguments.has(.json) ? comparison.json : comparison.text(language))
    return comparison.isEmpty ? .done : .findings
  }
}
