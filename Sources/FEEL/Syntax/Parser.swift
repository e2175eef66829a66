/// Builds the syntax tree of an expression by recursive descent.
///
/// The parser always gives a tree; where the text makes no sense the tree holds `.error` and
/// `diagnostics` says why. Nesting is bounded, so that no text can exhaust the stack.
///
/// Source: DMN 1.5, 10.3.1.2; the grammar with our choices is in `Grammar.md`.
struct Parser {
  /// The deepest nesting of brackets and keywords, and of operators in a row.
  static let nesting = 200
  /// The longest text, in bytes.
  static let longestText = 1 << 20

  let semantics: Semantics
  let tokens: [Token]
  var names: NameTable
  var position = 0
  var diagnostics: [Diagnostic]
  private var nest = 0
  private var failedAt = -1
  /// Whether a `[` after the current operand closes a range.
  var closesRange = false

  init(_ text: String, semantics: Semantics, names: Set<String>) {
    var lexer = Lexer(text, semantics)
    tokens = lexer.tokens()
    diagnostics = lexer.diagnostics
    self.semantics = semantics
    self.names = NameTable(semantics == .standard ? names.union(Builtin.spacedNames) : [])
  }

  /// The whole text as one expression.
  mutating func whole() -> Syntax {
    let tree = expression()
    finish()
    return tree
  }

  /// The whole text as the tests of one input of a decision table.
  mutating func wholeTests() -> Syntax {
    let start = current.span
    let kind: Syntax.Kind
    if current.isMark("-"), tokens[position + 1].kind == .end {
      position += 1
      kind = .tests([], negated: false)
    } else if current.isMark("not"), tokens[position + 1].isMark("(") {
      position += 2
      let items = tests(closing: ")")
      kind = .tests(items, negated: true)
    } else {
      kind = .tests(tests(closing: nil), negated: false)
    }
    finish()
    return make(kind, from: start)
  }

  private mutating func finish() {
    guard current.kind != .end, failedAt != position else { return }
    if current.isMark(")") || current.isMark("]") || current.isMark("}") {
      fail("this bracket closes nothing", remedy: "remove it")
    } else {
      fail("the expression ends before '\(current.text)'", remedy: "put an operator before it")
    }
  }

  // MARK: Tokens

  var current: Token { tokens[position] }

  func token(after distance: Int) -> Token {
    tokens[min(position + distance, tokens.count - 1)]
  }

  mutating func accept(_ mark: String) -> Bool {
    guard current.isMark(mark) else { return false }
    position += 1
    return true
  }

  /// Takes `mark`, or reports that it is missing.
  mutating func expect(_ mark: String, _ place: Wording) {
    guard !accept(mark) else { return }
    let found: Wording = current.kind == .end ? "the text ends" : "there stands '\(current.text)'"
    fail("'\(mark)' is missing \(place); instead \(found)", remedy: "write '\(mark)'")
    recover(to: mark)
  }

  /// Goes on behind the next `mark` that closes the current bracket, so that later parts are read.
  private mutating func recover(to mark: String) {
    var index = position
    var open = 0
    while tokens[index].kind != .end {
      if open == 0, tokens[index].isMark(mark) {
        position = index + 1
        return
      }
      if ["(", "[", "{"].contains(where: tokens[index].isMark) { open += 1 }
      if [")", "]", "}"].contains(where: tokens[index].isMark) { open -= 1 }
      if open < 0 { return }
      index += 1
    }
  }

  // MARK: Trees and diagnostics

  /// A piece from the token at `start` to the last token taken.
  mutating func make(_ kind: Syntax.Kind, from start: SourceSpan) -> Syntax {
    let end = position > 0 ? tokens[position - 1].span : start
    let tree = Syntax(kind, end.upper >= start.lower ? start.union(end) : start)
    guard tree.depth > Parser.nesting else { return tree }
    return tooDeep(at: start)
  }

  private mutating func tooDeep(at span: SourceSpan) -> Syntax {
    if position < tokens.count - 1 || failedAt != position {
      position = tokens.count - 1
      failedAt = position
      diagnostics.append(
        Diagnostic(
          "the expression is nested more than \(Parser.nesting) levels deep", at: span,
          remedy: "move parts of it into values with names"))
    }
    return Syntax(.error, span)
  }

  @discardableResult
  mutating func fail(_ message: Wording, remedy: Wording? = nil) -> Syntax {
    fail(message, at: current.span, remedy: remedy)
  }

  @discardableResult
  mutating func fail(_ message: Wording, at span: SourceSpan, remedy: Wording?) -> Syntax {
    if failedAt != position, current.kind != .invalid, diagnostics.count < Problems.limit {
      diagnostics.append(Diagnostic(message, at: span, remedy: remedy))
    }
    failedAt = position
    if current.kind == .invalid { position += 1 }
    return Syntax(.error, span)
  }

  /// Runs `parse` one level deeper.
  mutating func nested(_ parse: (inout Parser) -> Syntax) -> Syntax {
    guard nest < Parser.nesting else { return tooDeep(at: current.span) }
    nest += 1
    defer { nest -= 1 }
    let closes = closesRange
    closesRange = false
    defer { closesRange = closes }
    return parse(&self)
  }
}
