import Model
import Reporting

/// How two finished runs differ.
public struct RunDifference: Sendable {
  private let comparison: RunComparison

  /// Whether nothing differs.
  public var isEmpty: Bool { comparison.subjects.isEmpty }
  /// The differences as one JSON object.
  public var json: String { comparison.json }

  /// The differences as a page.
  public func text(_ language: ReportLanguage) -> String { comparison.text(language.language) }

  fileprivate init(_ comparison: RunComparison) { self.comparison = comparison }
}

extension FinishedRun {
  /// Who differs between this run and another one, in what, and by which records.
  ///
  /// - Throws: Where one of the folders is no finished run.
  public func difference(to other: FinishedRun) throws(MeritError) -> RunDifference {
    RunDifference(
      try RunComparison(RunFiles(folder: folder), RunFiles(folder: other.folder)))
  }
}
