package import FEEL

/// Where the texts of a model stand in its files, by the numbers that diagnostics refer to.
package struct ModelTexts: Sendable {
  private enum Origin: Sendable {
    case text(XMLText, element: SourceSpan)
    case attribute(SourceSpan)
  }

  private var origins: [(file: Int, origin: Origin)] = []

  /// Creates an empty table.
  package init() {}

  /// Takes up the text inside an element.
  mutating func add(_ text: XMLText, of element: XMLElement, in file: Int) -> Text {
    origins.append((file, .text(text, element: element.span)))
    return Text(text.text, id: origins.count - 1)
  }

  /// Takes up a text whose place is only known as that of an element.
  mutating func add(_ text: String, at span: SourceSpan, in file: Int) -> Text {
    origins.append((file, .attribute(span)))
    return Text(text, id: origins.count - 1)
  }

  /// The file and the place in it of a stretch of a text; the beginning of the first file for a text
  /// that is not known.
  package func place(of span: SourceSpan, in text: Int) -> (file: Int, span: SourceSpan) {
    guard origins.indices.contains(text) else { return (0, SourceSpan(0, 0)) }
    let (file, origin) = origins[text]
    switch origin {
    case .attribute(let place): return (file, place)
    case .text(let text, let element):
      guard let lower = text.place(of: span.lower) else { return (file, element) }
      let last = text.place(of: max(span.lower, span.upper - 1)) ?? lower
      return (file, SourceSpan(lower, max(lower, span.upper > span.lower ? last + 1 : last)))
    }
  }
}
