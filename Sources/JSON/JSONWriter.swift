/// Writes JSON that is the same, byte for byte, whenever it is written from the same values.
///
/// Keys come in the order of the calls, numbers as the text they are given, and a value is begun
/// and ended by the same call, so that no bracket can be forgotten.
///
///     var writer = JSONWriter(.compact)
///     writer.object {
///       $0.member("id", "CB-014")
///       $0.array("points") { $0.number("12.5") }
///     }
///     writer.text  // {"id":"CB-014","points":[12.5]}
package struct JSONWriter: Sendable {
  /// How the text is laid out.
  package enum Layout: Sendable {
    /// Without any space: one line.
    case compact
    /// A line for each member and element, indented by two spaces.
    case pretty
  }

  /// What has been written, as UTF-8.
  package private(set) var bytes: [UInt8] = []
  private let layout: Layout
  private var depth = 0
  /// Whether the next value is the first one of its container.
  private var isFirst = true
  /// Whether a key waits for its value.
  private var followsKey = false

  /// Creates a writer without any output yet.
  package init(_ layout: Layout = .compact) { self.layout = layout }

  /// What has been written.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Writes an object whose members are written by `body`.
  package mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
    try container("{", "}", body)
  }

  /// Writes an array whose elements are written by `body`.
  package mutating func array(_ body: (inout JSONWriter) throws -> Void) rethrows {
    try container("[", "]", body)
  }

  /// Writes a key; the next call writes its value.
  package mutating func key(_ name: String) {
    separate()
    appendQuoted(name)
    bytes.append(UInt8(ascii: ":"))
    if layout == .pretty { bytes.append(UInt8(ascii: " ")) }
    followsKey = true
  }

  /// Writes a string.
  package mutating func string(_ value: String) {
    separate()
    appendQuoted(value)
  }

  /// Writes a number as its text stands.
  ///
  /// - Precondition: `text` is a JSON number.
  package mutating func number(_ text: String) {
    precondition(JSONNumber.isWellFormed(Array(text.utf8).span), "'\(text)' is no JSON number")
    word(text)
  }

  /// Writes a whole number.
  package mutating func number(_ value: Int) { word(String(value)) }

  /// Writes `true` or `false`.
  package mutating func boolean(_ value: Bool) { word(value ? "true" : "false") }

  /// Writes `null`.
  package mutating func null() { word("null") }

  /// Ends a line: between the values of NDJSON, and after the last.
  package mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    isFirst = true
  }

  /// Forgets what has been written, after it has been copied elsewhere.
  package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func append(_ text: String) { bytes += text.utf8 }

  /// Writes `text` in quotes as it stands; false, and nothing is written, if it needs escapes.
  mutating func appendPlain(_ text: String) -> Bool {
    let (start, quote) = (bytes.count, UInt8(ascii: "\""))
    let utf8 = text.utf8
    let span = utf8.span
    var isPlain = true
    bytes.append(addingCapacity: span.count + 2) { output in
      output.append(quote)
      for index in 0..<span.count {
        let byte = span[index]
        if byte < 0x20 || byte == quote || byte == UInt8(ascii: "\\") { isPlain = false }
        output.append(byte)
      }
      output.append(quote)
    }
    if !isPlain { bytes.removeSubrange(start...) }
    return isPlain
  }

  private mutating func word(_ text: String) {
    separate()
    bytes += text.utf8
  }

  private mutating func container(
    _ opening: Unicode.Scalar, _ closing: Unicode.Scalar,
    _ body: (inout JSONWriter) throws -> Void
  ) rethrows {
    separate()
    bytes.append(UInt8(ascii: opening))
    depth += 1
    isFirst = true
    try body(&self)
    depth -= 1
    if !isFirst { breakLine() }
    isFirst = false
    bytes.append(UInt8(ascii: closing))
  }

  /// Writes what stands between this value or key and the one before.
  private mutating func separate() {
    if followsKey {
      followsKey = false
      return
    }
    if !isFirst, depth > 0 { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    if depth > 0 { breakLine() }
  }

  private mutating func breakLine() {
    guard layout == .pretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }
}
