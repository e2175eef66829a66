import Files
import Records
import Testing

@Suite struct SeenKeysTests {
  @Test(arguments: [(1, 1), (2, 1), (3, 2), (4, 5)])
  func `keys that came twice are found, whichever thread they came to`(
    _ seed: Int, _ threads: Int
  ) {
    var random = Seeded(state: UInt64(seed))
    let keys = (0..<20_000).map { _ in "T-\(Int.random(in: 0..<40_000, using: &random))" }
    let repeated = Dictionary(grouping: keys, by: \.self).filter { $0.value.count > 1 }.keys
    var seen = Array(repeating: SeenKeys(), count: threads)
    for start in stride(from: 0, to: keys.count, by: 700) {
      let hashes = keys[start..<min(start + 700, keys.count)].map { StableHash.of($0) }
      seen[start / 700 % threads].add(hashes)
    }
    let found = SeenKeys.repeated(among: seen, threads: threads)
    #expect(found == Set(repeated.map { SeenKeys.mark(StableHash.of($0)) }))
    #expect(repeated.count > 1_000)
  }

  @Test func `many keys of one part are compared, and the first and last of them`() {
    // All begin with the same twelve bits, and fill more than one slab.
    var seen = SeenKeys()
    seen.add((0..<200_000).map { 0xABC0_0000_0000_0FFF | $0 << 12 })
    #expect(SeenKeys.repeated(among: [seen], threads: 2) == [])
    seen.add([0xABC0_0000_0000_0000, 0xABC0_0000_0000_0FFF | 199_999 << 12, 0xABD0_0000_0000_0000])
    #expect(
      SeenKeys.repeated(among: [seen], threads: 2)
        == [0xABC_00_0000_0000, 0xABC_00_0000_0000 | 199_999] as Set)
    #expect(SeenKeys.repeated(among: [], threads: 1) == [])
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
