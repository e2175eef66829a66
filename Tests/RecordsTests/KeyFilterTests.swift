import Files
import Records
import Testing

@Suite struct KeyFilterTests {
  @Test(arguments: 1...3)
  func `a key that came before is noticed, and no other`(_ seed: Int) {
    var random = Seeded(state: UInt64(seed))
    let keys = (0..<20_000).map { _ in "T-\(Int.random(in: 0..<40_000, using: &random))" }
    var before: Set<String> = []
    let expected = keys.map { !before.insert($0).inserted }
    let filter = KeyFilter()
    let parts = stride(from: 0, to: keys.count, by: 700).map {
      keys[$0..<min($0 + 700, keys.count)]
    }
    #expect(parts.flatMap { filter.add($0.map { StableHash.of($0) }) } == expected)
    var suspects = Suspects()
    for key in keys { suspects.add(StableHash.of(key)) }
    let repeated = Set(zip(keys, expected).filter(\.1).map { StableHash.of($0.0) })
    #expect(suspects.repeated == repeated.sorted())
  }

  @Test func `threads that add at once notice each repetition`() {
    let filter = KeyFilter()
    let hashes = (0..<5_000).map { StableHash.of("\($0)") }
    let noticed = Threads.run(4) { _ in filter.add(hashes).count { $0 } }
    #expect(noticed.reduce(0, +) == 15_000)
  }

  @Test func `bytes and texts have the same hash`() {
    var random = Seeded(state: 5)
    for length in 0..<70 {
      let text = String((0..<length).map { _ in "aT-09 ệđ".randomElement(using: &random) ?? "x" })
      #expect(StableHash.of(Array(text.utf8).span) == StableHash.of(text))
    }
  }

  @Test func `names are found by their bytes`() {
    let names = ["CB-1", "CB-2", "", "Đội 1", "CB-1"] + (0..<2_000).map { "N-\($0)" }
    let index = NameIndex(names)
    for (row, name) in names.enumerated() where row != 4 {
      #expect(index.row(Array(name.utf8).span) == row)
    }
    #expect(index.row(Array("CB-3".utf8).span) == nil)
    #expect(index.row(Array("CB-11".utf8).span) == nil)
    #expect(NameIndex([]).row(Array("x".utf8).span) == nil)
  }

  @Test func `hashes are the same for ever and spread over all bits`() {
    var seen: Set<UInt64> = []
    var bits = Array(repeating: 0, count: 64)
    for number in 0..<100_000 {
      let hash = StableHash.of("T-\(number)")
      seen.insert(hash)
      for bit in 0..<64 where hash >> UInt64(bit) & 1 == 1 { bits[bit] += 1 }
    }
    #expect(seen.count == 100_000)
    // Half of 100,000 with a spread of about 158: twelve times that is never chance.
    #expect(bits.allSatisfy { abs($0 - 50_000) < 2_000 })
    var joined = StableHash()
    joined.combine("ab")
    joined.combine("c")
    var other = StableHash()
    other.combine("a")
    other.combine("bc")
    #expect(joined.value != other.value)
    #expect(StableHash.of("a") != StableHash.of("a\u{0}"))
  }
}
