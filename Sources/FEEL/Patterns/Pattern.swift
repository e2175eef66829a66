/// A regular expression of XPath, read once and ready to be searched for.
///
/// It works on Unicode scalars, as XPath does, without regard to canonical equivalence. Patterns,
/// the repetitions in them and the steps of a search are bounded; what exceeds a bound is an error.
///
/// Source: DMN 1.5, 10.3.4.3; XPath functions and operators 3.1, sections 5.6.1 to 5.6.5.
final class Pattern: Sendable {
  /// The pattern as it was written.
  let text: String
  /// The letters of its flags as they were written.
  let flagLetters: String
  let flags: PatternFlags
  let steps: [PatternStep]
  let sets: [ScalarSet]
  let forks: Int
  let registers: Int
  /// The number of capturing groups.
  let groups: Int
  /// Whether the text of a group must come again.
  let usesGroups: Bool
  /// Whether the pattern fits only at the start of the text.
  let isAnchored: Bool

  init(_ text: String, flags letters: String = "") throws(PatternProblem) {
    let flags = try PatternFlags(letters)
    var parser = try PatternParser(text, flags)
    let program = try PatternCompiler(try parser.pattern(), groups: parser.groups, flags)
    (self.text, flagLetters, self.flags) = (text, letters, flags)
    (steps, sets, forks) = (program.steps, program.sets, program.forks)
    (registers, groups, usesGroups) = (program.registers, parser.groups, parser.usesGroups)
    if case .edge(.textStart)? = program.steps.first {
      isAnchored = true
    } else {
      isAnchored = false
    }
  }

  /// Whether the pattern fits somewhere in a text.
  func matches(_ text: String) throws(PatternProblem) -> Bool {
    var search = PatternSearch(self, in: Array(text.unicodeScalars))
    return try search.next(from: 0) != nil
  }

  /// The pieces of a text between the places where the pattern fits.
  func pieces(of text: String) throws(PatternProblem) -> [String] {
    var pieces: [String] = []
    try forEachPiece(of: text) { piece, _ throws(PatternProblem) in
      pieces.append(String(String.UnicodeScalarView(piece)))
    }
    return pieces
  }

  /// The text with every fit of the pattern replaced.
  ///
  /// - Throws: also if the result would be longer than ``Limits/text``.
  func replacing(in text: String, with template: String) throws(PatternProblem) -> String {
    let replacement = try PatternReplacement(template, for: self)
    let scalars = Array(text.unicodeScalars)
    var result: [Unicode.Scalar] = []
    try forEachPiece(of: text) { piece, fit throws(PatternProblem) in
      result += piece
      if let fit { replacement.append(to: &result, fit, scalars) }
      guard result.count <= Limits.text else {
        throw PatternProblem("the result would be too long")
      }
    }
    return String(String.UnicodeScalarView(result))
  }

  /// Refuses a pattern that fits an empty text, which can neither divide nor be replaced (XPath error
  /// FORX0003).
  func needCharacters() throws(PatternProblem) {
    if try matches("") { throw PatternProblem("the pattern fits an empty text") }
  }

  /// Calls `body` for the piece before every fit, with the fit, and for the last piece.
  private func forEachPiece(
    of text: String,
    _ body: (ArraySlice<Unicode.Scalar>, PatternFit?) throws(PatternProblem) -> Void
  ) throws(PatternProblem) {
    try needCharacters()
    let scalars = Array(text.unicodeScalars)
    var search = PatternSearch(self, in: scalars)
    var (start, from) = (0, 0)
    while from <= scalars.count, let fit = try search.next(from: from) {
      let found = fit.whole
      from = max(found.upperBound, from + 1)
      if found.isEmpty { continue }
      try body(scalars[start..<found.lowerBound], fit)
      start = found.upperBound
    }
    try body(scalars[start...], nil)
  }
}
