extension Parser {
  /// A literal, a name, or something in brackets.
  mutating func primary() -> Syntax {
    let token = current
    switch token.kind {
    case .number:
      position += 1
      return make(.number(token.text), from: token.span)
    case .string(let value):
      position += 1
      return make(.string(value), from: token.span)
    case .temporal(let value):
      position += 1
      return make(.temporal(value), from: token.span)
    case .word: return word()
    case .symbol: return bracket()
    case .invalid, .end: return missingOperand()
    }
  }

  private mutating func word() -> Syntax {
    let start = current.span
    if let phrase = specialPhrase() { return make(.name(phrase), from: start) }
    switch current.text {
    case "null":
      position += 1
      return make(.null, from: start)
    case "true", "false":
      position += 1
      return make(.boolean(tokens[position - 1].text == "true"), from: start)
    case "not": return negated()
    case "if", "for", "some", "every", "function": return expression()
    default: break
    }
    guard current.isNameWord else { return missingOperand() }
    let (name, _) = readName()
    return make(.name(name), from: start)
  }

  private mutating func negated() -> Syntax {
    let start = current.span
    position += 1
    guard accept("(") else {
      return fail("'not' needs brackets around its condition", remedy: "write 'not(…)'")
    }
    if semantics == .standard { return standardNegated(from: start) }
    let operand = expression()
    expect(")", "after the condition of 'not'")
    return make(.not(operand), from: start)
  }

  /// `not` as the function of one parameter that it is; with other arguments there is no such one.
  private mutating func standardNegated(from start: SourceSpan) -> Syntax {
    position -= 1
    let function = Syntax(.name("not"), start)
    let arguments = arguments()
    guard arguments.count == 1, arguments[0].name ?? "negand" == "negand" else {
      return make(.call(function, arguments), from: start)
    }
    return make(.not(arguments[0].value), from: start)
  }

  private mutating func missingOperand() -> Syntax {
    if current.kind == .end { return fail("the text ends where a value is expected") }
    if Token.keywords.contains(current.text) {
      return fail(
        "'\(current.text)' is a word of the language and cannot stand for a value",
        remedy: semantics == .strict ? "a name may not contain this word" : nil)
    }
    return fail("'\(current.text)' stands where a value is expected")
  }

  private mutating func bracket() -> Syntax {
    switch current.text {
    case "(": return parenthesis()
    case "[": return squareBracket()
    case "]":
      let start = current.span
      position += 1
      let low = nested { $0.sum() }
      return rangeEnd(low, closed: false, from: start)
    case "{": return context()
    default: return missingOperand()
    }
  }

  private mutating func parenthesis() -> Syntax {
    let start = current.span
    position += 1
    if let comparison = comparisonOperator() {
      let end = nested { $0.sum() }
      expect(")", "after the end of the range")
      return make(Parser.range(comparison, end), from: start)
    }
    let inner = expression()
    if current.isMark("..") { return rangeEnd(inner, closed: false, from: start) }
    expect(")", "after '('")
    return inner
  }

  private static func range(_ comparison: ComparisonOperator, _ end: Syntax) -> Syntax.Kind {
    switch comparison {
    case .less: .range(nil, false, end, false)
    case .lessOrEqual: .range(nil, false, end, true)
    case .greater: .range(end, false, nil, false)
    case .greaterOrEqual: .range(end, true, nil, false)
    case .equal: .range(end, true, end, true)
    case .notEqual: .test(comparison, end)
    }
  }

  private mutating func squareBracket() -> Syntax {
    let start = current.span
    position += 1
    guard !accept("]") else { return make(.list([]), from: start) }
    var items = [expression()]
    if current.isMark("..") { return rangeEnd(items[0], closed: true, from: start) }
    while accept(",") { items.append(expression()) }
    expect("]", "after the elements of the list")
    return make(.list(items), from: start)
  }

  private mutating func rangeEnd(_ low: Syntax, closed: Bool, from start: SourceSpan) -> Syntax {
    expect("..", "between the ends of the range")
    let high = nested { parser in
      parser.closesRange = true
      return parser.sum()
    }
    if accept("]") { return make(.range(low, closed, high, true), from: start) }
    if accept(")") || accept("[") { return make(.range(low, closed, high, false), from: start) }
    return fail("the range has no end", remedy: "close it with ']' or ')'")
  }

  private mutating func context() -> Syntax {
    let start = current.span
    position += 1
    var entries: [Syntax.Entry] = []
    if !accept("}") {
      repeat {
        let (name, span) = entryName()
        expect(":", "after the name of the entry")
        names.insert(name)
        entries.append(.init(name: name, span: span, value: expression()))
      } while accept(",")
      expect("}", "after the entries")
    }
    return make(.context(entries), from: start)
  }

  // MARK: Tests

  /// What follows `in`: one test, or several in brackets.
  mutating func membershipTests() -> [Syntax] {
    guard current.isMark("("), !isRangeInParentheses else { return [test(inBrackets: false)] }
    position += 1
    return tests(closing: ")")
  }

  /// Whether the bracket here opens a range such as `(1..5]` and not a list of tests.
  private var isRangeInParentheses: Bool {
    var open = 0
    var index = position
    while tokens[index].kind != .end {
      if ["(", "[", "{"].contains(where: tokens[index].isMark) { open += 1 }
      if [")", "]", "}"].contains(where: tokens[index].isMark) { open -= 1 }
      if open == 0 || open == 1 && tokens[index].isMark(",") { return false }
      if open == 1, tokens[index].isMark("..") { return true }
      index += 1
    }
    return false
  }

  /// Tests with commas between them, up to `closing` or the end.
  mutating func tests(closing: String?) -> [Syntax] {
    var items: [Syntax] = []
    repeat { items.append(test(inBrackets: true)) } while accept(",")
    if let closing { expect(closing, "after the tests") }
    return items
  }

  /// One test; inside brackets it may be any expression, which may use `?`.
  private mutating func test(inBrackets: Bool) -> Syntax {
    nested { parser in
      let start = parser.current.span
      guard let comparison = parser.comparisonOperator() else {
        return inBrackets ? parser.expression() : parser.sum()
      }
      let end = parser.sum()
      return parser.make(.test(comparison, end), from: start)
    }
  }
}
