internal import Synchronization

/// Notices keys that may have come before, in memory that does not grow with the number of records.
///
/// A key sets eight bits of one block of 512 bits; if all were set, it may have come before. With six
/// million keys in 64 MiB about one key in two thousand million is suspected for nothing, with thirty
/// million in 128 MiB one in forty thousand.
///
/// Source: Putze, Sanders, Singler, "Cache-, hash- and space-efficient Bloom filters", 2009.
package final class KeyFilter: Sendable {
  /// One block is one line of the processor's cache, so that a key costs one access to memory.
  private typealias Block = SIMD8<UInt64>
  private static let mostBlocks = 1 << 21
  /// The bytes of records that may be as many as there are.
  package static let anySize = mostBlocks * bytesOfBlock
  private static let bytesOfBlock = 1 << 11

  private let blocks: Mutex<[Block]>
  private let mask: UInt64

  /// Creates a filter that has seen no keys.
  ///
  /// - Parameter bytes: How many bytes the records have of which the keys are. A block is taken for
  ///   every two kilobytes of them, which is some eight records; more than 128 MiB are never taken.
  package init(bytes: Int = KeyFilter.anySize) {
    var count = 1 << 10
    while count < KeyFilter.mostBlocks, count < bytes / KeyFilter.bytesOfBlock { count *= 2 }
    blocks = Mutex(Array(repeating: .zero, count: count))
    mask = UInt64(count - 1)
  }

  /// Adds keys by their hashes, in any order; true for each that may have come before, in this call or
  /// an earlier one.
  ///
  /// All are added under one lock: the processor then waits for many of them at a time.
  ///
  /// - Complexity: O(keys).
  package func add(_ hashes: [UInt64]) -> [Bool] {
    blocks.withLock { blocks in
      hashes.map { KeyFilter.mark(&blocks[Int(truncatingIfNeeded: $0 & mask)], $0) }
    }
  }

  /// Sets one bit in each word of a block, and says whether all were set.
  @inline(__always)
  private static func mark(_ block: inout Block, _ hash: UInt64) -> Bool {
    // Eight products, each of which every bit of the hash reaches, give the places; the lower bits,
    // which chose the block, are mixed in.
    let bits = Block(repeating: 1) &<< ((Block(repeating: hash) &* multipliers) &>> 58)
    let isKnown = block & bits == bits
    block |= bits
    return isKnown
  }

  private static let multipliers: Block = [
    0x9E37_79B9_7F4A_7C15, 0xD6E8_FEB8_6659_FD93, 0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB,
    0xFF51_AFD7_ED55_8CCD, 0xC4CE_B9FE_1A85_EC53, 0xBF58_476D_1CE4_E5B9, 0x94D0_49BB_1331_11EB,
  ]
}
