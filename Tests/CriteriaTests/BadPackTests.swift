import Foundation
import Merit
import TestSupport
import Testing

/// What an author of a pack is told of each mistake: the whole text, with place and way out.
///
/// A folder of `Bad` holds one mistake: `pack.json`, or `pack/pack.json` beside the packs that it
/// builds on, and `expected.txt`.
@Suite struct BadPackTests {
  static let folder = "Tests/CriteriaTests/Bad"
  static let mistakes = Repository.names(in: folder)

  @Test(arguments: mistakes)
  func `a mistake is told with its place and a way out`(mistake: String) throws {
    let folder = "\(BadPackTests.folder)/\(mistake)"
    let isFamily = Repository.names(in: folder).contains("pack")
    let pack = Repository.path(folder + (isFamily ? "/pack/pack.json" : "/pack.json"))
    var text: String
    do throws(MeritError) {
      let report = try Packs.library.load(pack).check()
      #expect(report.hasErrors, "\(mistake) passes")
      text = report.text
    } catch {
      text = error.message
    }
    text = text.replacing(Repository.path(folder) + "/", with: "")
    try expectGolden(text + "\n", "\(folder)/expected.txt")
  }

  @Test(arguments: Repository.names(in: "Tests/CriteriaTests/Good"))
  func `what only looks like a mistake passes`(name: String) throws {
    let path = Repository.path("Tests/CriteriaTests/Good/\(name)/pack/pack.json")
    let report = try Packs.library.load(path).check()
    #expect(!report.hasFindings, "\(report.text)")
  }

  /// What a pack may say but its author should look at; cases given with a finding pass as they are.
  @Test(arguments: Repository.names(in: "Tests/CriteriaTests/Warned"))
  func `what is doubtful is told with an example`(name: String) throws {
    let folder = "Tests/CriteriaTests/Warned/\(name)"
    let report = try Packs.library.load(Repository.path(folder + "/pack.json")).check()
    #expect(!report.hasErrors && report.hasFindings)
    let text = report.text.replacing(Repository.path(folder) + "/", with: "")
    try expectGolden(text + "\n", "\(folder)/expected.txt")
  }

  @Test func `the case of a finding shows it`() throws {
    let folder = Repository.path("Tests/CriteriaTests/Warned/decision-tables")
    let pack = try Packs.library.load(folder + "/pack.json")
    let cases = pack.check().text.split(separator: "\n").compactMap { line in
      line.range(of: "as a case: ").map { String(line[$0.upperBound...]) }
    }
    #expect(cases.count == 4)
    let file = Repository.root.appending(path: ".build/\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(contentsOf: URL(filePath: folder + "/pack.json"))
      .write(to: file.appending(path: "pack.json"))
    let text = "{\"pack\": \"pack\", \"cases\": [\(cases.joined(separator: ", "))]}"
    try Data(text.utf8).write(to: file.appending(path: "cases.json"))
    let report = try Packs.library.load(file.path() + "/pack.json").check()
    #expect(report.failed == 0 && report.passed == cases.count, "\(report.text)")
  }
}
