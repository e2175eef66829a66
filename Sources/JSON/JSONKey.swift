/// A key in the form in which it is written, made once for many objects.
///
/// A value without references, where the name is not very long: threads that write with one key then
/// do not wait for each other to count them.
package struct JSONKey: Sendable {
  /// A comma, the name in quotes with its escapes, and the colon.
  let text: WordText

  /// Makes the key of a name.
  package init(_ name: String) {
    var text = ByteText()
    text.append(UInt8(ascii: ","))
    text.appendQuoted(name)
    text.append(UInt8(ascii: ":"))
    self.text = WordText(text.bytes)
  }
}

/// A text in machine words, in the order of memory.
struct WordText: Sendable {
  static let wordCount = 4
  /// The first bytes, filled up with noughts.
  let words: InlineArray<4, UInt64>
  /// The bytes that the words do not hold.
  let rest: [UInt8]?
  /// How many bytes the words hold.
  let count: Int

  init(_ bytes: [UInt8]) {
    count = min(bytes.count, 8 * WordText.wordCount)
    rest = count < bytes.count ? Array(bytes[count...]) : nil
    words = InlineArray { index in
      let word = (0..<8).reduce(UInt64(0)) { word, place in
        let position = 8 * index + place
        return position < bytes.count ? word | UInt64(bytes[position]) << (8 * place) : word
      }
      return word.littleEndian
    }
  }
}

/// Which bytes of a string RFC 8259 does not let stand as they are: controls, quote, backslash.
enum JSONEscapes {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = ones << 7

  /// Whether none of eight bytes needs an escape.
  ///
  /// A byte below a limit borrows from its highest bit, which must not have been set; a byte that is
  /// a sign gives nought when it is combined with that sign. A byte above the first hit may be wrong,
  /// which does not matter: there is a hit.
  @inline(__always)
  static func arePlain(_ word: UInt64) -> Bool {
    let quote = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
    let slash = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
    let hits = (word &- ones &* 0x20) & ~word | (quote &- ones) & ~quote | (slash &- ones) & ~slash
    return hits & highBits == 0
  }
}
