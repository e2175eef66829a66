/// A text that grows at its end, as bytes of UTF-8.
///
/// Byte after byte: to store and look for escapes eight bytes at a time made no whole month faster.
package struct ByteText: Sendable {
  /// What has been written.
  package private(set) var bytes: [UInt8] = []
  /// How many bytes have been written.
  package var count: Int { bytes.count }

  /// Creates an empty text.
  package init() {}

  /// Adds one byte.
  package mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// Adds one byte several times.
  mutating func append(_ byte: UInt8, count: Int) {
    bytes.append(addingCapacity: count) { output in
      for _ in 0..<count { output.append(byte) }
    }
  }

  /// Adds some bytes.
  package mutating func append(_ text: Span<UInt8>) {
    bytes.append(addingCapacity: text.count) { output in
      for place in text.indices { output.append(text[place]) }
    }
  }

  /// Adds a text.
  package mutating func append(_ text: String) {
    let utf8 = text.utf8
    append(utf8.span)
  }

  /// Adds a key, without its comma where it is the first of an object.
  mutating func append(_ key: borrowing JSONKey, isFirst: Bool) {
    bytes.append(addingCapacity: JSONKey.room) { output in
      for place in (isFirst ? 1 : 0)..<key.count { output.append(key.bytes[place]) }
    }
    if let rest = key.rest { append(rest.span) }
  }

  /// Adds a text in quotes, with the escapes that RFC 8259 asks for and no others.
  mutating func appendQuoted(_ text: String) {
    let (start, quote) = (bytes.count, UInt8(ascii: "\""))
    let utf8 = text.utf8
    let span = utf8.span
    var isPlain = true
    bytes.append(addingCapacity: span.count + 2) { output in
      output.append(quote)
      for place in span.indices {
        let byte = span[place]
        if byte < 0x20 || byte == quote || byte == UInt8(ascii: "\\") { isPlain = false }
        output.append(byte)
      }
      output.append(quote)
    }
    guard !isPlain else { return }
    bytes.removeSubrange(start...)
    append(quote)
    appendEscaped(text)
    append(quote)
  }

  private mutating func appendEscaped(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case 0x0A: append("\\n")
      case 0x0D: append("\\r")
      case 0x09: append("\\t")
      case 0..<0x20: append((byte < 16 ? "\\u000" : "\\u00") + String(byte, radix: 16))
      default: append(byte)
      }
    }
  }

  /// Replaces a byte wherever it stands at or after a position.
  package mutating func replace(_ byte: UInt8, by other: UInt8, from start: Int) {
    for position in start..<count where bytes[position] == byte { bytes[position] = other }
  }

  /// Forgets everything.
  package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }
}
