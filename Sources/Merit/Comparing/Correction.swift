import FEEL
import Files
import JSON
import Model
import Reporting

/// A closed period that is scored again, and why; the closed folder stays as it is.
public struct Reopening: Sendable {
  /// The folder of the closed period.
  public var folder: String
  /// The ground, in words: a document, a finding, a petition.
  public var because: String

  /// Describes what is corrected.
  public init(folder: String, because: String) {
    self.folder = folder
    self.because = because
  }
}

/// What a correction changes: `corrections.ndjson`, and a section of the summary.
struct Correction: Sendable {
  static let fileName = "corrections.ndjson"
  let receipt: Receipt
  let because: String
  let comparison: RunComparison

  /// Verifies the closed folder and compares it with new results.
  ///
  /// - Throws: Where the folder was never closed or was changed since, or is of another period or pack.
  init(
    _ reopening: Reopening, period: String, pack: String, _ new: RunFiles
  ) throws(MeritError) {
    receipt = try Receipt(of: reopening.folder)
    because = reopening.because
    guard !because.isEmpty else { throw MeritError("say why the period is opened again") }
    guard receipt.period == period else {
      throw MeritError(
        "'\(reopening.folder)' closed \(receipt.period); it cannot be corrected by \(period)")
    }
    guard receipt.pack == pack else {
      throw MeritError(
        "'\(reopening.folder)' was scored by '\(receipt.pack)'; a correction by '\(pack)' would mix"
          + " what records and what rules change")
    }
    try receipt.verify()
    comparison = try RunComparison(RunFiles(folder: reopening.folder), new)
  }

  /// One line for each value that changes.
  var bytes: [UInt8] {
    var writer = JSONWriter(.compact)
    for subject in comparison.subjects {
      for field in subject.fields {
        writer.object { write(field, of: subject, to: &$0) }
        writer.endLine()
      }
    }
    return writer.bytes
  }

  private func write(
    _ field: (name: String, old: String?, new: String?), of subject: RunComparison.Subject,
    to writer: inout JSONWriter
  ) {
    writer.member("subject", subject.id)
    writer.member("name", subject.name)
    writer.member("field", field.name)
    for (key, value) in [("old", field.old), ("new", field.new)] {
      writer.key(key)
      if let value, let json = JSONDocument(Array(value.utf8)).value {
        writer.value(json)
      } else {
        writer.null()
      }
    }
    writer.member("ground", because)
    writer.array("records") { for record in subject.records { $0.string(record.id) } }
    writer.array("through") { for other in subject.through { $0.string(other) } }
  }

  /// What `run.json` and the summary say of it.
  var facts: RunFacts.Correction {
    RunFacts.Correction(
      period: receipt.period, receipt: receipt.hash, because: because,
      subjects: comparison.subjects.count,
      lines: Language.allCases.map { language in
        comparison.subjects.prefix(10).flatMap { comparison.lines($0, language) }
      })
  }
}
