/// A run in words, and as the table of results that the kit collects.
struct KitReport {
  private let run: KitRun

  init(_ run: KitRun) { self.run = run }

  private var cases: [CaseRun] { run.topics.flatMap(\.cases) }

  /// Whether everything has passed that can be run here.
  var isClean: Bool {
    run.troubles.isEmpty
      && cases.allSatisfy { if case .failed = $0.outcome { false } else { true } }
  }

  /// A line for each folder; with `isVerbose` every case that did not pass; then what was ignored,
  /// and the sum.
  func text(isVerbose: Bool) -> String {
    var lines: [String] = []
    for topic in run.topics {
      lines.append("\(topic.name): \(topic.cases.filter(\.isPassed).count)/\(topic.cases.count)")
      guard isVerbose else { continue }
      for test in topic.cases {
        if case .failed(let why) = test.outcome {
          lines.append("  \(test.file) \(test.id): \(why)")
        }
      }
    }
    for test in cases {
      guard case .ignored(let why) = test.outcome else { continue }
      lines.append("ignored: \(test.folder)/\(test.file) \(test.id): \(why)")
    }
    lines += run.troubles
    return (lines + [summary]).joined(separator: "\n")
  }

  private var summary: String {
    let passed = cases.filter(\.isPassed)
    let rounded = passed.filter(\.isRounded).count
    let ignored = cases.count { if case .ignored = $0.outcome { true } else { false } }
    var words = "\(passed.count) passed, \(cases.count - passed.count - ignored) failed"
    if ignored > 0 { words += ", \(ignored) ignored" }
    return rounded > 0 ? words + " (\(rounded) within 0.00000001)" : words
  }

  /// The results as comma-separated values: folder, file, case, result and detail.
  var table: String {
    cases.map { test in
      let (result, detail) =
        switch test.outcome {
        case .passed: ("SUCCESS", "")
        case .failed(let why): ("ERROR", why)
        case .ignored(let why): ("IGNORED", why)
        }
      return [test.folder, test.file, test.id, result, detail].map(KitReport.quoted)
        .joined(separator: ",") + "\n"
    }.joined()
  }

  private static func quoted(_ cell: String) -> String {
    let line = cell.map { $0.isNewline ? " " : $0 == "\"" ? "\"\"" : String($0) }.joined()
    return "\"\(line)\""
  }
}
