internal import FEEL

/// The text of a string as it is put together from runs and escapes.
private struct StringParts {
  var decoded: [UInt8] = []
  var segments: [JSONString.Segment] = []

  /// Begins a stretch that comes from `file` onwards.
  mutating func begin(_ file: Int, isEscape: Bool) {
    segments.append(JSONString.Segment(decoded: decoded.count, file: file, isEscape: isEscape))
  }
}

extension JSONReader {
  /// Reads the string that begins under the cursor, in double quotes or (with a diagnostic) single.
  mutating func readString() -> JSONString {
    let start = position
    let quote = bytes[start]
    if quote == UInt8(ascii: "'") {
      note(
        "a string stands in double quotes", from: start, to: start + 1, remedy: "write '\"'")
    }
    position += 1
    var parts = StringParts()
    parts.begin(position, isEscape: false)
    while let byte = current, byte != quote {
      if byte == UInt8(ascii: "\\") {
        readEscape(into: &parts)
      } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        return unclosed(start, parts)
      } else {
        if byte < 0x20 { noteControl(byte) }
        parts.decoded.append(byte)
        position += 1
      }
    }
    guard current != nil else { return unclosed(start, parts) }
    position += 1
    return finish(parts, start)
  }

  private mutating func unclosed(_ start: Int, _ parts: StringParts) -> JSONString {
    note(
      "the string is not closed on its line", from: start,
      remedy: "write '\"' at its end; a line break within a string is \\n")
    return finish(parts, start)
  }

  private func finish(_ parts: StringParts, _ start: Int) -> JSONString {
    let text = String(decoding: parts.decoded, as: UTF8.self)
    let segments = parts.segments.count > 1 ? parts.segments : []
    return JSONString(text, at: SourceSpan(start, position), segments: segments)
  }

  private mutating func noteControl(_ byte: UInt8) {
    let digits = String(byte, radix: 16)
    let escape = "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    note(
      "a control character stands in a string", from: position, to: position + 1,
      remedy: byte == 9 ? "write \\t" : "write \(escape)")
  }

  private mutating func readEscape(into parts: inout StringParts) {
    let start = position
    parts.begin(start, isEscape: true)
    position += 2
    switch position <= bytes.count ? bytes[start + 1] : 0 {
    case UInt8(ascii: "\""): parts.decoded.append(UInt8(ascii: "\""))
    case UInt8(ascii: "\\"): parts.decoded.append(UInt8(ascii: "\\"))
    case UInt8(ascii: "/"): parts.decoded.append(UInt8(ascii: "/"))
    case UInt8(ascii: "b"): parts.decoded.append(0x08)
    case UInt8(ascii: "f"): parts.decoded.append(0x0C)
    case UInt8(ascii: "n"): parts.decoded.append(0x0A)
    case UInt8(ascii: "r"): parts.decoded.append(0x0D)
    case UInt8(ascii: "t"): parts.decoded.append(0x09)
    case UInt8(ascii: "u"): parts.decoded += Array(String(readScalarEscape(start)).utf8)
    default:
      position = min(start + 1, bytes.count)
      note(
        "this escape does not exist in JSON", from: start, to: min(start + 2, bytes.count),
        remedy: "write \\\\ for a backslash")
      parts.decoded.append(UInt8(ascii: "\\"))
    }
    parts.begin(position, isEscape: false)
  }

  /// Reads the digits of `\uXXXX`, and those of the second half of a surrogate pair.
  private mutating func readScalarEscape(_ start: Int) -> Unicode.Scalar {
    guard let first = readHexadecimal() else {
      note("four hexadecimal digits follow \\u", from: start, to: position)
      return "\u{FFFD}"
    }
    if let scalar = Unicode.Scalar(UInt32(first)) { return scalar }
    let resume = position
    if first < 0xDC00, current == UInt8(ascii: "\\"), next == UInt8(ascii: "u") {
      position += 2
      if let second = readHexadecimal(), (0xDC00...0xDFFF).contains(second) {
        let value = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
        return Unicode.Scalar(value) ?? "\u{FFFD}"
      }
      position = resume
    }
    note(
      "half of a surrogate pair stands alone", from: start, to: position,
      remedy: "write both halves or the character itself")
    return "\u{FFFD}"
  }

  private mutating func readHexadecimal() -> UInt16? {
    guard position + 4 <= bytes.count else { return nil }
    var value: UInt16 = 0
    for byte in bytes[position..<position + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        return nil
      }
      value = value << 4 | UInt16(digit)
    }
    position += 4
    return value
  }
}
