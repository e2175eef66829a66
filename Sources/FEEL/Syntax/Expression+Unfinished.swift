extension Expression {
  /// Whether a text that is typed line by line asks for more: a bracket or a comment is still open.
  ///
  /// A text that is an expression as it stands is never unfinished, even if its brackets do not pair,
  /// as in `]1..2[`. Quotation marks do not count: a text in quotes ends on its line.
  ///
  /// - Complexity: as parsing the text.
  public static func isUnfinished(
    _ text: String, semantics: Semantics, names: Set<String> = []
  ) -> Bool {
    guard text.utf8.count <= Parser.longestText else { return false }
    var lexer = Lexer(text, semantics)
    let tokens = lexer.tokens()
    guard lexer.opensComment || tokens.openBrackets > 0 else { return false }
    guard !lexer.opensText else { return false }
    return (try? Expression(parsing: text, semantics: semantics, names: names)) == nil
  }
}

extension [Token] {
  /// How many brackets are open at the end; one that closes nothing counts for none.
  fileprivate var openBrackets: Int {
    var open = 0
    for token in self {
      if ["(", "[", "{"].contains(where: token.isMark) { open += 1 }
      if [")", "]", "}"].contains(where: token.isMark) { open = Swift.max(0, open - 1) }
    }
    return open
  }
}
