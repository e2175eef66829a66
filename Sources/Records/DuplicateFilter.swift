/// Finds keys that occur twice, in memory that does not grow with the number of records.
///
/// Two passes over the records, or three for very large tables:
///
///     pass 1   mark(hash) for every key            each thread its own filter, then merge
///     pass 2   isSuspect(hash)?                    no: the key occurs once, for certain
///              yes: Suspects.add(hash)             8 bytes for each
///     then     Suspects.repeated                   hashes that occur twice: hold these records
///                                                  and compare their keys exactly
///
/// A bitmap of 2^28 slots has two bits for each slot: seen, and seen again. It takes 64 MiB when
/// all of it is in use; parts that no key falls into take nothing. With n keys about n / 2^28 of
/// those that occur once share a slot with another and are suspected for nothing; a filter made
/// `after:` another looks at suspects only, by other bits, and so makes them fewer.
package struct DuplicateFilter: Sendable {
  private static let slotBits: UInt64 = 28
  private static let partBits: UInt64 = 12

  /// The earlier filter, whose suspects alone are looked at, with its own turn of the bits.
  private let earlier: [DuplicateFilter]
  /// Words of 32 slots: low half seen, high half seen again.
  ///
  /// Parts into which no key has fallen are empty.
  private var parts: [[UInt64]]

  /// Creates a filter that has seen no keys.
  ///
  /// - Parameter filter: the filter of the pass before, with the marks of all threads merged.
  package init(after filter: DuplicateFilter? = nil) {
    earlier = filter.map { $0.earlier + [$0] } ?? []
    parts = Array(repeating: [], count: 1 << Int(DuplicateFilter.partBits))
  }

  /// Marks a key by its hash.
  ///
  /// - Complexity: O(1).
  package mutating func mark(_ hash: UInt64) {
    guard wasSuspect(hash) else { return }
    let (part, word, bit) = slot(hash)
    if parts[part].isEmpty {
      let words = 1 << Int(DuplicateFilter.slotBits - DuplicateFilter.partBits - 5)
      parts[part] = Array(repeating: 0, count: words)
    }
    let old = parts[part][word]
    parts[part][word] = old | bit | (old & bit) << 32
  }

  /// Takes over the marks of another thread.
  ///
  /// The result is that of one filter marked with the keys of both, in any order.
  ///
  /// - Complexity: O(slots in use).
  package mutating func merge(_ other: DuplicateFilter) {
    for part in parts.indices where !other.parts[part].isEmpty {
      if parts[part].isEmpty {
        parts[part] = other.parts[part]
        continue
      }
      for word in parts[part].indices {
        let (mine, theirs) = (parts[part][word], other.parts[part][word])
        parts[part][word] = mine | theirs | (mine & theirs) << 32
      }
    }
  }

  /// Whether a marked key may occur twice; false means that it does not.
  ///
  /// - Complexity: O(1).
  package func isSuspect(_ hash: UInt64) -> Bool {
    guard wasSuspect(hash) else { return false }
    let (part, word, bit) = slot(hash)
    return !parts[part].isEmpty && parts[part][word] & bit << 32 != 0
  }

  private func wasSuspect(_ hash: UInt64) -> Bool {
    for filter in earlier where !filter.isSuspectHere(hash) { return false }
    return true
  }

  private func isSuspectHere(_ hash: UInt64) -> Bool {
    let (part, word, bit) = slot(hash)
    return !parts[part].isEmpty && parts[part][word] & bit << 32 != 0
  }

  /// Where a hash falls: each pass takes other bits of it.
  private func slot(_ hash: UInt64) -> (part: Int, word: Int, bit: UInt64) {
    let turned = UInt64(earlier.count) * DuplicateFilter.slotBits
    let bits = (hash >> turned | hash << (64 - turned)) & (1 << DuplicateFilter.slotBits - 1)
    let within = DuplicateFilter.slotBits - DuplicateFilter.partBits
    return (
      Int(bits >> within), Int((bits & (1 << within - 1)) >> 5), 1 << (bits & 31)
    )
  }
}

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
