import Criteria
import Merit
import Reporting
import TestSupport
import Testing

/// What people read in place of a value, in the words of a pack and of one that builds on it.
@Suite struct LabelTests {
  static func files(_ pack: String) throws -> [String: String] {
    try ComparedPackTests.evaluation(ComparedPackTests.library.load(pack)).texts
  }

  @Test(arguments: [
    ("mini", ["nhân viên", "chief"], ["chuyên viên", "trưởng phòng", "clerk"]),
    ("mini-local", ["chuyên viên", "trưởng phòng"], ["nhân viên", "chief", "clerk"]),
  ])
  func `an overlay adds words and puts others in place of its base's`(
    pack: String, read: [String], notRead: [String]
  ) throws {
    let files = try LabelTests.files(pack)
    let sheet = try #require(files["ranking.csv"])
    for words in read { #expect(sheet.contains(",\(words),"), "\(words)") }
    for words in notRead { #expect(!sheet.contains(",\(words),"), "\(words)") }
    let people = try #require(files["people.ndjson"])
    #expect(people.contains("\"role\":\"clerk\"") && people.contains("\"role\":\"chief\""))
  }

  @Test func `other words for a value move nobody`() throws {
    let library = ComparedPackTests.library
    let words = try ComparedPackTests.changed([("nhân viên", "thư ký"), ("office clerk", "clerk")])
    let found = try ComparedPackTests.comparison(library.load("mini"), words)
    #expect(found.isEmpty)
    #expect(
      found.text(.english).contains("tables / postings / fields / role / labels / clerk (changed)"))
  }
}
