internal import Files

/// Keeps five bytes of the hash of each key, to find the keys that came twice once all have come.
///
/// The first twelve bits of a hash say to which of 4,096 parts it belongs, so that the keys of one part
/// fit near the processor when they are compared. With the forty bits that are kept these are 52: of six
/// million different keys, two look alike in one table of two hundred, and are then compared whole.
///
/// Each thread keeps its own.
package struct SeenKeys: Sendable {
  private static let partBits: UInt64 = 12
  private static let parts = 1 << 12
  /// So many keys of a part stand together.
  private static let keysOfChunk = 64
  private static let chunksOfSlab = 1 << 10

  /// The last 32 and the first eight of the bits that are kept, chunk after chunk; a slab never grows.
  private var lows: [[UInt32]] = []
  private var highs: [[UInt8]] = []
  /// The chunk before each one in its part; −1 for none.
  private var before: [Int32] = []
  /// The chunk of each part that is being filled, and how many keys it has.
  private var current = [Int32](repeating: -1, count: SeenKeys.parts)
  private var counts = [Int32](repeating: 0, count: SeenKeys.parts)

  /// Creates a collection without keys.
  package init() {}

  /// Adds keys by their hashes.
  ///
  /// - Complexity: O(keys); five bytes each.
  package mutating func add(_ hashes: [UInt64]) {
    for hash in hashes {
      let part = Int(truncatingIfNeeded: hash &>> (64 - SeenKeys.partBits))
      if current[part] < 0 || counts[part] == SeenKeys.keysOfChunk { begin(part) }
      let place = Int(current[part]) &* SeenKeys.keysOfChunk &+ Int(counts[part])
      let (slab, offset) = SeenKeys.split(place)
      let kept = hash &>> SeenKeys.partBits
      lows[slab][offset] = UInt32(truncatingIfNeeded: kept)
      highs[slab][offset] = UInt8(truncatingIfNeeded: kept &>> 32)
      counts[part] &+= 1
    }
  }

  private static let keysOfSlab = chunksOfSlab * keysOfChunk

  private static func split(_ place: Int) -> (slab: Int, offset: Int) {
    (place / keysOfSlab, place % keysOfSlab)
  }

  private mutating func begin(_ part: Int) {
    if before.count.isMultiple(of: SeenKeys.chunksOfSlab) {
      lows.append(Array(repeating: 0, count: SeenKeys.keysOfSlab))
      highs.append(Array(repeating: 0, count: SeenKeys.keysOfSlab))
    }
    before.append(current[part])
    current[part] = Int32(truncatingIfNeeded: before.count - 1)
    counts[part] = 0
  }

  /// Adds what is kept of each key of a part.
  private func collect(_ part: Int, into keys: inout [UInt64]) {
    var (chunk, count) = (Int(current[part]), Int(counts[part]))
    while chunk >= 0 {
      let (slab, offset) = SeenKeys.split(chunk * SeenKeys.keysOfChunk)
      for place in offset..<offset + count {
        keys.append(UInt64(highs[slab][place]) << 32 | UInt64(lows[slab][place]))
      }
      (chunk, count) = (Int(before[chunk]), SeenKeys.keysOfChunk)
    }
  }

  /// The first 52 bits of hashes, by which keys are told from one another.
  package static func mark(_ hash: UInt64) -> UInt64 { hash >> partBits }

  /// The marks of keys that came more than once among those of all threads.
  ///
  /// - Complexity: O(keys), on so many threads.
  package static func repeated(among all: [SeenKeys], threads: Int) -> Set<UInt64> {
    let count = max(1, threads)
    let found = Threads.run(count) { thread in
      var comparison = KeyComparison()
      for part in stride(from: thread, to: parts, by: count) {
        comparison.keys.removeAll(keepingCapacity: true)
        for one in all { one.collect(part, into: &comparison.keys) }
        comparison.compare(of: UInt64(part) << 40)
      }
      return comparison.repeated
    }
    return found.reduce(into: []) { $0.formUnion($1) }
  }
}

/// Finds equal keys in a table of places.
package struct KeyComparison: Sendable {
  fileprivate var keys: [UInt64] = []
  fileprivate private(set) var repeated: Set<UInt64> = []
  /// A key and one in each place that is taken.
  private var places: [UInt64] = []

  /// Creates a comparison of no keys.
  package init() {}

  /// Whether two records of a batch may have one key.
  ///
  /// - Complexity: O(bytes of the keys).
  package mutating func repeats(_ field: Int, of batch: PlainBatch) -> Bool {
    keys.removeAll(keepingCapacity: true)
    repeated = []
    let bytes = batch.bytes.span
    for row in 0..<batch.count {
      let (lower, upper) = batch.text(row, field)
      keys.append(SeenKeys.mark(StableHash.of(bytes.extracting(lower..<upper))))
    }
    compare(of: 0)
    return !repeated.isEmpty
  }

  /// Compares ``keys``, and notes those that are there twice together with the bits of their part.
  fileprivate mutating func compare(of part: UInt64) {
    var size = 64
    while size < keys.count * 2 { size *= 2 }
    if places.count < size { places = Array(repeating: 0, count: size) }
    for place in 0..<size { places[place] = 0 }
    for key in keys {
      var place = Int(truncatingIfNeeded: key) & (size &- 1)
      while places[place] != 0, places[place] != key &+ 1 { place = (place &+ 1) & (size &- 1) }
      if places[place] == 0 { places[place] = key &+ 1 } else { repeated.insert(part | key) }
    }
  }
}
