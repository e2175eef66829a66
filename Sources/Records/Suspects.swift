/// The hashes of suspected keys, to find those that really occur twice.
package struct Suspects: Sendable {
  private var hashes: [UInt64] = []

  /// Creates a collection without hashes.
  package init() {}

  /// Adds the hash of a suspected key, as often as it occurs.
  package mutating func add(_ hash: UInt64) { hashes.append(hash) }

  /// Takes over the hashes of another thread.
  package mutating func merge(_ other: Suspects) { hashes += other.hashes }

  /// The hashes that were added more than once, in ascending order.
  ///
  /// Two different keys have the same hash so rarely (about once in 2^64 pairs) that their records
  /// may simply be compared exactly.
  ///
  /// - Complexity: O(n log n).
  package var repeated: [UInt64] {
    let sorted = hashes.sorted()
    var repeated: [UInt64] = []
    for (first, second) in zip(sorted, sorted.dropFirst()) where first == second {
      if repeated.last != first { repeated.append(first) }
    }
    return repeated
  }
}
