/// A file of a decision model, as it was found.
package struct ModelFile: Sendable {
  /// The name to print before a place, usually a path.
  package let name: String
  /// The content.
  package let bytes: [UInt8]

  /// Creates a file.
  package init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
