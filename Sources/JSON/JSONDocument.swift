package import FEEL

/// A JSON file as read, with everything that is wrong with it.
///
/// The reader is strict (RFC 8259) and goes on after a mistake, so that one pass finds as many as
/// can be found. A file with an error must not be used, but its tree may help to find more.
package struct JSONDocument: Sendable {
  /// The outermost value, or `nil` when there is none.
  package let value: JSONValue?
  /// What is wrong, in the order of the file, at most ``JSONDocument/diagnosticLimit``.
  package let diagnostics: [Diagnostic]
  /// The text of the file, for showing places.
  ///
  /// As long as the file: a byte that belongs to no UTF-8 character is shown as `?`, so spans hold.
  package let text: String

  /// How many diagnostics are given before the reader stops looking.
  package static let diagnosticLimit = 100

  /// Whether nothing is wrong except warnings.
  package var isValid: Bool { value != nil && !diagnostics.contains { $0.severity == .error } }

  /// Reads a JSON text.
  ///
  /// - Complexity: O(bytes).
  package init(_ bytes: [UInt8]) {
    let wide = bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
    let repair = UTF8Repair(bytes, limit: wide ? 0 : JSONDocument.diagnosticLimit)
    text = String(decoding: repair.bytes, as: UTF8.self)
    guard !wide else {
      value = nil
      diagnostics = [
        Diagnostic(
          "the file is in UTF-16, not UTF-8", at: SourceSpan(0, 2), remedy: "save it as UTF-8")
      ]
      return
    }
    var reader = JSONReader(repair.bytes)
    value = reader.readDocument()
    let wrongBytes = repair.illFormed.map {
      Diagnostic(
        "these bytes are not UTF-8", at: SourceSpan($0.lowerBound, $0.upperBound),
        remedy: "save the file as UTF-8")
    }
    let all = (wrongBytes + reader.diagnostics).sorted { $0.span.lower < $1.span.lower }
    diagnostics = Array(all.prefix(JSONDocument.diagnosticLimit))
  }
}
