/// A text that can name something in strict formulas.
package struct StrictName: Hashable, Sendable {
  /// The name as it was given.
  package let text: String
  /// The same for all names that a reader would take for one: case is folded.
  package let folded: String

  /// Takes a name: letters, digits and single spaces, no keyword among its words.
  ///
  /// - Returns: `nil` where the text is no such name.
  /// - Complexity: O(length of the text).
  package init?(_ text: String) {
    var lexer = Lexer(text, .strict)
    let words = lexer.tokens().dropLast()
    guard let first = words.first, first.isNameWord,
      words.allSatisfy({ $0.isNameWord || $0.kind == .number && !$0.text.contains(".") }),
      words.map(\.text).joined(separator: " ") == text
    else { return nil }
    self.text = text
    folded = text.lowercased()
  }
}
