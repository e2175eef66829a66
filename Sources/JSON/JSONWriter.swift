import FEEL

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

  private var output = ByteText()
  private let layout: Layout
  private var depth = 0
  /// Whether the next value is the first one of its container.
  private var isFirst = true
  /// Whether a key waits for its value.
  private var followsKey = false

  /// Creates a writer without any output yet.
  package init(_ layout: Layout = .compact) { self.layout = layout }

  /// Creates a writer of elements of an array that another writer has begun and will end.
  ///
  /// - Parameters:
  ///   - layout: The layout of the other.
  ///   - depth: How many containers are open, the array included.
  ///   - isFirst: Whether the first element here is the first of the array.
  package init(_ layout: Layout, inside depth: Int, isFirst: Bool) {
    self.init(layout)
    self.depth = depth
    self.isFirst = isFirst
  }

  /// Leaves out the elements of the array that is open, which others write.
  ///
  /// - Parameter isEmpty: Whether there are none.
  /// - Returns: How many bytes stand before them.
  package mutating func elsewhere(isEmpty: Bool) -> Int {
    if !isEmpty { isFirst = false }
    return output.count
  }

  /// What has been written, as UTF-8.
  package var bytes: [UInt8] { output.bytes }

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
    output.appendQuoted(name)
    output.append(UInt8(ascii: ":"))
    if layout == .pretty { output.append(UInt8(ascii: " ")) }
    followsKey = true
  }

  /// Writes a key that was made once for many objects; the next call writes its value.
  package mutating func key(_ key: borrowing JSONKey) {
    if layout == .compact, !isFirst {
      output.append(key, isFirst: false)
    } else {
      separate()
      output.append(key, isFirst: true)
      if layout == .pretty { output.append(UInt8(ascii: " ")) }
    }
    followsKey = true
  }

  /// Writes a string.
  package mutating func string(_ value: String) {
    separate()
    output.appendQuoted(value)
  }

  /// Writes a string whose bytes `body` adds.
  ///
  /// - Precondition: These need no escapes, as digits do not.
  package mutating func plainString(_ body: (inout ByteText) -> Void) {
    separate()
    output.append(UInt8(ascii: "\""))
    body(&output)
    output.append(UInt8(ascii: "\""))
  }

  /// Writes a number as its text stands.
  ///
  /// - Precondition: `text` is a JSON number.
  package mutating func number(_ text: String) {
    precondition(JSONNumber.isWellFormed(Array(text.utf8).span), "'\(text)' is no JSON number")
    word(text)
  }

  /// Writes a whole number.
  package mutating func number(_ value: Int) {
    separate()
    var digits = ShortDigits()
    digits.put(value.magnitude)
    if value < 0 { digits.put(UInt8(ascii: "-")) }
    digits.withSpan { output.append($0) }
  }

  /// Writes `true` or `false`.
  package mutating func boolean(_ value: Bool) { word(value ? "true" : "false") }

  /// Writes `null`.
  package mutating func null() { word("null") }

  /// Ends a line: between the values of NDJSON, and after the last.
  package mutating func endLine() {
    output.append(UInt8(ascii: "\n"))
    isFirst = true
  }

  /// Forgets what has been written, after it has been copied elsewhere.
  package mutating func removeAll() { output.removeAll() }

  private mutating func word(_ text: String) {
    separate()
    output.append(text)
  }

  private mutating func container(
    _ opening: Unicode.Scalar, _ closing: Unicode.Scalar,
    _ body: (inout JSONWriter) throws -> Void
  ) rethrows {
    separate()
    output.append(UInt8(ascii: opening))
    depth += 1
    isFirst = true
    try body(&self)
    depth -= 1
    if !isFirst { breakLine() }
    isFirst = false
    output.append(UInt8(ascii: closing))
  }

  /// Writes what stands between this value or key and the one before.
  private mutating func separate() {
    if followsKey {
      followsKey = false
      return
    }
    if !isFirst, depth > 0 { output.append(UInt8(ascii: ",")) }
    isFirst = false
    if depth > 0 { breakLine() }
  }

  private mutating func breakLine() {
    guard layout == .pretty else { return }
    output.append(UInt8(ascii: "\n"))
    output.append(UInt8(ascii: " "), count: 2 * depth)
  }
}
