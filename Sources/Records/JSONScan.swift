/// A string of JSON as it stands in the bytes, without its quotes.
struct ScannedString {
  let lower: Int
  let upper: Int
  let hasEscapes: Bool
  let isASCII: Bool
}

/// Passes over JSON and checks its syntax (RFC 8259) without building anything.
///
/// Every function begins at `position` and leaves it after what it has passed; nil or false means
/// that the text is no JSON, and `position` is then of no use. No function looks at or past `end`.
enum JSONScan {
  /// How deep values may lie in one another within a record.
  static let depthLimit = 256

  @inline(__always)
  static func skipSpace(_ bytes: Span<UInt8>, _ position: inout Int, _ end: Int) {
    while position < end {
      let byte = bytes[position]
      guard byte <= 0x20, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D else {
        return
      }
      position &+= 1
    }
  }

  /// Passes a string that begins with the quote at `position`.
  ///
  /// Nil also when the string is not UTF-8.
  @inline(__always)
  static func string(
    _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int
  ) -> ScannedString? {
    guard position < end, bytes[position] == UInt8(ascii: "\"") else { return nil }
    position &+= 1
    let lower = position
    var hasEscapes = false
    var union: UInt64 = 0
    while true {
      skipPlain(bytes, &position, &union)
      guard position < end else { return nil }
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        position &+= 1
        let isASCII = union & highBits == 0
        guard isASCII || isUTF8(bytes, lower, position &- 1) else { return nil }
        return ScannedString(
          lower: lower, upper: position &- 1, hasEscapes: hasEscapes, isASCII: isASCII)
      }
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        guard escape(bytes, &position, end) else { return nil }
      } else {
        guard byte >= 0x20 else { return nil }
        union |= UInt64(byte)
        position &+= 1
      }
    }
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = ones << 7

  /// Passes bytes of a string up to a quote, a backslash, a control character or the last few bytes
  /// of the block, eight at a time, and joins what it passes into `union`.
  ///
  /// Each lane of the word is tested at once: `x - 0x20` borrows from the highest bit of a lane only
  /// for control characters, and `x ^ quote` is zero only for the quote. Lanes above the first hit
  /// may be wrong, so only the lowest counts. A line ends in a control character, so the loop does
  /// not leave the record; where the block ends, or a record without a line end, the caller looks.
  @inline(__always)
  private static func skipPlain(
    _ bytes: Span<UInt8>, _ position: inout Int, _ union: inout UInt64
  ) {
    while position &+ 8 <= bytes.count {
      // Eight bytes are there.
      let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
        .littleEndian
      let quote = word ^ ones &* UInt64(UInt8(ascii: "\""))
      let slash = word ^ ones &* UInt64(UInt8(ascii: "\\"))
      let hits =
        ((word &- ones &* 0x20) & ~word | (quote &- ones) & ~quote | (slash &- ones) & ~slash)
        & highBits
      guard hits == 0 else {
        let passed = hits.trailingZeroBitCount & ~7
        union |= word & (1 &<< UInt64(passed) &- 1)
        position &+= passed >> 3
        return
      }
      union |= word
      position &+= 8
    }
  }

  /// Whether a stretch is well-formed UTF-8.
  static func isUTF8(_ bytes: Span<UInt8>, _ lower: Int, _ upper: Int) -> Bool {
    (try? UTF8Span(validating: bytes.extracting(lower..<upper))) != nil
  }

  static func escape(_ bytes: Span<UInt8>, _ position: inout Int, _ end: Int) -> Bool {
    guard position + 1 < end else { return false }
    switch bytes[position + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 2
      return true
    case UInt8(ascii: "u"):
      guard position + 6 <= end else { return false }
      for index in position + 2..<position + 6 where hexadecimal(bytes[index]) == nil {
        return false
      }
      position += 6
      return true
    default:
      return false
    }
  }

  static func hexadecimal(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x41 + 10)
    case 0x61...0x66: UInt32(byte - 0x61 + 10)
    default: nil
    }
  }

  /// Passes a number.
  @inline(__always)
  static func number(_ bytes: Span<UInt8>, _ position: inout Int, _ end: Int) -> Bool {
    if position < end, bytes[position] == UInt8(ascii: "-") { position &+= 1 }
    let whole = position
    guard digits(bytes, &position, end) > 0 else { return false }
    if bytes[whole] == UInt8(ascii: "0"), position &- whole > 1 { return false }
    if position < end, bytes[position] == UInt8(ascii: ".") {
      position &+= 1
      guard digits(bytes, &position, end) > 0 else { return false }
    }
    if position < end, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position &+= 1
      if position < end,
        bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-")
      {
        position &+= 1
      }
      guard digits(bytes, &position, end) > 0 else { return false }
    }
    return true
  }

  @inline(__always)
  private static func digits(_ bytes: Span<UInt8>, _ position: inout Int, _ end: Int) -> Int {
    let start = position
    while position < end, bytes[position] &- 0x30 <= 9 { position &+= 1 }
    return position &- start
  }

  /// Passes one of the words `true`, `false` and `null`, and gives its first letter.
  @inline(__always)
  static func word(_ bytes: Span<UInt8>, _ position: inout Int, _ end: Int) -> UInt8? {
    guard position &+ 4 <= end else { return nil }
    let first = bytes[position]
    // The first four bytes are there.
    let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt32.self)
      .bigEndian
    switch word {
    case 0x7472_7565, 0x6E75_6C6C:  // "true", "null"
      position &+= 4
      return first
    case 0x6661_6C73:  // "fals"
      guard position &+ 5 <= end, bytes[position &+ 4] == UInt8(ascii: "e") else { return nil }
      position &+= 5
      return first
    default:
      return nil
    }
  }

  /// Passes a value of any kind.
  static func value(
    _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, depth: Int = 1
  ) -> Bool {
    guard position < end, depth <= depthLimit else { return false }
    switch bytes[position] {
    case UInt8(ascii: "\""): return string(bytes, &position, end) != nil
    case UInt8(ascii: "{"): return container(bytes, &position, end, UInt8(ascii: "}"), depth)
    case UInt8(ascii: "["): return container(bytes, &position, end, UInt8(ascii: "]"), depth)
    case UInt8(ascii: "-"), 0x30...0x39: return number(bytes, &position, end)
    default: return word(bytes, &position, end) != nil
    }
  }

  private static func container(
    _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, _ closing: UInt8, _ depth: Int
  ) -> Bool {
    position += 1
    skipSpace(bytes, &position, end)
    if position < end, bytes[position] == closing {
      position += 1
      return true
    }
    while position < end {
      if closing == UInt8(ascii: "}") {
        guard string(bytes, &position, end) != nil, colon(bytes, &position, end) else {
          return false
        }
      }
      guard value(bytes, &position, end, depth: depth + 1) else { return false }
      skipSpace(bytes, &position, end)
      guard position < end else { return false }
      let byte = bytes[position]
      position += 1
      if byte == closing { return true }
      guard byte == UInt8(ascii: ",") else { return false }
      skipSpace(bytes, &position, end)
    }
    return false
  }

  /// Passes a colon and the space around it.
  @inline(__always)
  static func colon(_ bytes: Span<UInt8>, _ position: inout Int, _ end: Int) -> Bool {
    skipSpace(bytes, &position, end)
    guard position < end, bytes[position] == UInt8(ascii: ":") else { return false }
    position &+= 1
    skipSpace(bytes, &position, end)
    return true
  }
}
