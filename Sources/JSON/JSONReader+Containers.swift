internal import FEEL

extension JSONReader {
  mutating func readArray(depth: Int) -> JSONValue.Content {
    let opening = position
    var elements: [JSONValue] = []
    position += 1
    skipSpace()
    while let byte = current, byte != UInt8(ascii: "]") {
      if byte == UInt8(ascii: "}") {
        note("'[' is closed by '}'", from: position, to: position + 1, remedy: "write ']'")
        break
      }
      let before = position
      elements.append(readValue(depth: depth + 1))
      readSeparator(closing: UInt8(ascii: "]"), progressSince: before)
    }
    close("[", openedAt: opening)
    return .array(elements)
  }

  mutating func readObject(depth: Int) -> JSONValue.Content {
    let opening = position
    var members: [JSONMember] = []
    var places: [String: SourceSpan] = [:]
    position += 1
    skipSpace()
    while let byte = current, byte != UInt8(ascii: "}") {
      if byte == UInt8(ascii: "]") {
        note("'{' is closed by ']'", from: position, to: position + 1, remedy: "write '}'")
        break
      }
      if byte == UInt8(ascii: ",") {
        note("a key is missing before ','", from: position, to: position + 1)
        position += 1
        skipSpace()
        continue
      }
      let before = position
      let key = readKey()
      noteDuplicate(key, &places)
      skipColon()
      members.append(JSONMember(key, readValue(depth: depth + 1)))
      readSeparator(closing: UInt8(ascii: "}"), progressSince: before)
    }
    close("{", openedAt: opening)
    return .object(members)
  }

  private mutating func noteDuplicate(_ key: JSONString, _ places: inout [String: SourceSpan]) {
    guard let earlier = places.updateValue(key.span, forKey: key.text) else { return }
    note(
      "the key '\(key.text)' is given twice", from: key.span.lower, to: key.span.upper,
      notes: [Diagnostic.Note("first given here", at: earlier)])
  }

  /// Passes the comma after an element; says what is wrong when there is none or one too many.
  private mutating func readSeparator(closing: UInt8, progressSince before: Int) {
    let end = position
    skipSpace()
    guard let byte = current else { return }
    if byte == UInt8(ascii: ",") {
      let comma = position
      position += 1
      skipSpace()
      while current == UInt8(ascii: ",") {
        note("a value is missing between two commas", from: comma, to: position + 1)
        position += 1
        skipSpace()
      }
      if current == closing {
        note(
          "a comma stands before '\(Character(Unicode.Scalar(closing)))'", from: comma,
          to: comma + 1, remedy: "take it out")
      }
    } else if byte != UInt8(ascii: "]"), byte != UInt8(ascii: "}") {
      if position == before { position += 1 }
      note(
        "a comma is missing", from: before, to: max(end, before + 1), remedy: "write ',' after this"
      )
    }
  }

  private mutating func close(_ bracket: String, openedAt opening: Int) {
    if current != nil {
      position += 1
    } else if !hasGivenUp {
      note("'\(bracket)' is never closed", from: opening, to: opening + 1)
    }
  }

  private mutating func readKey() -> JSONString {
    if current == UInt8(ascii: "\"") || current == UInt8(ascii: "'") { return readString() }
    let start = position
    while let byte = current, !JSONReader.endsWord(byte) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if text.isEmpty {
      note("a key is missing", from: start, to: start + 1, remedy: "write a key in double quotes")
    } else {
      note("a key stands in double quotes", from: start, remedy: "write \"\(text)\"")
    }
    return JSONString(text, at: SourceSpan(start, position), segments: [])
  }

  private mutating func skipColon() {
    skipSpace()
    if current == UInt8(ascii: ":") {
      position += 1
    } else if current == UInt8(ascii: "=") {
      note("a key is followed by ':'", from: position, to: position + 1, remedy: "write ':'")
      position += 1
    } else if current != nil {
      note("':' is missing after the key", from: position, to: position + 1)
    }
    skipSpace()
  }
}
