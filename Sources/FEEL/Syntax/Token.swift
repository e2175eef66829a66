/// The smallest meaningful piece of an expression, with its place.
struct Token: Sendable {
  /// What kind of piece it is.
  enum Kind: Equatable, Sendable {
    /// Digits, with at most one decimal point and an exponent, as written.
    case number
    /// A quoted text; the value has its escapes resolved.
    case string(String)
    /// `@"..."`; the value is the text between the quotes.
    case temporal(String)
    /// Letters, marks and digits.
    case word
    /// An operator or a bracket.
    case symbol
    /// A character that begins nothing in this language.
    case invalid
    /// The end of the text.
    case end
  }

  let kind: Kind
  /// The piece as written.
  let text: String
  let span: SourceSpan

  /// Whether this is the symbol or the word `text`.
  func isMark(_ text: String) -> Bool {
    switch kind {
    case .symbol, .word: self.text == text
    case .number, .string, .temporal, .invalid, .end: false
    }
  }

  /// Whether this is a word that may be part of a name.
  var isNameWord: Bool { kind == .word && !Token.keywords.contains(text) }

  /// The words with a meaning of their own, which may not be part of a name.
  static let keywords: Set<String> = [
    "if", "then", "else", "for", "in", "return", "some", "every", "satisfies", "and", "or", "not",
    "between", "instance", "function", "external", "null", "true", "false",
  ]

  /// The operators and brackets, longest first.
  static let symbols: [String] = [
    "...", "**", "..", "->", "<=", ">=", "!=", "==", "(", ")", "[", "]", "{", "}", ",", ":", ".",
    "+", "-", "*", "/", "=", "<", ">", ";", "'",
  ]
}
