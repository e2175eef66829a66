/// A pattern as it is written.
indirect enum PatternTree: Sendable {
  /// One of several, the first that fits.
  case choice([PatternTree])
  /// One after another.
  case sequence([PatternTree])
  /// One scalar, or one of its case variants where case does not matter.
  case scalar(Unicode.Scalar)
  /// A scalar out of a set.
  case set(ScalarSet)
  /// The start or the end of the text, or of a line.
  case edge(PatternEdge)
  /// A group whose text can be used again, counted from 1.
  case group(Int, PatternTree)
  /// What a group has matched.
  case again(Int)
  /// A part at least and at most so many times; without an upper bound if that is nil.
  case repeated(PatternTree, atLeast: Int, atMost: Int?, isGreedy: Bool)

  /// Whether the part can fit without a character.
  var mayBeEmpty: Bool {
    switch self {
    case .choice(let branches): branches.contains(where: \.mayBeEmpty)
    case .sequence(let parts): parts.allSatisfy(\.mayBeEmpty)
    case .scalar, .set: false
    case .edge, .again: true
    case .group(_, let inner): inner.mayBeEmpty
    case .repeated(let inner, let least, _, _): least == 0 || inner.mayBeEmpty
    }
  }
}

/// A place between characters.
enum PatternEdge: Sendable {
  case textStart, textEnd, lineStart, lineEnd
}
