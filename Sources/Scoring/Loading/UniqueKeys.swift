/// Keys that all differ, in their order.
///
/// Records whose keys differ are no copies of each other, and nothing else of them is compared.
struct UniqueKeys {
  /// The places of the keys in their order.
  let rows: [Int]
  /// The keys in their order.
  let sorted: [String]

  /// Puts keys in order; nil where two are the same.
  ///
  /// - Complexity: O(keys) where they are in order, else O(keys × log keys).
  init?(_ keys: [String]) {
    if UniqueKeys.areAscending(keys) {
      (rows, sorted) = (Array(keys.indices), keys)
      return
    }
    let rows = UniqueKeys.order(keys)
    let sorted = rows.map { keys[$0] }
    guard UniqueKeys.areAscending(sorted) else { return nil }
    (self.rows, self.sorted) = (rows, sorted)
  }

  private static func areAscending(_ keys: [String]) -> Bool {
    for index in keys.indices.dropFirst() where keys[index - 1] >= keys[index] { return false }
    return true
  }

  /// The places of keys in their order; those of equal ones in any.
  private static func order(_ keys: [String]) -> [Int] {
    var short: [ShortKey] = []
    short.reserveCapacity(keys.count)
    for (row, key) in keys.enumerated() {
      guard let one = ShortKey(key, row) else { return keys.indices.sorted { keys[$0] < keys[$1] } }
      short.append(one)
    }
    short.sort()
    return short.map { Int($0.row) }
  }
}

/// A key of up to sixteen signs of ASCII as two numbers, which are in order as the texts are.
private struct ShortKey: Comparable {
  private var first: UInt64 = 0
  private var second: UInt64 = 0
  let row: Int32

  init?(_ key: String, _ row: Int) {
    self.row = Int32(truncatingIfNeeded: row)
    var count = 0
    for byte in key.utf8 {
      // A shorter key ends with zeros, so that none may stand in it.
      guard byte > 0, byte < 0x80, count < 16 else { return nil }
      let place = UInt64(byte) &<< UInt64(56 &- 8 &* (count & 7))
      if count < 8 { first |= place } else { second |= place }
      count += 1
    }
  }

  @inline(__always)
  static func < (one: ShortKey, other: ShortKey) -> Bool {
    one.first == other.first ? one.second < other.second : one.first < other.first
  }
}
