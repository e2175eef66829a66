/// A parsed text: its grammar is right, its names are not yet resolved.
public struct Expression: Sendable {
  /// The text as written.
  public let text: String
  /// The number by which diagnostics and nodes refer to the text.
  public let textID: Int
  /// The meaning under which it was parsed.
  public let semantics: Semantics
  let syntax: Syntax

  /// Parses `text` as one expression.
  ///
  /// - Parameters:
  ///   - text: The expression.
  ///   - textID: The number by which diagnostics and nodes refer to the text.
  ///   - semantics: In `.strict`, a name is as many words as stand together; in `.standard`, it is
  ///     the longest one in scope.
  ///   - names: The names in scope. Only `.standard` uses them, to find where a name ends.
  /// - Throws: All problems that could be found.
  /// - Complexity: O(length of the text), and O(names) for each name in the standard semantics.
  public init(
    parsing text: String, textID: Int = 0, semantics: Semantics, names: Set<String> = []
  ) throws(Problems) {
    try self.init(text, textID, semantics, names) { $0.whole() }
  }

  /// Parses `text` as the unary tests of an input of a decision table; `?` stands for the input.
  ///
  /// - Throws: All problems that could be found.
  public init(
    parsingTests text: String, textID: Int = 0, semantics: Semantics, names: Set<String> = []
  ) throws(Problems) {
    try self.init(text, textID, semantics, names) { $0.wholeTests() }
  }

  private init(
    _ text: String, _ textID: Int, _ semantics: Semantics, _ names: Set<String>,
    parse: (inout Parser) -> Syntax
  ) throws(Problems) {
    guard text.utf8.count <= Parser.longestText else {
      let problem = Diagnostic(
        "the expression is longer than \(Parser.longestText) bytes", at: SourceSpan(0, 0),
        remedy: "divide it into values with names")
      throw Problems([Problem(problem, in: textID)])
    }
    var parser = Parser(text, semantics: semantics, names: names)
    let syntax = parse(&parser)
    guard parser.diagnostics.isEmpty else {
      throw Problems(parser.diagnostics.map { Problem($0, in: textID) })
    }
    self.text = text
    self.textID = textID
    self.semantics = semantics
    self.syntax = syntax
  }
}
