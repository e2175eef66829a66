extension Parser {
  /// An expression of any kind.
  mutating func expression() -> Syntax {
    nested { parser in
      switch parser.current.kind == .word ? parser.current.text : "" {
      case "if": parser.conditional()
      case "for": parser.forEach()
      case "some": parser.quantified(.some)
      case "every": parser.quantified(.every)
      case "function": parser.function()
      default: parser.disjunction()
      }
    }
  }

  private mutating func conditional() -> Syntax {
    let start = current.span
    position += 1
    let condition = expression()
    expect("then", "after the condition of 'if'")
    let yes = expression()
    expect("else", "after the value of 'then'")
    let no = expression()
    return make(.conditional(condition, yes, no), from: start)
  }

  private mutating func forEach() -> Syntax {
    let start = current.span
    position += 1
    let iterators = iterators()
    expect("return", "after what 'for' goes through")
    names.insert("partial")
    let body = expression()
    return make(.forEach(iterators, body), from: start)
  }

  private mutating func quantified(_ quantifier: Quantifier) -> Syntax {
    let start = current.span
    position += 1
    let iterators = iterators()
    expect("satisfies", "after what '\(quantifier.rawValue)' goes through")
    let condition = expression()
    return make(.quantified(quantifier, iterators, condition), from: start)
  }

  private mutating func iterators() -> [Syntax.Iterator] {
    var iterators: [Syntax.Iterator] = []
    repeat {
      let (name, span) = declaredName("a name for the element")
      expect("in", "after the name '\(name)'")
      let from = expression()
      let to = accept("..") ? expression() : nil
      iterators.append(.init(name: name, span: span, from: from, to: to))
    } while accept(",")
    return iterators
  }

  private mutating func function() -> Syntax {
    let start = current.span
    position += 1
    expect("(", "after 'function'")
    var parameters: [Syntax.Parameter] = []
    if !accept(")") {
      repeat {
        let (name, span) = declaredName("the name of a parameter")
        let type = accept(":") ? typeName() : nil
        parameters.append(.init(name: name, span: span, type: type))
      } while accept(",")
      expect(")", "after the parameters")
    }
    let body = current.isMark("external") ? external() : expression()
    return make(.function(parameters, body), from: start)
  }

  /// The body of a function of another language, which is read but never called.
  private mutating func external() -> Syntax {
    let start = current.span
    if semantics == .strict {
      fail("functions from outside are not part of this language", remedy: "write the body here")
    }
    position += 1
    let place = expression()
    return make(.external(place), from: start)
  }

  // MARK: Operators, weakest first

  private mutating func disjunction() -> Syntax {
    let start = current.span
    var left = conjunction()
    while accept("or") {
      let right = conjunction()
      left = make(.or(left, right), from: start)
    }
    return left
  }

  private mutating func conjunction() -> Syntax {
    let start = current.span
    var left = comparison()
    while accept("and") {
      let right = comparison()
      left = make(.and(left, right), from: start)
    }
    return left
  }

  private mutating func comparison() -> Syntax {
    let start = current.span
    var left = sum()
    while true {
      if let comparison = comparisonOperator() {
        let right = sum()
        left = make(.comparison(comparison, left, right), from: start)
      } else if accept("between") {
        let low = sum()
        expect("and", "between the two ends of 'between'")
        let high = sum()
        left = make(.between(left, low, high), from: start)
      } else if accept("in") {
        let items = membershipTests()
        left = make(.membership(left, items), from: start)
      } else {
        return left
      }
    }
  }

  mutating func comparisonOperator() -> ComparisonOperator? {
    if current.isMark("==") {
      fail("equality is written with one sign", remedy: "write '='")
      position += 1
      return .equal
    }
    guard current.kind == .symbol, let found = ComparisonOperator(rawValue: current.text) else {
      return nil
    }
    position += 1
    return found
  }

  mutating func sum() -> Syntax {
    operatorChain([.add, .subtract]) { parser in
      parser.operatorChain([.multiply, .divide]) { parser in
        parser.operatorChain([.power]) { $0.negation() }
      }
    }
  }

  private mutating func operatorChain(
    _ operators: [ArithmeticOperator], _ operand: (inout Parser) -> Syntax
  ) -> Syntax {
    let start = current.span
    var left = operand(&self)
    while current.kind == .symbol,
      let found = operators.first(where: { $0.rawValue == current.text })
    {
      position += 1
      let right = operand(&self)
      left = make(.arithmetic(found, left, right), from: start)
    }
    return left
  }

  private mutating func negation() -> Syntax {
    let start = current.span
    guard accept("-") else { return instance() }
    let operand = nested { $0.negation() }
    return make(.negate(operand), from: start)
  }

  private mutating func instance() -> Syntax {
    let start = current.span
    var left = postfix()
    while current.isMark("instance") {
      position += 1
      expect("of", "after 'instance'")
      let type = typeName()
      left = make(.instanceOf(left, type), from: start)
    }
    return left
  }

  private mutating func postfix() -> Syntax {
    let start = current.span
    var left = primary()
    while true {
      if current.isMark("[") && !(closesRange && bracketClosesRange) {
        position += 1
        let condition = expression()
        expect("]", "after the condition of the filter")
        left = make(.filter(left, condition), from: start)
      } else if current.isMark("."), !token(after: 1).isMark(".") {
        position += 1
        let (name, span) = memberName()
        left = make(.path(left, name, span), from: start)
      } else if current.isMark("(") {
        let arguments = arguments()
        left = make(.call(left, arguments), from: start)
      } else {
        return left
      }
    }
  }

  /// Whether the `[` here is the open end of a range, because no expression follows it.
  private var bracketClosesRange: Bool {
    let next = token(after: 1)
    if next.kind == .end { return true }
    let followers = [
      ")", "]", "}", ",", "then", "else", "and", "or", "return", "satisfies", "=", "!=", ".", ":",
    ]
    return followers.contains(where: next.isMark)
  }

  mutating func arguments() -> [Syntax.Argument] {
    position += 1
    guard !accept(")") else { return [] }
    var arguments: [Syntax.Argument] = []
    repeat {
      let span = current.span
      let name = argumentName()
      let value = expression()
      arguments.append(.init(name: name, span: span, value: value))
    } while accept(",")
    expect(")", "after the arguments")
    return arguments
  }
}
