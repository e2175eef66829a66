internal import FEEL

extension JSONReader {
  /// Whether `byte` cannot be part of an unquoted word.
  static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"),
      UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "{"),
      UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\""):
      true
    default:
      false
    }
  }

  /// Reads a number or one of the three words; anything else is a diagnostic and counts as null.
  mutating func readScalar() -> JSONValue.Content {
    let start = position
    while let byte = current, !JSONReader.endsWord(byte) { position += 1 }
    let word = bytes[start..<position]
    let text = String(decoding: word, as: UTF8.self)
    switch text {
    case "null": return .null
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "":
      note("a value is missing", from: start, to: min(start + 1, bytes.count))
      return .null
    default: break
    }
    if JSONNumber.isWellFormed(word.span) { return .number(text) }
    noteScalar(text, from: start)
    return .null
  }

  private mutating func noteScalar(_ text: String, from start: Int) {
    if let word = JSONReader.nearWords[text] {
      note("'\(text)' is no JSON word", from: start, remedy: "write \(word)")
    } else if let first = text.utf8.first,
      (0x30...0x39).contains(first) || "+-.".contains(text.prefix(1))
    {
      note(
        "'\(text)' is no JSON number", from: start,
        remedy: "write digits, a point between digits, and no leading '+' or zeros")
    } else {
      note("'\(text)' is no JSON value", from: start, remedy: "text stands in double quotes")
    }
  }

  private static let nearWords = [
    "True": "true", "TRUE": "true", "False": "false", "FALSE": "false", "None": "null",
    "NULL": "null", "Null": "null", "nil": "null", "undefined": "null", "NaN": "null",
    "Infinity": "null", "-Infinity": "null",
  ]
}

/// The grammar of numbers in JSON (RFC 8259, section 6).
package enum JSONNumber {
  /// Whether all of `bytes` is one JSON number.
  package static func isWellFormed(_ bytes: Span<UInt8>) -> Bool {
    var index = 0
    func digits() -> Int {
      let start = index
      while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
      return index - start
    }
    func skips(_ byte: UInt8) -> Bool {
      guard index < bytes.count, bytes[index] == byte else { return false }
      index += 1
      return true
    }
    _ = skips(UInt8(ascii: "-"))
    if !skips(UInt8(ascii: "0")), digits() == 0 { return false }
    if skips(UInt8(ascii: ".")), digits() == 0 { return false }
    if skips(UInt8(ascii: "e")) || skips(UInt8(ascii: "E")) {
      if !skips(UInt8(ascii: "+")) { _ = skips(UInt8(ascii: "-")) }
      if digits() == 0 { return false }
    }
    return index == bytes.count
  }
}
