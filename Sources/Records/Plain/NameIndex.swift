/// Finds records by the bytes of their names.
///
/// Texts are compared by their bytes, so they must be in composed form, as all texts of records are.
package struct NameIndex: Sendable {
  /// All names one after the other, and where each of them begins; one more for the end.
  private var bytes: [UInt8] = []
  private var starts: [Int32] = [0]
  /// The row and some bits of the hash in each place that is taken; −1 in others.
  private var places: [Int]
  private let mask: Int

  /// Indexes names by their place in the list; of equal ones the first counts.
  ///
  /// - Complexity: O(bytes).
  package init(_ names: [String]) {
    var size = 16
    while size < names.count * 2 { size *= 2 }
    mask = size - 1
    places = Array(repeating: -1, count: size)
    for name in names {
      bytes += name.utf8
      starts.append(Int32(clamping: bytes.count))
    }
    let all = bytes
    for row in names.indices {
      let span = all.span.extracting(Int(starts[row])..<Int(starts[row + 1]))
      let hash = StableHash.of(span)
      if find(span, hash) == nil { insert(row, hash) }
    }
  }

  private mutating func insert(_ row: Int, _ hash: UInt64) {
    var place = Int(truncatingIfNeeded: hash) & mask
    while places[place] >= 0 { place = (place &+ 1) & mask }
    places[place] = Int(truncatingIfNeeded: hash >> 33) << 32 | row
  }

  /// The row of the name that these bytes are, or nil.
  ///
  /// - Complexity: O(bytes of the name).
  @inline(__always)
  package func row(_ name: Span<UInt8>) -> Int? { find(name, StableHash.of(name)) }

  @inline(__always)
  private func find(_ name: Span<UInt8>, _ hash: UInt64) -> Int? {
    let tag = Int(truncatingIfNeeded: hash >> 33)
    var place = Int(truncatingIfNeeded: hash) & mask
    while places[place] >= 0 {
      if places[place] >> 32 == tag {
        let row = places[place] & 0xFFFF_FFFF
        if matches(row, name) { return row }
      }
      place = (place &+ 1) & mask
    }
    return nil
  }

  @inline(__always)
  private func matches(_ row: Int, _ name: Span<UInt8>) -> Bool {
    let (start, end) = (Int(starts[row]), Int(starts[row &+ 1]))
    guard end &- start == name.count else { return false }
    for offset in 0..<name.count where bytes[start &+ offset] != name[offset] { return false }
    return true
  }
}
