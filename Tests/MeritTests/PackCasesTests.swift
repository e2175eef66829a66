import Merit
import TestSupport
import Testing

/// The cases that travel with packs are tests of the engine as well.
@Suite struct PackCasesTests {
  /// Below these numbers cases were lost, not improved.
  static let least = [
    "standard": 34, "nd-335-2025": 251, "so-tay-bnv-2026": 17, "tinh-mau-2026": 36,
    "quang-binh-2214-2023": 17,
    "can-tho-4363-2023": 54,
    "thanh-ha-2023": 22,
    "bnv-3668-2023": 62,
    "nd-90-2020": 247, "cd-968-2023": 103,
    "ha-noi-3814-2018": 43, "tphcm-20-2024": 75, "thanh-hoa-1053-2026": 102,
    "hai-quan-2026": 96, "qd-366-2025": 73,
  ]

  @Test(arguments: Packs.shipped)
  func `a shipped pack has no problem and every case passes`(name: String) throws {
    let report = try Packs.load(name).check()
    #expect(!report.hasErrors && !report.hasFindings, "\(report.text)")
    #expect(report.failed == 0)
    let least = try #require(PackCasesTests.least[name], "say how many cases '\(name)' has")
    #expect(report.passed >= least)
  }

  @Test(arguments: Packs.ofExamples)
  func `a pack of an example has no problem`(path: String) throws {
    let report = try Packs.load(path).check()
    #expect(!report.hasErrors && !report.hasFindings, "\(report.text)")
    #expect(report.failed == 0)
  }
}
