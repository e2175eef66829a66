package import FEEL

/// One element of an XML document, with its place in the file.
package struct XMLElement: Sendable {
  /// An attribute without a namespace, or with one such as `xsi:type`.
  package struct Attribute: Hashable, Sendable {
    /// The namespace, empty for none.
    package let namespace: String
    /// The name without prefix.
    package let name: String
    /// The value, with entities resolved.
    package let value: String
  }

  /// The namespace, empty for none.
  package let namespace: String
  /// The name without prefix.
  package let name: String
  /// The attributes, in the order of the file.
  package let attributes: [Attribute]
  /// The start tag in the file.
  package let span: SourceSpan
  /// The elements inside, in the order of the file.
  package internal(set) var children: [XMLElement] = []
  /// The text directly inside, pieces between elements put together.
  package internal(set) var text = XMLText()

  /// The value of an attribute without a namespace, nil if there is none.
  package subscript(attribute: String) -> String? {
    attributes.first { $0.namespace.isEmpty && $0.name == attribute }?.value
  }

  /// The first element inside with a name, nil if there is none.
  package func child(_ name: String) -> XMLElement? { children.first { $0.name == name } }

  /// All elements inside with a name.
  package func children(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }
}

/// A text of an XML document that knows where each of its bytes stands in the file.
package struct XMLText: Sendable {
  /// A stretch that stands in the file as it is read here.
  private struct Piece: Sendable {
    let offset: Int
    let place: Int
    /// An entity such as `&lt;` is longer in the file than in the text.
    let isVerbatim: Bool
  }

  /// The text, with entities resolved.
  package private(set) var text = ""
  private var pieces: [Piece] = []

  /// Whether there is nothing but white space.
  package var isBlank: Bool { text.allSatisfy(\.isWhitespace) }

  mutating func append(_ part: String, at place: Int, length: Int) {
    let isVerbatim = part.utf8.count == length
    pieces.append(Piece(offset: text.utf8.count, place: place, isVerbatim: isVerbatim))
    text += part
  }

  /// The place in the file of a UTF-8 offset in the text.
  ///
  /// - Complexity: O(log pieces).
  package func place(of offset: Int) -> Int? {
    var (low, high) = (0, pieces.count)
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return pieces.first?.place }
    let piece = pieces[low - 1]
    return piece.isVerbatim ? piece.place + offset - piece.offset : piece.place
  }
}
