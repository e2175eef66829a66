/// A named text in which spans can be turned into lines, columns and carets.
///
/// Lines and columns count from 1; columns count characters as a reader sees them (a letter with its
/// marks is one, composed or decomposed), not bytes.
public struct SourceText: Sendable {
  /// The name to print before the place, usually a path.
  public let name: String
  /// The text itself.
  public let text: String
  /// The UTF-8 offset at which each line begins.
  private let lineStarts: [Int]

  /// Creates a source text and finds its lines.
  ///
  /// - Complexity: O(length of `text`).
  public init(_ text: String, name: String) {
    self.name = name
    self.text = text
    var starts = [0]
    for (offset, byte) in text.utf8.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    lineStarts = starts
  }

  /// The line and column of a UTF-8 offset; offsets past the end give the end.
  ///
  /// - Complexity: O(log lines + length of the line).
  public func place(of offset: Int) -> (line: Int, column: Int) {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return (low + 1, characters(lineStarts[low], offset).count + 1)
  }

  /// What stands at a span, as far as it lies in the text.
  ///
  /// - Complexity: O(`span.upper`).
  public func excerpt(_ span: SourceSpan) -> String { String(characters(span.lower, span.upper)) }

  /// The diagnostic as a person reads it: place, message, the line, a caret and the way out.
  ///
  ///     pack.json:1:4: error: no field is named 'qualty'
  ///       1 | if qualty >= 90 then 10 else 5
  ///         |    ^~~~~~ write 'quality'
  public func render(_ diagnostic: Diagnostic, in language: Language = .english) -> String {
    let headline: Wording = "\(diagnostic.severity.inWords): \(diagnostic.message)"
    var lines = excerpt(
      diagnostic.span, headline.text(in: language), diagnostic.remedy?.text(in: language))
    for note in diagnostic.notes {
      let headline: Wording = "note: \(note.message)"
      if let span = note.span {
        lines += excerpt(span, headline.text(in: language), nil)
      } else {
        lines.append("  " + headline.text(in: language))
      }
    }
    return lines.joined(separator: "\n")
  }

  private func excerpt(_ span: SourceSpan, _ headline: String, _ remedy: String?) -> [String] {
    let (line, column) = place(of: span.lower)
    let start = lineStarts[line - 1]
    let end = line < lineStarts.count ? lineStarts[line] - 1 : text.utf8.count
    let number = String(line)
    let gutter = String(repeating: " ", count: number.count)
    let whole = String(characters(start, end)).trimmingTrailingReturn()
    let before = characters(start, span.lower).map { $0 == "\t" ? "\t" : " " }.joined()
    let marked = max(1, characters(span.lower, min(max(span.upper, span.lower), end)).count)
    let caret = "^" + String(repeating: "~", count: marked - 1)
    return [
      "\(name):\(line):\(column): \(headline)",
      "  \(number) | \(whole)",
      "  \(gutter) | \(before)\(caret)\(remedy.map { " " + $0 } ?? "")",
    ]
  }

  private func characters(_ lower: Int, _ upper: Int) -> Substring {
    let size = text.utf8.count
    let from = text.utf8.index(text.startIndex, offsetBy: min(max(lower, 0), size))
    let to = text.utf8.index(text.startIndex, offsetBy: min(max(upper, 0), size))
    return text[from..<max(from, to)]
  }
}

extension String {
  fileprivate func trimmingTrailingReturn() -> String {
    last == "\r" || last == "\r\n" ? String(dropLast()) : self
  }
}
