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
  @inline(__always)
  static func string(
    _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int
  ) -> ScannedString? {
    guard position < end, bytes[position] == UInt8(ascii: "\"") else { return nil }
    position &+= 1
    let lower = position
    var hasEscapes = false
    var union: UInt8 = 0
    while position < end {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        position &+= 1
        return ScannedString(
          lower: lower, upper: position &- 1, hasEscapes: hasEscapes, isASCII: union < 0x80)
      }
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        guard escape(bytes, &position, end) else { return nil }
      } else {
        guard byte >= 0x20 else { return nil }
        union |= byte
        position &+= 1
      }
    }
    return nil
  }

  private static func escape(_ bytes: Span<UInt8>, _ position: inout Int, _ end: Int) -> Bool {
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
  static func word(_ bytes: Span<UInt8>, _ position: inout Int, _ end: Int) -> UInt8? {
    for word: StaticString in ["true", "false", "null"] {
      let count = word.utf8CodeUnitCount
      guard position + count <= end, matches(bytes, position, word) else { continue }
      defer { position += count }
      return bytes[position]
    }
    return nil
  }

  private static func matches(_ bytes: Span<UInt8>, _ start: Int, _ word: StaticString) -> Bool {
    var index = start
    for byte in word.description.utf8 {
      guard bytes[index] == byte else { return false }
      index += 1
    }
    return true
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
