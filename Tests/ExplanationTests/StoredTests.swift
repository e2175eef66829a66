import Foundation
import Merit
import Model
import Reporting
import Testing

/// Explanations that a finished run leaves behind, and those of runs that must not differ.
@Suite("Stored explanations")
struct StoredTests {
  @Test("a finished run tells what the evaluation told")
  func finished() throws {
    let evaluation = try Example.handbook.evaluation()
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try evaluation.write(to: folder)
    let run = FinishedRun(folder: folder)
    let forms = [ExplanationForm.json] + ReportLanguage.allCases.map { .text($0) }
    for subject in [ExplanationSubject.person("CC-01"), .person("LD-01"), .unit("CQ")] {
      for form in forms {
        #expect(
          try run.explanation(of: subject, as: form)
            == evaluation.explanation(of: subject, as: form))
      }
    }
    #expect(throws: MeritError.self) { try run.explanation(of: .person("CC-0"), as: .json) }
  }

  @Test("a run without explanations writes everything else, in the same bytes")
  func without() throws {
    let evaluation = try Example.handbook.evaluation()
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (full, bare) = (folder.appending(path: "full"), folder.appending(path: "bare"))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try evaluation.write(to: full.path())
    try evaluation.write(to: bare.path(), explaining: false)
    let all = try FileManager.default.subpathsOfDirectory(atPath: full.path()).sorted()
    let some = try FileManager.default.subpathsOfDirectory(atPath: bare.path()).sorted()
    #expect(all.filter { !$0.hasPrefix("explanations") } == some && all.count == some.count + 2)
    for name in some where name.contains(".") {
      #expect(
        try Data(contentsOf: full.appending(path: name))
          == Data(contentsOf: bare.appending(path: name)), "\(name)")
    }
    #expect(throws: MeritError.self) {
      try FinishedRun(folder: bare.path()).explanation(of: .person("CC-01"), as: .json)
    }
  }

  @Test("the file holds a line for every person and unit")
  func file() throws {
    let evaluation = try Example.handbook.evaluation()
    #expect(Explainer.isSmall(evaluation.outcome))
    let file = evaluation.explainer.file(values: "values", pages: "pages")
    #expect(file.bytes(of: "values") == evaluation.explanations())
  }

  @Test("the same bytes whatever the number of threads")
  func threads() throws {
    let one = try Example.month.evaluation(threads: 1)
    let four = try Example.month.evaluation(threads: 4)
    for subject in [ExplanationSubject.person("CB-001"), .person("CB-042"), .unit("CCHC")] {
      let json = try one.explanation(of: subject, as: .json)
      #expect(json == (try four.explanation(of: subject, as: .json)))
      #expect(json == (try one.explanation(of: subject, as: .json)))
    }
  }

  @Test("nobody is explained who is not there")
  func nobody() throws {
    let evaluation = try Example.handbook.evaluation()
    #expect(throws: MeritError.self) { try evaluation.explanation(of: .person("CC-99"), as: .json) }
  }
}
