/// Bytes made well-formed without changing their number.
///
/// Each byte of an ill-formed sequence becomes `?`, so offsets in the result are offsets in the
/// input.
package struct UTF8Repair: Sendable {
  /// The bytes, all of them UTF-8 now.
  package let bytes: [UInt8]
  /// The ill-formed stretches of the input in order, at most as many as asked for.
  package let illFormed: [Range<Int>]

  /// Finds and replaces what is not UTF-8; the first `limit` stretches are listed.
  ///
  /// - Complexity: O(bytes).
  package init(_ input: [UInt8], limit: Int) {
    var bytes = input
    var found: [Range<Int>] = []
    var start = 0
    while let stretch = UTF8Repair.firstIllFormed(input.span, from: start) {
      for index in stretch { bytes[index] = UInt8(ascii: "?") }
      if found.count < limit { found.append(stretch) }
      start = stretch.upperBound
    }
    self.bytes = bytes
    illFormed = found
  }

  /// The first stretch at or after `start` that is not UTF-8, or `nil` when all is well.
  ///
  /// - Complexity: O(bytes), at about 2 GB/s.
  package static func firstIllFormed(_ bytes: Span<UInt8>, from start: Int = 0) -> Range<Int>? {
    do {
      _ = try UTF8Span(validating: bytes.extracting(start..<bytes.count))
      return nil
    } catch {
      let lower = error.byteOffsets.lowerBound + start
      return lower..<max(error.byteOffsets.upperBound + start, lower + 1)
    }
  }
}
