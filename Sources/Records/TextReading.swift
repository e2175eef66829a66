/// Makes texts out of bytes: escapes resolved, letters composed.
enum TextReading {
  /// The text of well-formed UTF-8 without escapes.
  @inline(__always)
  static func plain(_ bytes: Span<UInt8>, _ lower: Int, _ upper: Int, isASCII: Bool) -> String {
    let part = bytes.extracting(lower..<upper)
    if !isASCII, Composition.mayChange(part) {
      return Composition.composed(String(decoding: copy(part), as: UTF8.self))
    }
    // The whole block was found to be UTF-8, and a string ends at quotes or separators only.
    return unsafe String(copying: UTF8Span(unchecked: part, isKnownASCII: isASCII))
  }

  /// The text of a scanned string of JSON; `nil` when half of a surrogate pair stands alone.
  @inline(__always)
  static func string(_ bytes: Span<UInt8>, _ scanned: ScannedString) -> String? {
    if scanned.hasEscapes { return unescaped(bytes, scanned) }
    return plain(bytes, scanned.lower, scanned.upper, isASCII: scanned.isASCII)
  }

  /// The bytes of a stretch, as an array.
  static func copy(_ part: Span<UInt8>) -> [UInt8] {
    [UInt8](capacity: part.count) { output in
      for index in part.indices { output.append(part[index]) }
    }
  }

  /// The beginning of a stretch as a text, for showing what was given.
  static func excerpt(_ bytes: Span<UInt8>, _ lower: Int, _ upper: Int) -> String {
    // Enough for 61 characters of Vietnamese, even decomposed ones.
    let part = bytes.extracting(lower..<min(upper, lower + 600))
    return String(decoding: copy(part), as: UTF8.self)
  }

  private static func unescaped(_ bytes: Span<UInt8>, _ scanned: ScannedString) -> String? {
    var output: [UInt8] = []
    output.reserveCapacity(scanned.upper - scanned.lower)
    var position = scanned.lower
    while position < scanned.upper {
      if bytes[position] != UInt8(ascii: "\\") {
        output.append(bytes[position])
        position += 1
      } else if bytes[position + 1] == UInt8(ascii: "u") {
        guard let scalar = scalar(bytes, &position, scanned.upper) else { return nil }
        output += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      } else {
        output.append(character(bytes[position + 1]))
        position += 2
      }
    }
    let text = String(decoding: output, as: UTF8.self)
    return Composition.mayChange(output.span) ? Composition.composed(text) : text
  }

  private static func character(_ letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: letter
    }
  }

  /// Reads `\uXXXX`, or two of them that make a pair.
  private static func scalar(
    _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int
  ) -> Unicode.Scalar? {
    let first = digits(bytes, position + 2)
    position += 6
    guard first >> 10 == 0xD800 >> 10 else { return Unicode.Scalar(first) }
    guard position + 6 <= end, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u")
    else { return nil }
    let second = digits(bytes, position + 2)
    position += 6
    guard second >> 10 == 0xDC00 >> 10 else { return nil }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private static func digits(_ bytes: Span<UInt8>, _ start: Int) -> UInt32 {
    (start..<start + 4).reduce(0) { $0 << 4 | (JSONScan.hexadecimal(bytes[$1]) ?? 0) }
  }
}
