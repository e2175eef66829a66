import Merit
import TestSupport
import Testing

/// Results depend on what the records say, and on nothing else.
@Suite struct OrderTests {
  static let pack = Result { try Packs.load("nd-335-2025") }

  @Test func `the small world has the results that a hand gives`() throws {
    let found = try Findings(SmallWorld.dataset, OrderTests.pack.get(), SmallWorld.options)
    // 30 + 70 × 1, 25 + 70 × 3/4, 22 + 70 × 2/4, 28 + 70 × 1/4; D leads A and B, all above 50;
    // H leads everybody, and E is below 50, so that one of six parts is a half.
    #expect(found["people/A.score"] == "100")
    #expect(found["people/B.score"] == "77.5")
    #expect(found["people/C.score"] == "57")
    #expect(found["people/E.score"] == "45.5")
    #expect(found["people/D.score"] == "99")
    #expect(found["people/H.score"] == "565/6")
    #expect(found["people/E.level"] == "\"not completed\"")
    #expect(found["problems"] == "")
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `rows and tables in another order give the same`(seed: UInt64) throws {
    let plain = try Findings(SmallWorld.dataset, OrderTests.pack.get(), SmallWorld.options)
    let shuffled = try Findings(
      SmallWorld.dataset.shuffled(seed: seed), OrderTests.pack.get(), SmallWorld.options)
    #expect(plain == shuffled, "\(plain.explain(shuffled))")
  }

  @Test(arguments: [
    ("examples/so-2026/data", "examples/so-2026/criteria/quy-che-so-mau/pack.json"),
    ("examples/national-month/sample", "examples/national-month/pack.json"),
  ])
  func `an example in another order and with more threads gives the same`(
    data: String, pack: String
  ) throws {
    let pack = try Packs.load(pack)
    let plain = try ExampleFolder(data, shuffledBy: nil)
    let options = EvaluationOptions(period: "2026-07")
    let first = try Findings(Evaluation(dataset: .path(plain.path), pack: pack, options: options))
    for (seed, threads) in [(1, 1), (2, 2), (3, 4)] {
      let folder = try ExampleFolder(data, shuffledBy: UInt64(seed))
      var options = options
      options.threads = threads
      let again = try Findings(
        Evaluation(dataset: .path(folder.path), pack: pack, options: options))
      #expect(first == again, "seed \(seed), \(threads) threads:\n\(first.explain(again))")
    }
  }
}
