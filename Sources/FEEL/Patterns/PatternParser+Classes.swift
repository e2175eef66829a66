extension PatternParser {
  /// A class after its `[`: single characters, ranges and escapes, negated after `^`, and less
  /// another class after `-`.
  ///
  /// A hyphen that stands for itself comes first or last.
  ///
  /// Source: XML Schema 1.1 part 2, appendix G.4.1.
  mutating func classExpression() throws(PatternProblem) -> ScalarSet.Shape {
    let start = place - 1
    try enter(from: start)
    defer { level -= 1 }
    let isNegated = take("^")
    var ranges: [ClosedRange<UInt32>] = []
    var shapes: [ScalarSet.Shape] = []
    var isFirst = true
    while next != "]", isFirst || !(next == "-" && afterNext == "[") {
      guard next != nil else { throw PatternProblem("there is no ']' for this '['", at: start) }
      switch try member(isFirst: isFirst) {
      case .scalar(let scalar): ranges.append(try range(from: scalar))
      case .set(let shape): shapes.append(shape)
      }
      isFirst = false
    }
    if isFirst { throw problem("a class has at least one character") }
    shapes.append(.ranges(ranges, anyCase: flags.contains(.anyCase)))
    return try subtracted(from: isNegated ? .not(.any(shapes)) : .any(shapes), start)
  }

  private mutating func subtracted(
    from whole: ScalarSet.Shape, _ start: Int
  ) throws(PatternProblem) -> ScalarSet.Shape {
    guard take("-") else {
      step()
      return whole
    }
    step()
    let part = try classExpression()
    guard take("]") else { throw PatternProblem("there is no ']' for this '['", at: start) }
    return .minus(whole, part)
  }

  private mutating func member(isFirst: Bool) throws(PatternProblem) -> Escape {
    guard let scalar = next else { throw problem("there is no ']' for this '['") }
    switch scalar {
    case "[": throw problem("a '[' inside a class is written '\\['")
    case "-" where !isFirst && afterNext != "]" && !(afterNext == "-" && peek(2) == "["):
      throw problem("a '-' inside a class is written '\\-'")
    case "\\":
      step()
      return try escape()
    default:
      step()
      return .scalar(scalar)
    }
  }

  /// The range that a scalar begins, or the scalar alone.
  private mutating func range(
    from first: Unicode.Scalar
  ) throws(PatternProblem) -> ClosedRange<UInt32> {
    guard next == "-", let after = afterNext, after != "]", after != "[",
      !(after == "-" && peek(2) == "[")
    else { return first.value...first.value }
    let start = place - 1
    step()
    guard case .scalar(let last) = try member(isFirst: true), last >= first else {
      throw PatternProblem("this is no range of characters", at: start)
    }
    return first.value...last.value
  }
}
