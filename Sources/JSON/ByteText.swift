/// A text that grows at its end, as bytes of UTF-8.
///
/// Its memory is longer than the text, so that whole machine words can be stored.
package struct ByteText: Sendable {
  private var storage: [UInt8] = []
  /// How many bytes have been written.
  package private(set) var count = 0

  /// Creates an empty text.
  package init() {}

  /// What has been written, as a copy.
  package var bytes: [UInt8] { Array(storage[..<count]) }

  /// Adds one byte.
  package mutating func append(_ byte: UInt8) {
    makeRoom(1)
    storage[count] = byte
    count &+= 1
  }

  /// Adds some bytes.
  package mutating func append(_ text: Span<UInt8>) { _ = append(text) { _ in true } }

  /// Adds a text.
  package mutating func append(_ text: String) {
    let utf8 = text.utf8
    append(utf8.span)
  }

  /// Adds a text that is kept in words.
  mutating func append(_ text: borrowing WordText) {
    makeRoom(8 &* WordText.wordCount)
    var position = count
    var span = storage.mutableSpan
    var memory = unsafe span.mutableBytes
    for index in 0..<WordText.wordCount {
      memory.storeBytes(of: text.words[index], toByteOffset: position, as: UInt64.self)
      position &+= 8
    }
    count &+= text.count
    if let rest = text.rest { append(rest.span) }
  }

  /// Adds a text that is kept in words, whose first byte gives way to the last one that is there.
  mutating func appendAfterFirst(_ text: borrowing WordText) {
    let last = storage[count &- 1]
    let place = count &- 1
    count = place
    append(text)
    storage[place] = last
  }

  /// Adds a text in quotes, with the escapes that RFC 8259 asks for and no others.
  mutating func appendQuoted(_ text: String) {
    let utf8 = text.utf8
    append(UInt8(ascii: "\""))
    if !append(utf8.span, while: JSONEscapes.arePlain) { appendEscaped(text) }
    append(UInt8(ascii: "\""))
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
    for position in start..<count where storage[position] == byte { storage[position] = other }
  }

  /// Forgets everything.
  package mutating func removeAll() { count = 0 }

  /// Adds some bytes, eight at a time, if all words of them are good; else adds nothing.
  ///
  /// A word that is not full has some bytes twice, or is filled up with spaces.
  @inline(__always)
  private mutating func append(_ text: Span<UInt8>, while isGood: (UInt64) -> Bool) -> Bool {
    makeRoom(text.count &+ 8)
    let (start, length) = (count, text.count)
    var span = storage.mutableSpan
    var memory = unsafe span.mutableBytes
    if length < 8 {
      var word = ByteText.spaces
      for place in 0..<length { word = word &<< 8 | UInt64(text[length &- 1 &- place]) }
      guard isGood(word) else { return false }
      memory.storeBytes(of: word.littleEndian, toByteOffset: start, as: UInt64.self)
    } else {
      let bytes = unsafe text.bytes
      var position = 0
      while position &+ 8 < length {
        // More than eight bytes are there.
        let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
        guard isGood(word) else { return false }
        memory.storeBytes(of: word, toByteOffset: start &+ position, as: UInt64.self)
        position &+= 8
      }
      position = length &- 8
      // The last eight bytes, of which some may have been added.
      let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
      guard isGood(word) else { return false }
      memory.storeBytes(of: word, toByteOffset: start &+ position, as: UInt64.self)
    }
    count = start &+ length
    return true
  }

  private static let spaces: UInt64 = 0x2020_2020_2020_2020

  @inline(__always)
  private mutating func makeRoom(_ length: Int) {
    if storage.count &- count < length { grow(length) }
  }

  private mutating func grow(_ length: Int) {
    storage += repeatElement(0, count: max(storage.count, length, 1024))
  }
}
