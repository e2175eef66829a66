internal import CScan

/// Where strings of JSON stop in a block of bytes, found for the whole block at once: one bit for each
/// byte, set at quotes, backslashes and control characters.
///
/// What is found says nothing of JSON: a reader that is at the first byte of a string asks for the next
/// stop and looks at the byte there.
package struct StopMap: Sendable {
  /// The bits, the lowest of each byte first, with all of those behind the end set.
  package private(set) var stopBits: [UInt8] = []
  /// Whether all bytes together are UTF-8.
  package private(set) var isUTF8 = true
  /// Whether the bytes may hold marks that ``Composition`` composes.
  package private(set) var hasMarks = false
  private let usesMachine: Bool

  /// Whether the machine has instructions for many bytes at once.
  package static let isBuiltIn = scan_is_built_in() != 0

  /// Creates a map of no bytes.
  ///
  /// - Parameter usesMachine: Whether the machine's own instructions fill it; the same everywhere.
  package init(usesMachine: Bool = StopMap.isBuiltIn) { self.usesMachine = usesMachine }

  /// Fills the map for `bytes`, in the room that it has.
  ///
  /// - Complexity: O(bytes).
  package mutating func fill(_ bytes: Span<UInt8>) {
    let used = (bytes.count / 64 + 1) * 8
    // Eight bytes more, for loads that begin at any byte.
    if stopBits.count < used + 8 {
      stopBits.append(contentsOf: repeatElement(0, count: used + 8 - stopBits.count))
    }
    for place in used..<used + 8 { stopBits[place] = 0xFF }
    if usesMachine { fillBuiltIn(bytes) } else { fillPortably(bytes) }
  }

  /// Unsafe, because only C can name the instructions; `Benchmarks read` is twice as fast by them.
  private mutating func fillBuiltIn(_ bytes: Span<UInt8>) {
    var output = stopBits.mutableSpan
    // The function reads `count` bytes, writes what `fill` made room for, and keeps no pointer.
    let found = unsafe output.withUnsafeMutableBufferPointer { output in
      unsafe bytes.withUnsafeBufferPointer { bytes in
        unsafe scan_bytes(bytes.baseAddress, bytes.count, output.baseAddress)
      }
    }
    isUTF8 = found & Int32(scan_not_utf8) == 0
    hasMarks = found & Int32(scan_has_marks) != 0
  }

  private mutating func fillPortably(_ bytes: Span<UInt8>) {
    isUTF8 = JSONScan.isUTF8(bytes, 0, bytes.count)
    hasMarks = Composition.mayChange(bytes)
    let whole = bytes.count / 8
    for place in 0..<whole {
      let word = unsafe bytes.bytes.unsafeLoadUnaligned(
        fromByteOffset: place &* 8, as: UInt64.self)
      stopBits[place] = StopMap.bits(word.littleEndian)
    }
    var last = UInt64.max
    for place in whole * 8..<bytes.count {
      last = last &>> 8 | UInt64(bytes[place]) &<< 56
    }
    // Less than eight bytes are left; zeros behind them are control characters.
    let left = bytes.count % 8
    stopBits[whole] = StopMap.bits(left == 0 ? 0 : last &>> UInt64(8 * (8 - left)))
    for place in whole + 1..<max(whole + 1, (bytes.count / 64 + 1) * 8) { stopBits[place] = 0xFF }
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let lows: UInt64 = ones &* 0x7F

  /// One bit for each of eight bytes, set at the stops.
  ///
  /// The highest bit of a lane is set by a sum that cannot reach the next one: for control characters
  /// where the lane is at least 0x20, for quotes and backslashes where it differs from them.
  private static func bits(_ word: UInt64) -> UInt8 {
    let quote = word ^ ones &* UInt64(UInt8(ascii: "\""))
    let slash = word ^ ones &* UInt64(UInt8(ascii: "\\"))
    let others =
      (word & lows &+ ones &* 0x60 | word) & (quote & lows &+ lows | quote)
      & (slash & lows &+ lows | slash)
    // The product moves the lowest bit of each lane into the highest byte.
    let gathered = (~others &>> 7 & ones) &* 0x0102_0408_1020_4080
    return UInt8(gathered &>> 56)
  }

  /// The first stop of ``stopBits`` at or after `position`, which may be the end of the bytes.
  ///
  /// - Precondition: `position` is at most the number of the bytes.
  @inline(__always)
  package static func next(_ stopBits: RawSpan, _ position: Int) -> Int {
    var place = position >> 3
    // Eight bytes are there: `fill` made room behind the end, where all bits are set.
    let first =
      unsafe stopBits.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
      .littleEndian &>> UInt64(position & 7)
    if first != 0 { return position &+ first.trailingZeroBitCount }
    while true {
      place &+= 7
      let word = unsafe stopBits.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
        .littleEndian
      if word != 0 { return place &<< 3 &+ word.trailingZeroBitCount }
    }
  }
}
