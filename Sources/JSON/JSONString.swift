package import FEEL

/// A string of a JSON file, with a map from its own offsets back to those of the file.
///
/// A formula of a pack stands in a JSON string, and a diagnostic inside the formula must point into
/// the file although escapes lie between:
///
///     file      "a \u00ea b"        "…" from offset 10
///     text       a ê b              ê is bytes 2..<4 of the text, 13..<19 of the file
///
/// Segments alternate between plain runs and escapes; a string without escapes has none, and its
/// offsets differ from those of the file by a constant.
package struct JSONString: Sendable {
  /// A stretch of the text that begins at `decoded` and comes from `file` onwards.
  struct Segment: Sendable {
    let decoded: Int
    let file: Int
    let isEscape: Bool
  }

  /// The string with its escapes resolved.
  package let text: String
  /// The bytes in the file, with both quotes.
  package let span: SourceSpan
  private let segments: [Segment]

  init(_ text: String, at span: SourceSpan, segments: [Segment]) {
    self.text = text
    self.span = span
    self.segments = segments
  }

  /// The place in the file of a stretch of `text`.
  ///
  /// A span that begins or ends inside an escape takes in the whole escape; offsets past the end of
  /// the text give the closing quote.
  ///
  /// - Complexity: O(log escapes).
  package func fileSpan(of part: SourceSpan) -> SourceSpan {
    let size = text.utf8.count
    let lower = fileOffset(min(part.lower, size))
    guard part.upper > part.lower, part.lower < size else { return SourceSpan(lower, lower) }
    return SourceSpan(lower, fileEnd(min(part.upper, size)))
  }

  /// The offset in the file of the byte at `decoded`, or of the escape that it comes from.
  private func fileOffset(_ decoded: Int) -> Int {
    guard let index = segment(at: decoded) else { return span.lower + 1 + decoded }
    let segment = segments[index]
    return segment.isEscape ? segment.file : segment.file + decoded - segment.decoded
  }

  /// The offset in the file after the byte before `decoded`, or after the escape it comes from.
  private func fileEnd(_ decoded: Int) -> Int {
    guard let index = segment(at: decoded - 1) else { return span.lower + 1 + decoded }
    let segment = segments[index]
    if !segment.isEscape { return segment.file + decoded - segment.decoded }
    return index + 1 < segments.count ? segments[index + 1].file : max(span.upper - 1, span.lower)
  }

  /// The last segment that begins at or before `decoded`; none where there are no escapes.
  private func segment(at decoded: Int) -> Int? {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].decoded <= decoded { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : low - 1
  }
}
