/// What is wrong with the file of a time zone.
public struct ZoneProblem: Error, Hashable, Sendable {
  /// What is wrong, in plain words.
  public let message: Wording
}

extension ZoneHistory {
  /// The most bytes of a file; far more than any zone needs.
  public static let fileSize = 1 << 18

  /// Reads a file in the format TZif, version 2 or later.
  ///
  ///     header, data with seconds of 4 bytes,   which nobody needs any more
  ///     header, data with seconds of 8 bytes:   times │ types │ offsets │ names │ leap seconds │ …
  ///     footer                                  "\n" rule "\n"
  ///
  /// - Throws: what is wrong with the bytes; no bytes whatever can do more harm.
  /// - Complexity: O(bytes).
  ///
  /// Source: RFC 8536, section 3.
  public init(tzif bytes: [UInt8]) throws(ZoneProblem) {
    guard bytes.count <= ZoneHistory.fileSize else {
      throw ZoneProblem(message: "the file of the zone is too long")
    }
    var reader = TZifReader(bytes: bytes)
    let old = try reader.header()
    try reader.skip(old.size(timeSize: 4))
    let counts = try reader.header()
    guard counts.leaps == 0 else {
      throw ZoneProblem(message: "the zone counts leap seconds")
    }
    let offsets = try reader.changes(counts)
    self.init(first: offsets.first, changes: offsets.changes, rule: try reader.footer())
  }
}

/// A cursor over the bytes of a zone file.
private struct TZifReader {
  /// How many there are of everything in a block of data.
  struct Counts {
    let universalFlags, standardFlags, leaps, times, types, characters: Int

    func size(timeSize: Int) -> Int {
      times * (timeSize + 1) + types * 6 + characters + leaps * (timeSize + 4) + standardFlags
        + universalFlags
    }
  }

  let bytes: [UInt8]
  private var index = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  private static func problem(_ message: Wording) -> ZoneProblem {
    ZoneProblem(message: "the file of the zone is damaged: \(message)")
  }

  mutating func skip(_ count: Int) throws(ZoneProblem) { _ = try take(count) }

  private mutating func take(_ count: Int) throws(ZoneProblem) -> ArraySlice<UInt8> {
    guard count <= bytes.count - index else { throw TZifReader.problem("it ends too early") }
    defer { index += count }
    return bytes[index..<index + count]
  }

  /// A number with its sign, the highest byte first.
  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    let first = bytes.first.map { Int(Int8(bitPattern: $0)) } ?? 0
    return bytes.dropFirst().reduce(first) { $0 << 8 | Int($1) }
  }

  mutating func header() throws(ZoneProblem) -> Counts {
    let header = Array(try take(44))
    guard header[0..<4].elementsEqual("TZif".utf8) else {
      throw TZifReader.problem("it is no zone file")
    }
    guard header[4] >= UInt8(ascii: "2") else {
      throw ZoneProblem(message: "the file of the zone has an old version")
    }
    let counts = (0..<6).map { TZifReader.number([0] + header[20 + 4 * $0..<24 + 4 * $0]) }
    return Counts(
      universalFlags: counts[0], standardFlags: counts[1], leaps: counts[2], times: counts[3],
      types: counts[4], characters: counts[5])
  }

  /// The offsets of a block with seconds of 8 bytes; the cursor is behind the block then.
  mutating func changes(
    _ counts: Counts
  ) throws(ZoneProblem) -> (first: Int, changes: [ZoneHistory.Change]) {
    let block = try take(counts.size(timeSize: 8))
    let typeStart = block.startIndex + 8 * counts.times
    let offsetStart = typeStart + counts.times
    var offsets: [Int] = []
    for type in 0..<counts.types {
      let start = offsetStart + 6 * type
      let offset = TZifReader.number(block[start..<start + 4])
      guard -90_000 < offset, offset < 93_600 else {
        throw TZifReader.problem("an offset is more than a day")
      }
      offsets.append(offset)
    }
    guard let first = offsets.first else { throw TZifReader.problem("it has no offset") }
    var changes: [ZoneHistory.Change] = []
    changes.reserveCapacity(counts.times)
    for index in 0..<counts.times {
      let start = block.startIndex + 8 * index
      let second = TZifReader.number(block[start..<start + 8])
      let type = Int(block[typeStart + index])
      guard ZoneHistory.seconds.contains(second), second > changes.last?.second ?? .min,
        type < offsets.count
      else { throw TZifReader.problem("its changes are not in order") }
      changes.append(.init(second: second, offset: offsets[type]))
    }
    return (first, changes)
  }

  /// The rule at the end, nil for none.
  mutating func footer() throws(ZoneProblem) -> ZoneRule? {
    let footer = bytes[index...]
    guard let start = footer.first, start == UInt8(ascii: "\n"), footer.count >= 2,
      let end = footer.dropFirst().firstIndex(of: UInt8(ascii: "\n"))
    else { throw TZifReader.problem("it ends too early") }
    let text = String(decoding: footer[footer.startIndex + 1..<end], as: UTF8.self)
    if text.isEmpty { return nil }
    guard let rule = ZoneRule(text) else { throw TZifReader.problem("its rule cannot be read") }
    return rule
  }
}
