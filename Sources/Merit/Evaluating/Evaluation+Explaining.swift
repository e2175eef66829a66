import Criteria
import FEEL
import Files
import JSON
import Model
import Reporting
import Scoring
import Standing

/// Of whom an explanation is asked.
public enum ExplanationSubject: Hashable, Sendable {
  /// A person, by id.
  case person(String)
  /// A unit, by id.
  case unit(String)
}

/// How an explanation is told.
public enum ExplanationForm: Hashable, Sendable {
  /// A page that the official concerned can follow.
  case text(ReportLanguage)
  /// A versioned JSON object from which every number can be computed again.
  case json
}

extension ExplanationSubject {
  /// The name of the record, such as `people/CB-014`.
  fileprivate var recordName: String {
    switch self {
    case .person(let id): "\(EngineTable.people.name)/\(id)"
    case .unit(let id): "\(EngineTable.units.name)/\(id)"
    }
  }
}

extension Evaluation {
  /// How the result of a person or unit came about, down to the records and the articles.
  ///
  /// - Throws: Where the dataset has no such person or unit, or the evaluation did not keep its
  ///   records (see ``EvaluationOptions/keepsRecords``).
  public func explanation(
    of subject: ExplanationSubject, as form: ExplanationForm
  ) throws(MeritError) -> String {
    guard keptRecords else {
      throw MeritError("this evaluation did not keep its records; ask for 'keepsRecords'")
    }
    let explainer = Explainer(outcome, facts())
    guard let found = explainer.subject(named: subject.recordName) else {
      throw MeritError("the dataset has no \(subject.recordName)")
    }
    let explanation = explainer.explanation(found)
    switch form {
    case .text(let language): return explanation.text(language.language)
    case .json: return String(decoding: explanation.json, as: UTF8.self)
    }
  }

  /// Whether every record is there to be explained.
  var keptRecords: Bool { outcome.grading.world.foldedTable == nil }

  /// The files from which a finished run can be explained without scoring again; none where the
  /// dataset is large or its records were not kept.
  var explanationFiles: [ReportFile] {
    guard keptRecords, Explainer.isSmall(outcome) else { return [] }
    return [
      Explainer(outcome, facts()).file(values: FinishedRun.values, pages: FinishedRun.pages)
    ]
  }
}

/// The output folder of a finished run.
public struct FinishedRun: Sendable {
  /// The folder.
  public let folder: String
  fileprivate static let values = "explanations.ndjson"
  fileprivate static let pages = "explanations-text.ndjson"

  /// Refers to a folder that `Evaluation.write(to:replacing:)` made.
  public init(folder: String) { self.folder = folder }

  /// An explanation as it was written then; nothing is scored again.
  ///
  /// - Throws: Where the folder has no explanations, or none of this person or unit.
  public func explanation(
    of subject: ExplanationSubject, as form: ExplanationForm
  ) throws(MeritError) -> String {
    switch form {
    case .text(let language):
      let line = try line(FinishedRun.pages, of: subject, under: ["subject"])
      return JSONDocument(line).value?[language.rawValue]?.string?.text ?? ""
    case .json:
      let line = try line(FinishedRun.values, of: subject, under: ["subject", "record"])
      return String(decoding: line, as: UTF8.self)
    }
  }

  private func line(
    _ file: String, of subject: ExplanationSubject, under path: [String]
  ) throws(MeritError) -> [UInt8] {
    let bytes: [UInt8]
    do { bytes = try InputFile.contents(of: Place(folder).appending(file).path) } catch {
      throw MeritError(
        "\(error.message); runs of large datasets, and those that were asked for none, do not write"
          + " explanations: explain the dataset")
    }
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let found = path.reduce(JSONDocument(Array(line)).value) { $0?[$1] }
      if found?.string?.text == subject.recordName { return Array(line) }
    }
    throw MeritError("the run has no \(subject.recordName)")
  }
}
