internal import Model

/// Finds the field of a key by its bytes.
///
/// Keys come in any order: those of records in a known one are not looked for at all, see ``PlainShapes``.
/// Keys that no field has are learnt as they come.
struct PlainKeys: Sendable {
  /// One spelling of a key, where it stands in the table.
  struct Key: BitwiseCopyable, Sendable {
    /// The first sixteen bytes, with zeros behind a shorter key.
    fileprivate let head: UInt128
    /// The number of bytes; −1 where no key stands.
    fileprivate let count: Int32
    /// The field; of a key that no field has −1 − n for the nth of them.
    fileprivate let place: Int16
    /// What is done with its value.
    let way: PlainField.Way

    /// The field, or −1.
    @inline(__always)
    var field: Int { max(-1, Int(place)) }

    fileprivate static let none = Key(head: 0, count: -1, place: -1, way: .passed)
  }

  /// The fields and keys that a record has given.
  struct Seen {
    private var fields: UInt64 = 0
    private var others: UInt64 = 0

    /// Notes a key; false if the record has given it, or its field, before.
    @inline(__always)
    mutating func insert(_ key: Key) -> Bool {
      let place = Int(key.place)
      if place >= 0 {
        let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: place)
        defer { fields |= bit }
        return fields & bit == 0
      }
      let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: -1 &- place)
      defer { others |= bit }
      return others & bit == 0
    }
  }

  /// One bit for each key that no field has.
  private static let mostOfOthers = UInt64.bitWidth
  /// The most keys of a schema, so that half of the table is empty.
  private static let mostOfSchema = (1 << Int(placeBits)) / 2 - mostOfOthers
  private static let placeBits: UInt64 = 9

  /// The keys by their beginnings.
  private var table = [Key](repeating: .none, count: 1 << Int(PlainKeys.placeBits))
  /// The whole of each key that is longer than sixteen bytes, by its place in the table.
  private var long: [Int: [UInt8]] = [:]
  private var others = 0

  /// Creates the keys of a schema with a way for each field; nil if they are too many.
  init?(_ schema: TableSchema, _ fields: [PlainField]) {
    var count = 0
    for (index, field) in schema.fields.enumerated() {
      for column in field.columns {
        let bytes = Array(column.utf8)
        guard bytes.allSatisfy({ $0 < 0x80 && $0 != 0x22 && $0 != 0x5C }) else { continue }
        guard count < PlainKeys.mostOfSchema else { return nil }
        _ = add(bytes, index, fields[index].way)
        count += 1
      }
    }
  }

  private mutating func add(_ bytes: [UInt8], _ field: Int, _ way: PlainField.Way) -> Key {
    let head = PlainKeys.head(bytes)
    var place = PlainKeys.place(head, bytes.count)
    while table[place].count >= 0 { place = (place + 1) % table.count }
    let key = Key(
      head: head, count: Int32(clamping: bytes.count), place: Int16(field), way: way)
    table[place] = key
    if bytes.count > 16 { long[place] = bytes }
    return key
  }

  /// The first sixteen bytes of a key.
  private static func head(_ bytes: [UInt8]) -> UInt128 {
    bytes.prefix(16).reversed().reduce(0) { $0 << 8 | UInt128($1) }
  }

  /// Where a key of so many bytes, which begins so, is looked for at first.
  @inline(__always)
  private static func place(_ head: UInt128, _ count: Int) -> Int {
    let mixed =
      (UInt64(truncatingIfNeeded: head) ^ UInt64(truncatingIfNeeded: count))
      &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed &>> (64 - placeBits))
  }

  /// The key in `lower..<upper`; nil if it is empty, there are too many that no field has, or it is not
  /// ASCII.
  ///
  /// - Precondition: sixteen bytes follow `lower`; the key has no escapes.
  @inline(__always)
  mutating func key(_ bytes: Span<UInt8>, _ lower: Int, _ upper: Int) -> Key? {
    let count = upper &- lower
    guard count > 0 else { return nil }
    let others = UInt128(truncatingIfNeeded: 128 &- 8 &* min(count, 16))
    // Sixteen bytes are there.
    let head =
      unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: lower, as: UInt128.self)
      .littleEndian & (UInt128.max &>> others)
    var place = PlainKeys.place(head, count)
    while true {
      let key = table[place]
      if key.head == head, Int(key.count) == count,
        count <= 16 || isLong(place, bytes, lower, upper)
      {
        return key
      }
      if key.count < 0 { return learn(bytes, lower, upper) }
      place = (place &+ 1) & (table.count &- 1)
    }
  }

  @inline(never)
  private mutating func learn(_ bytes: Span<UInt8>, _ lower: Int, _ upper: Int) -> Key? {
    let key = TextReading.copy(bytes.extracting(lower..<upper))
    guard others < PlainKeys.mostOfOthers, key.allSatisfy({ $0 < 0x80 }) else { return nil }
    others += 1
    return add(key, -others, .passed)
  }

  @inline(never)
  private func isLong(_ place: Int, _ bytes: Span<UInt8>, _ lower: Int, _ upper: Int) -> Bool {
    guard let key = long[place] else { return false }
    for offset in 16..<key.count where key[offset] != bytes[lower &+ offset] { return false }
    return true
  }
}
