import Merit

extension Door {
  /// `merit packs`: what there is to score by.
  static func packs(_ arguments: Arguments) throws -> Status {
    let library = try arguments.library()
    guard !library.names.isEmpty else {
      throw MeritError(
        "there are no criteria packs in \(library.folders.joined(separator: ", "));"
          + " name their folder with --criteria or MERIT_CRITERIA")
    }
    let language = try arguments.language()
    guard let period = arguments.value(.inPeriod) else {
      if arguments.has(.ofKind) { throw UsageError("--kind goes with --for PERIOD") }
      try Terminal.print(library.listing(language))
      return .done
    }
    try Terminal.print(library.applying(in: period, to: arguments.value(.ofKind), language))
    return .done
  }

  /// `merit check`: what is wrong with packs, and how their own cases come out.
  static func check(_ arguments: Arguments) throws -> Status {
    let library = try arguments.library()
    var status = Status.done
    for name in arguments.operands {
      let pack = try library.load(name)
      let report = try pack.check(in: arguments.language())
      try Terminal.print(report.text)
      if arguments.has(.plan), !report.hasErrors {
        try Terminal.print(pack.planReport(in: arguments.language()))
      }
      if report.hasErrors || report.hasFindings { status = .findings }
    }
    return status
  }
}

extension Arguments {
  /// The packs that can be named: in the folders asked for, else in those beside the user and the
  /// program.
  func library() throws(UsageError) -> PackLibrary {
    let asked = all(.criteria)
    let told = Terminal.variable("MERIT_CRITERIA")?.split(separator: ":").map { String($0) } ?? []
    if !asked.isEmpty || !told.isEmpty { return PackLibrary(folders: asked + told) }
    return PackLibrary(folders: ["criteria"] + Arguments.besideProgram)
  }

  /// The folders `criteria` in the folders above the program, the nearest first, and where an
  /// installed program keeps them.
  private static var besideProgram: [String] {
    var parts = (Terminal.executable ?? "").split(separator: "/").dropLast()
    var folders: [String] = []
    while !parts.isEmpty {
      let above = "/" + parts.joined(separator: "/")
      folders += ["\(above)/criteria", "\(above)/share/merit/criteria"]
      parts = parts.dropLast()
    }
    return folders
  }

  /// The language of what is printed.
  func language() throws(UsageError) -> ReportLanguage {
    guard let text = value(.language) else { return .vietnamese }
    guard let language = ReportLanguage(rawValue: text) else {
      let known = ReportLanguage.allCases.map(\.rawValue).joined(separator: " or ")
      throw UsageError("there is no language '\(text)'; write \(known)")
    }
    return language
  }
}
