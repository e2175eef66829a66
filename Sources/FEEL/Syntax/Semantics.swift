/// Which of the two meanings an expression has; the grammar is the same for both.
public enum Semantics: Hashable, Sendable {
  /// The DMN standard: null logic, numbers of 34 decimal digits, errors become null.
  case standard
  /// Criteria packs: exact fractions, and a missing value stays unknown and says why.
  case strict
}

/// A text that belongs to an expression's surroundings, such as the body of a function.
public struct Text: Hashable, Sendable {
  /// The number by which diagnostics and nodes refer to the text.
  public let id: Int
  /// The text itself.
  public let text: String

  /// Creates a text.
  public init(_ text: String, id: Int) {
    self.text = text
    self.id = id
  }
}
