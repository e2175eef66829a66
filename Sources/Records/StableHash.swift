/// A hash of 64 bits that is the same in every run, on every machine.
///
/// For finding equal keys in large tables; not for secrets. Texts are hashed by their bytes, so they
/// must be in composed form, as all texts of records are. Eight bytes at a time are multiplied and
/// folded, and the length is worked in, so that neighbouring keys fall far apart.
package struct StableHash: Sendable {
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Creates the hash of nothing.
  package init() {}

  /// The hash of one text.
  package static func of(_ text: String) -> UInt64 {
    var hash = StableHash()
    hash.combine(text)
    return hash.value
  }

  /// Adds a text; `"ab", "c"` and `"a", "bc"` give different hashes.
  ///
  /// - Complexity: O(bytes).
  package mutating func combine(_ text: String) {
    var word: UInt64 = 0
    var count: UInt64 = 0
    for byte in text.utf8 {
      word = word << 8 | UInt64(byte)
      count &+= 1
      if count & 7 == 0 { mix(word) }
    }
    mix(word &+ count &* 0xFF51_AFD7_ED55_8CCD)
  }

  /// The hash of one text that is given by its bytes.
  @inline(__always)
  package static func of(_ bytes: Span<UInt8>) -> UInt64 {
    var hash = StableHash()
    hash.combine(bytes)
    return hash.value
  }

  /// Adds a text that is given by its bytes.
  ///
  /// - Complexity: O(bytes).
  @inline(__always)
  private mutating func combine(_ bytes: Span<UInt8>) {
    var word: UInt64 = 0
    var position = 0
    while position &+ 8 <= bytes.count {
      // Eight bytes are there.
      word = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
        .bigEndian
      mix(word)
      position &+= 8
    }
    while position < bytes.count {
      word = word << 8 | UInt64(bytes[position])
      position &+= 1
    }
    mix(word &+ UInt64(truncatingIfNeeded: bytes.count) &* 0xFF51_AFD7_ED55_8CCD)
  }

  /// The hash of everything added.
  package var value: UInt64 {
    var value = state
    value = (value ^ value >> 32) &* 0xD6E8_FEB8_6659_FD93
    value = (value ^ value >> 32) &* 0xD6E8_FEB8_6659_FD93
    return value ^ value >> 32
  }

  @inline(__always)
  private mutating func mix(_ word: UInt64) {
    let product = (state ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    state = (product.high ^ product.low) &+ 0xE703_7ED1_A0B4_28DB
  }
}
