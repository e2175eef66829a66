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
}
