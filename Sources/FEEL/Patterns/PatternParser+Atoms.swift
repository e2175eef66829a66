extension PatternParser {
  /// The part that begins with a scalar.
  mutating func atom(_ scalar: Unicode.Scalar) throws(PatternProblem) -> PatternTree {
    switch scalar {
    case "*", "+", "?", "{": throw problem("nothing stands before '\(scalar)' to be repeated")
    case "]", "}": throw problem("a '\(scalar)' alone is written '\\\(scalar)'")
    default: step()
    }
    switch scalar {
    case "(": return try group()
    case "[": return .set(ScalarSet(try classExpression()))
    case ".": return .set(flags.contains(.dotAll) ? PatternParser.all : PatternParser.inLine)
    case "^": return .edge(flags.contains(.lines) ? .lineStart : .textStart)
    case "$": return .edge(flags.contains(.lines) ? .lineEnd : .textEnd)
    case "\\":
      if let first = next, "1"..."9" ~= first {
        step()
        return try again(first)
      }
      switch try escape() {
      case .scalar(let scalar): return .scalar(scalar)
      case .set(let shape): return .set(ScalarSet(shape))
      }
    default: return .scalar(scalar)
    }
  }

  private static let all = ScalarSet(.not(.scalars([])))
  private static let inLine = ScalarSet(.not(.scalars([0x0A, 0x0D])))

  /// A part with the quantifier after it, if there is one.
  mutating func quantified(_ atom: PatternTree) throws(PatternProblem) -> PatternTree {
    let bounds: (Int, Int?)
    switch next {
    case "?": bounds = (0, 1)
    case "*": bounds = (0, nil)
    case "+": bounds = (1, nil)
    case "{": bounds = (0, 0)
    default: return atom
    }
    let isCounted = next == "{"
    step()
    let (least, most) = isCounted ? try counts() : bounds
    return .repeated(atom, atLeast: least, atMost: most, isGreedy: !take("?"))
  }

  private mutating func counts() throws(PatternProblem) -> (Int, Int?) {
    let start = place - 1
    let least = try count()
    var most: Int? = least
    if take(",") { most = next == "}" ? nil : try count() }
    guard take("}") else { throw problem("a number of repetitions ends with '}'") }
    if let most, most < least {
      throw PatternProblem("\(most) repetitions are fewer than \(least)", at: start)
    }
    return (least, most)
  }

  private mutating func count() throws(PatternProblem) -> Int {
    guard var number = next?.digit else { throw problem("here stands a number of repetitions") }
    step()
    while let digit = next?.digit {
      number = number * 10 + digit
      guard number <= PatternParser.repetitions else {
        throw problem("there are at most \(PatternParser.repetitions) repetitions")
      }
      step()
    }
    return number
  }

  // MARK: Escapes

  /// What stands for a scalar or for a set.
  enum Escape {
    case scalar(Unicode.Scalar)
    case set(ScalarSet.Shape)
  }

  /// What follows a backslash, other than a number.
  mutating func escape() throws(PatternProblem) -> Escape {
    let start = place - 1
    guard let letter = next else { throw problem("nothing follows the last '\\'") }
    step()
    switch letter {
    case "n": return .scalar("\n")
    case "r": return .scalar("\r")
    case "t": return .scalar("\t")
    case "\\", "|", ".", "?", "*", "+", "(", ")", "{", "}", "$", "-", "[", "]", "^":
      return .scalar(letter)
    case "p", "P": return .set(try property(isNegated: letter == "P"))
    default:
      if let shape = ScalarSet.Shape(escape: letter) { return .set(shape) }
      throw PatternProblem("'\\\(letter)' has no meaning", at: start)
    }
  }

  private mutating func property(isNegated: Bool) throws(PatternProblem) -> ScalarSet.Shape {
    guard take("{") else { throw problem("here stands '{' with the name of a property") }
    let start = place
    var name = ""
    while let scalar = next, scalar != "}" {
      name.unicodeScalars.append(scalar)
      step()
    }
    guard take("}") else { throw PatternProblem("there is no '}' after this name", at: start) }
    guard let shape = ScalarSet.Shape(property: name) else {
      throw PatternProblem("no property or block is named \(Value.quoted(name))", at: start)
    }
    return isNegated ? .not(shape) : shape
  }
}
