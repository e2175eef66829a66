import FEEL

extension Pack {
  /// Written tables of one kind of period must not overwrite each other's files.
  func checkReportFiles(_ problems: inout PackProblems) {
    for (index, report) in reports.enumerated() {
      let isName =
        !report.file.isEmpty
        && report.file.allSatisfy {
          $0 == "-" || $0.isLetter || $0.isNumber
        }
      if !isName {
        problems.add(
          "'\(report.file)' cannot be the name of a file", at: report.head.span,
          in: report.head.document, remedy: "use letters, digits and hyphens")
      }
      let rival = reports[..<index].first { other in
        other.file.lowercased() == report.file.lowercased()
          && other.kinds.contains(where: report.kinds.contains)
      }
      if let rival {
        problems.add(
          "'\(rival.head.id)' and '\(report.head.id)' would both write '\(report.file)'",
          at: report.head.span, in: report.head.document, remedy: "give one of them another 'file'")
      }
    }
  }
}
