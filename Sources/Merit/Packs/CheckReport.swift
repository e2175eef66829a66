package import Criteria
import FEEL
import Files
import Model
import Scoring

/// What a check of a pack found: problems with place and remedy, and how its cases came out.
public struct CheckReport: Sendable {
  /// The report as a person reads it.
  public let text: String
  /// Whether the pack cannot be used, or a case did not come out as it says.
  public let hasErrors: Bool
  /// Whether there is anything to look at.
  public let hasFindings: Bool
  /// How many cases passed and failed.
  public let passed: Int
  /// How many cases did not come out as they say.
  public let failed: Int
}

extension CriteriaPack {
  /// Checks the pack without any record, then runs the cases that travel with it.
  ///
  /// - Parameter language: The language of the report.
  /// - Complexity: O(formulas × kinds of period + cases).
  public func check(in language: ReportLanguage = .english) -> CheckReport {
    let language = language.language
    let problems = problems
    var lines = problems.all.isEmpty ? [] : [rendered(problems, in: language)]
    var cases: CaseRun?
    if !problems.hasErrors {
      do throws(MeritError) {
        cases = try CaseFile(of: self).map { CaseRun($0, self) }
      } catch { lines.append(error.message) }
    }
    lines += (cases?.failures ?? []).map { cases?.file.source.render($0, in: language) ?? "" }
    lines.append(summary(problems, cases).text(in: language))
    let failed = cases?.failed ?? 0
    return CheckReport(
      text: lines.joined(separator: "\n"), hasErrors: problems.hasErrors || failed > 0,
      hasFindings: !problems.all.isEmpty || failed > 0, passed: cases?.passed ?? 0, failed: failed)
  }

  /// Everything that is wrong with the pack, found without any record.
  package var problems: PackProblems {
    var problems = reading
    for problem in pack.checkEntries().all {
      problems.add(problem.diagnostic, in: problem.document)
    }
    guard !problems.hasErrors else { return problems }
    for kind in PeriodKind.allCases where uses(kind) {
      for problem in plan(for: kind, readings: [:]).problems.all {
        problems.add(problem.diagnostic, in: problem.document)
      }
    }
    return problems
  }

  private func summary(_ problems: PackProblems, _ cases: CaseRun?) -> Wording {
    let errors = problems.all.count { $0.diagnostic.severity == .error }
    let warnings = problems.all.count - errors
    let found: Wording = "\(name): \(errors) errors, \(warnings) warnings"
    guard let cases else { return found }
    return "\(found)\("; cases: \(cases.passed) passed, \(cases.failed) failed")"
  }

  /// Whether the pack says anything about a kind of period.
  private func uses(_ kind: PeriodKind) -> Bool {
    pack.periods.contains(kind) || pack.values.contains { $0.byPeriod[kind] != nil }
  }
}
