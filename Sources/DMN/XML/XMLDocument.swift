package import FEEL

/// A whole XML document as a tree.
///
/// Only UTF-8, and no document type: entities cannot be declared, and nothing outside the file is
/// ever read. Size, depth, number of elements and number of attributes are limited.
package struct XMLDocument: Sendable {
  /// The most bytes of a file.
  package static let greatestSize = 32 << 20
  /// The deepest nesting of elements.
  package static let greatestDepth = 150
  /// The most elements and attributes.
  package static let mostNodes = 500_000

  /// The outermost element.
  package let root: XMLElement
  /// The namespaces of prefixes; of one prefix declared twice, the last one.
  package let prefixes: [String: String]

  /// Reads a document.
  ///
  /// - Throws: The first problem, as after it nothing has a certain meaning.
  /// - Complexity: O(size).
  package init(_ bytes: [UInt8]) throws(Diagnostic) {
    guard bytes.count <= XMLDocument.greatestSize else {
      throw Diagnostic(
        "the file is larger than \(XMLDocument.greatestSize >> 20) MiB", at: SourceSpan(0, 0),
        remedy: "divide the model into several files and import them")
    }
    let builder = XMLBuilder()
    try builder.read(bytes)
    guard let root = builder.root else {
      throw Diagnostic("the file has no element", at: SourceSpan(0, 0))
    }
    self.root = root
    prefixes = builder.prefixes
  }
}
