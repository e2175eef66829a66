/// Finds records by the bytes of their names.
///
/// Texts are compared by their bytes, so they must be in composed form, as all texts of records are.
package struct NameIndex: Sendable {
  /// The beginning of a name, which is the whole of most.
  private struct Head: Equatable, Sendable {
    /// The first sixteen bytes, with zeros behind a shorter name.
    let first: UInt64
    let second: UInt64
    let count: Int

    @inline(__always)
    init(_ name: Span<UInt8>) {
      count = name.count
      first = Head.word(name, 0)
      second = name.count > 8 ? Head.word(name, 8) : 0
    }

    /// Eight bytes from `start` on, the first of them the highest.
    @inline(__always)
    private static func word(_ name: Span<UInt8>, _ start: Int) -> UInt64 {
      if start &+ 8 <= name.count {
        // Eight bytes are there.
        return unsafe name.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
          .bigEndian
      }
      var word: UInt64 = 0
      for place in start..<(start &+ 8) {
        word = word &<< 8 | (place < name.count ? UInt64(name[place]) : 0)
      }
      return word
    }
  }

  private static let headBytes = 16

  private var heads: [Head] = []
  /// The whole of each name that is longer than its head.
  private var long: [Int: [UInt8]] = [:]
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
    heads.reserveCapacity(names.count)
    for (row, name) in names.enumerated() {
      let bytes = Array(name.utf8)
      heads.append(Head(bytes.span))
      if bytes.count > NameIndex.headBytes { long[row] = bytes }
      let hash = StableHash.of(bytes.span)
      if find(bytes.span, hash) == nil { insert(row, hash) }
    }
  }

  private mutating func insert(_ row: Int, _ hash: UInt64) {
    var place = Int(truncatingIfNeeded: hash) & mask
    while places[place] >= 0 { place = (place &+ 1) & mask }
    places[place] = NameIndex.tag(hash) << 32 | row
  }

  /// The row of the name that these bytes are, or nil.
  ///
  /// - Complexity: O(bytes of the name).
  package func row(_ name: Span<UInt8>) -> Int? { find(name, StableHash.of(name)) }

  /// The rows that a field names in some records of a batch; −1 where there is none.
  ///
  /// Hashes first and looks up then, so that the processor waits for many places at a time.
  ///
  /// - Complexity: O(bytes of the names).
  package func find(
    _ field: Int, of batch: PlainBatch, first: Int, count: Int, _ hashes: inout [UInt64],
    into rows: inout [Int]
  ) {
    if heads.count == 1 {
      return findOnly(field, of: batch, first: first, count: count, into: &rows)
    }
    let bytes = batch.bytes.span
    let bit: UInt64 = 1 &<< UInt64(field)
    for row in 0..<count where batch.given[first &+ row] & bit != 0 {
      let (lower, upper) = batch.text(first &+ row, field)
      hashes[row] = StableHash.of(bytes.extracting(lower..<upper))
    }
    // The rows are filled with what stands in the first place of each name.
    for row in 0..<count { rows[row] = places[Int(truncatingIfNeeded: hashes[row]) & mask] }
    for row in 0..<count {
      let place = rows[row]
      rows[row] = -1
      guard place >= 0, batch.given[first &+ row] & bit != 0 else { continue }
      let (lower, upper) = batch.text(first &+ row, field)
      let name = bytes.extracting(lower..<upper)
      let found = place & 0xFFFF_FFFF
      if place >> 32 == NameIndex.tag(hashes[row]), name.count <= NameIndex.headBytes,
        heads[found] == Head(name)
      {
        rows[row] = found
      } else {
        rows[row] = find(name, hashes[row]) ?? -1
      }
    }
  }

  /// The same where there is one name.
  private func findOnly(
    _ field: Int, of batch: PlainBatch, first: Int, count: Int, into rows: inout [Int]
  ) {
    let bytes = batch.bytes.span
    let bit: UInt64 = 1 &<< UInt64(field)
    for row in 0..<count {
      rows[row] = -1
      guard batch.given[first &+ row] & bit != 0 else { continue }
      let (lower, upper) = batch.text(first &+ row, field)
      let name = bytes.extracting(lower..<upper)
      if heads[0] == Head(name), name.count <= NameIndex.headBytes || isLong(0, name) {
        rows[row] = 0
      }
    }
  }

  /// The bits of a hash that stand beside a row.
  @inline(__always)
  private static func tag(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 33) }

  private func find(_ name: Span<UInt8>, _ hash: UInt64) -> Int? {
    let tag = NameIndex.tag(hash)
    var place = Int(truncatingIfNeeded: hash) & mask
    let head = Head(name)
    while places[place] >= 0 {
      if places[place] >> 32 == tag {
        let row = places[place] & 0xFFFF_FFFF
        if heads[row] == head, name.count <= NameIndex.headBytes || isLong(row, name) { return row }
      }
      place = (place &+ 1) & mask
    }
    return nil
  }

  private func isLong(_ row: Int, _ name: Span<UInt8>) -> Bool {
    guard let bytes = long[row], bytes.count == name.count else { return false }
    return bytes.indices.allSatisfy { bytes[$0] == name[$0] }
  }
}
