/// How a pattern is read and matched.
///
/// Source: XPath functions and operators 3.1, section 5.6.2.
struct PatternFlags: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  /// `s`: a dot stands also for the end of a line.
  static let dotAll = PatternFlags(rawValue: 1)
  /// `m`: `^` and `$` stand at every line.
  static let lines = PatternFlags(rawValue: 2)
  /// `i`: upper and lower case are the same.
  static let anyCase = PatternFlags(rawValue: 4)
  /// `x`: spaces in the pattern do not count.
  static let spaced = PatternFlags(rawValue: 8)
  /// `q`: every character of the pattern stands for itself.
  static let literal = PatternFlags(rawValue: 16)
}

extension PatternFlags {
  /// Reads the letters; a letter may stand more than once.
  init(_ letters: String) throws(PatternProblem) {
    self = []
    for letter in letters.unicodeScalars {
      switch letter {
      case "s": insert(.dotAll)
      case "m": insert(.lines)
      case "i": insert(.anyCase)
      case "x": insert(.spaced)
      case "q": insert(.literal)
      default:
        let found = Value.quoted(String(Character(letter)))
        throw PatternProblem("\(found) is no flag; the flags are s, m, i, x and q")
      }
    }
  }
}
