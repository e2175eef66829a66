internal import FEEL

/// The strict reader: a cursor over well-formed UTF-8 that builds values and notes what is wrong.
struct JSONReader {
  /// How deep values may lie in one another; the outermost is at depth 1.
  static let depthLimit = 256

  let bytes: [UInt8]
  var position = 0
  var diagnostics: [Diagnostic] = []
  /// Set when going on makes no sense any more; every loop ends then.
  var hasGivenUp = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads the one value of a file and says what stands around it that should not.
  mutating func readDocument() -> JSONValue? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      position = 3
      note(
        "the file begins with a byte order mark", from: 0, remedy: "save it as UTF-8 without BOM",
        severity: .warning)
    }
    skipSpace()
    guard current != nil else {
      note("the file is empty", from: position, remedy: "write one JSON value")
      return nil
    }
    let value = readValue(depth: 1)
    skipSpace()
    if current != nil, !hasGivenUp {
      note("there is something after the end of the value", from: position, to: bytes.count)
    }
    return value
  }

  /// The byte under the cursor, or `nil` at the end or after giving up.
  var current: UInt8? { position < bytes.count && !hasGivenUp ? bytes[position] : nil }

  /// The byte after the one under the cursor.
  var next: UInt8? { position + 1 < bytes.count ? bytes[position + 1] : nil }

  mutating func note(
    _ message: Wording, from lower: Int, to upper: Int? = nil, remedy: Wording? = nil,
    severity: Diagnostic.Severity = .error, notes: [Diagnostic.Note] = []
  ) {
    guard diagnostics.count < JSONDocument.diagnosticLimit else {
      hasGivenUp = true
      return
    }
    let span = SourceSpan(lower, max(lower, upper ?? position))
    diagnostics.append(
      Diagnostic(message, at: span, remedy: remedy, severity: severity, notes: notes))
  }

  /// Passes white space, and comments with a diagnostic each.
  mutating func skipSpace() {
    while let byte = current {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        position += 1
      case UInt8(ascii: "/") where next == UInt8(ascii: "/") || next == UInt8(ascii: "*"):
        skipComment()
      case UInt8(ascii: "#"):
        skipComment()
      default:
        return
      }
    }
  }

  private mutating func skipComment() {
    let start = position
    if bytes[start] == UInt8(ascii: "/"), next == UInt8(ascii: "*") {
      position += 2
      while position < bytes.count,
        !(bytes[position] == UInt8(ascii: "*") && next == UInt8(ascii: "/"))
      { position += 1 }
      position = min(position + 2, bytes.count)
    } else {
      while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
    }
    note("JSON has no comments", from: start, remedy: "take it out")
  }

  /// Reads the value that begins under the cursor; something that is no value becomes null.
  mutating func readValue(depth: Int) -> JSONValue {
    let start = position
    guard let byte = current else {
      note("a value is missing at the end of the file", from: start)
      return JSONValue(.null, at: SourceSpan(start, start))
    }
    guard depth <= JSONReader.depthLimit else {
      note("values lie deeper in one another than \(JSONReader.depthLimit)", from: start)
      hasGivenUp = true
      return JSONValue(.null, at: SourceSpan(start, start))
    }
    let content: JSONValue.Content =
      switch byte {
      case UInt8(ascii: "{"): readObject(depth: depth)
      case UInt8(ascii: "["): readArray(depth: depth)
      case UInt8(ascii: "\""), UInt8(ascii: "'"): .string(readString())
      default: readScalar()
      }
    return JSONValue(content, at: SourceSpan(start, max(start, position)))
  }
}
