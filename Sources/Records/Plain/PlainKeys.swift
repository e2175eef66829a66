internal import Model

/// Finds the field of a key by its bytes, and notices a field or key that a record gives twice.
///
/// Keys come in any order: those of records in a known one are not looked for at all, see ``PlainShapes``.
/// Keys that no field has are learnt as they come.
struct PlainKeys: Sendable {
  /// One spelling of a key.
  private struct Key: Sendable {
    /// The first sixteen bytes, and the rest.
    let head: UInt64
    let next: UInt64
    let rest: [UInt8]
    let count: Int
    /// The field of the key, or −1.
    let field: Int
  }

  /// One bit for each key.
  private static let limit = UInt128.bitWidth
  /// The most keys of a schema, so that others still have room.
  private static let mostOfSchema = limit - 32

  private var keys: [Key] = []
  /// The keys by their beginnings: the place of each one in a table that is never full, or −1.
  private var places = [Int16](repeating: -1, count: 1 << PlainKeys.placeBits)
  private static let placeBits: UInt64 = 9
  private var seen: UInt128 = 0

  /// Creates the keys of a schema; nil if they are too many.
  init?(_ schema: TableSchema) {
    for (index, field) in schema.fields.enumerated() {
      for column in field.columns {
        let bytes = Array(column.utf8)
        guard bytes.allSatisfy({ $0 < 0x80 && $0 != 0x22 && $0 != 0x5C }) else { continue }
        guard keys.count < PlainKeys.mostOfSchema else { return nil }
        add(bytes, field: index)
      }
    }
  }

  private mutating func add(_ bytes: [UInt8], field: Int) {
    let padded = bytes + Array(repeating: 0, count: 16)
    var place = PlainKeys.place(PlainKeys.word(padded, 0), bytes.count)
    while places[place] >= 0 { place = (place + 1) % places.count }
    places[place] = Int16(keys.count)
    keys.append(
      Key(
        head: PlainKeys.word(padded, 0), next: PlainKeys.word(padded, 8),
        rest: Array(bytes.dropFirst(16)), count: bytes.count, field: field))
  }

  /// Where a key of so many bytes, of which `head` are the first, is looked for at first.
  @inline(__always)
  private static func place(_ head: UInt64, _ count: Int) -> Int {
    let mixed = (head ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed &>> (64 - placeBits))
  }

  static func word(_ bytes: [UInt8], _ start: Int) -> UInt64 {
    (0..<8).reduce(0) { $0 | UInt64(bytes[start + $1]) << UInt64(8 * $1) }
  }

  /// Begins a record.
  @inline(__always)
  mutating func begin() { seen = 0 }

  /// The field of the key in `lower..<upper`, −1 for none; nil if the record gives the key twice, there are
  /// too many keys, or it is not ASCII.
  ///
  /// - Precondition: sixteen bytes follow `lower`; the key has no escapes.
  @inline(__always)
  mutating func field(_ bytes: Span<UInt8>, _ lower: Int, _ upper: Int) -> Int? {
    guard let index = find(bytes, lower, upper) ?? learn(bytes, lower, upper) else { return nil }
    let bit: UInt128 = 1 &<< UInt128(index)
    guard seen & bit == 0 else { return nil }
    seen |= bit
    return keys[index].field
  }

  @inline(never)
  private mutating func learn(_ bytes: Span<UInt8>, _ lower: Int, _ upper: Int) -> Int? {
    let key = TextReading.copy(bytes.extracting(lower..<upper))
    guard keys.count < PlainKeys.limit, key.allSatisfy({ $0 < 0x80 }) else { return nil }
    add(key, field: -1)
    return keys.count - 1
  }

  @inline(__always)
  private func find(_ bytes: Span<UInt8>, _ lower: Int, _ upper: Int) -> Int? {
    // Sixteen bytes are there.
    let head = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: lower, as: UInt64.self)
      .littleEndian
    let count = upper &- lower
    var place = PlainKeys.place(head & PlainKeys.mask(count), count)
    while places[place] >= 0 {
      let index = Int(places[place])
      if matches(index, bytes, lower, upper) { return index }
      place = (place &+ 1) & (places.count &- 1)
    }
    return nil
  }

  @inline(__always)
  private func matches(
    _ index: Int, _ bytes: Span<UInt8>, _ lower: Int, _ upper: Int
  ) -> Bool {
    let count = upper &- lower
    guard keys[index].count == count else { return false }
    // Sixteen bytes are there.
    let head = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: lower, as: UInt64.self)
    guard (head.littleEndian ^ keys[index].head) & PlainKeys.mask(count) == 0 else { return false }
    guard count > 8 else { return true }
    let next = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: lower &+ 8, as: UInt64.self)
    guard (next.littleEndian ^ keys[index].next) & PlainKeys.mask(count &- 8) == 0 else {
      return false
    }
    guard count > 16 else { return true }
    for offset in 16..<count
    where keys[index].rest[offset &- 16] != bytes[lower &+ offset] { return false }
    return true
  }

  /// The bits of the first `count` bytes of a word.
  @inline(__always)
  static func mask(_ count: Int) -> UInt64 {
    count >= 8 ? .max : (1 &<< UInt64(8 &* count)) &- 1
  }
}
