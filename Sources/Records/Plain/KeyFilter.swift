internal import Synchronization

/// Notices keys that may have come before, in memory that does not grow with the number of records.
///
/// A key sets eight bits of one block of 512 bits; if all were set, it may have come before. With six
/// million keys in 128 MiB about one key in four hundred million is suspected for nothing, with thirty
/// million one in forty thousand. Parts that no key falls into take nothing.
///
/// Source: Putze, Sanders, Singler, "Cache-, hash- and space-efficient Bloom filters", 2009.
package final class KeyFilter: Sendable {
  private static let partBits: UInt64 = 10
  private static let blockBits: UInt64 = 21
  private static let wordsOfBlock = 8

  /// Each part has its own lock, so that threads seldom wait for one another.
  private let parts: [Part]

  private final class Part: Sendable {
    let words = Mutex<[UInt64]>([])
  }

  /// Creates a filter that has seen no keys.
  package init() {
    parts = (0..<(1 << Int(KeyFilter.partBits))).map { _ in Part() }
  }

  /// Adds keys by their hashes, in any order; true for each that may have come before, in this call or
  /// an earlier one.
  ///
  /// - Complexity: O(keys).
  package func add(_ hashes: [UInt64]) -> [Bool] { hashes.map { add($0) } }

  private func add(_ hash: UInt64) -> Bool {
    let part = parts[Int(hash >> (64 - KeyFilter.partBits))]
    return part.words.withLock { words in
      if words.isEmpty {
        let blocks = 1 << Int(KeyFilter.blockBits - KeyFilter.partBits)
        words = Array(repeating: 0, count: blocks * KeyFilter.wordsOfBlock)
      }
      let within = KeyFilter.blockBits - KeyFilter.partBits
      let block = Int(hash >> (64 - KeyFilter.blockBits)) & (1 << Int(within) - 1)
      return KeyFilter.mark(&words, block &* KeyFilter.wordsOfBlock, hash)
    }
  }

  /// Sets one bit in each word of a block, and says whether all were set.
  @inline(__always)
  private static func mark(_ words: inout [UInt64], _ base: Int, _ hash: UInt64) -> Bool {
    // Two halves of the hash make all places; the upper bits, which chose the block, are mixed in.
    var turned = hash &* 0x9E37_79B9_7F4A_7C15
    var all = true
    for offset in 0..<wordsOfBlock {
      let bit: UInt64 = 1 &<< (turned >> 58)
      all = all && words[base &+ offset] & bit != 0
      words[base &+ offset] |= bit
      turned = turned &* 0xD6E8_FEB8_6659_FD93 &+ hash
    }
    return all
  }
}
