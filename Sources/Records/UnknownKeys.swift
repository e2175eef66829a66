/// The keys of one record that no field has, kept to notice one that is given twice.
struct UnknownKeys: Sendable {
  private var places: [Range<Int>] = []
  private var texts: Set<String> = []
  /// From here on a set is quicker than looking at each.
  private static let few = 32

  /// Forgets all keys.
  @inline(__always)
  mutating func removeAll() {
    places.removeAll(keepingCapacity: true)
    if !texts.isEmpty { texts.removeAll() }
  }

  /// Adds a key and says whether it is new.
  ///
  /// - Complexity: O(keys) for a few keys, else O(length).
  mutating func insert(_ key: ScannedString, of bytes: Span<UInt8>) -> Bool {
    if texts.isEmpty, places.count < UnknownKeys.few, !key.hasEscapes {
      for place in places where matches(place, key, bytes) { return false }
      places.append(key.lower..<key.upper)
      return true
    }
    for place in places {
      texts.insert(TextReading.plain(bytes, place.lowerBound, place.upperBound, isASCII: false))
    }
    places.removeAll(keepingCapacity: true)
    let text =
      TextReading.string(bytes, key) ?? TextReading.excerpt(bytes, key.lower, key.upper)
    return texts.insert(text).inserted
  }

  private func matches(_ place: Range<Int>, _ key: ScannedString, _ bytes: Span<UInt8>) -> Bool {
    let count = key.upper - key.lower
    guard place.count == count else { return false }
    for offset in 0..<count
    where bytes[place.lowerBound + offset] != bytes[key.lower + offset] {
      return false
    }
    return true
  }
}
