import Records
import Testing

@Suite struct DuplicateFilterTests {
  @Test(arguments: 1...3)
  func `exactly the repeated keys are found`(_ seed: Int) {
    var random = Seeded(state: UInt64(seed))
    let keys = (0..<20_000).map { _ in "T-\(Int.random(in: 0..<40_000, using: &random))" }
    var counts: [String: Int] = [:]
    for key in keys { counts[key, default: 0] += 1 }
    let expected = Set(counts.filter { $0.value > 1 }.map { StableHash.of($0.key) })

    var parts = [DuplicateFilter(), DuplicateFilter(), DuplicateFilter()]
    for (index, key) in keys.enumerated() { parts[index % 3].mark(StableHash.of(key)) }
    var filter = parts[0]
    filter.merge(parts[1])
    filter.merge(parts[2])
    var suspects = Suspects()
    for key in keys where filter.isSuspect(StableHash.of(key)) { suspects.add(StableHash.of(key)) }
    #expect(Set(suspects.repeated) == expected)
    #expect(suspects.repeated == suspects.repeated.sorted())
  }

  @Test func `a merge is the filter of all keys in any order`() {
    let hashes = (0..<3_000).map { StableHash.of("\($0 % 2_000)") }
    var one = DuplicateFilter()
    for hash in hashes { one.mark(hash) }
    var (left, right) = (DuplicateFilter(), DuplicateFilter())
    for hash in hashes.reversed() {
      if hash % 3 == 0 { left.mark(hash) } else { right.mark(hash) }
    }
    right.merge(left)
    for hash in hashes { #expect(one.isSuspect(hash) == right.isSuspect(hash)) }
    #expect(hashes.count { one.isSuspect($0) } == 2_000)
  }

  @Test func `a second filter frees those that only shared a slot`() {
    // Equal in the lowest 28 bits, different above.
    let hashes: [UInt64] = [5, 5 | 1 << 40, 5 | 1 << 41, 5 | 1 << 41]
    var first = DuplicateFilter()
    for hash in hashes { first.mark(hash) }
    #expect(hashes.allSatisfy { first.isSuspect($0) })
    var second = DuplicateFilter(after: first)
    for hash in hashes + [6, 6] { second.mark(hash) }
    #expect(hashes.map { second.isSuspect($0) } == [false, false, true, true])
    #expect(!second.isSuspect(6))
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
