/// A diagnostic together with the text that its span points into.
public struct Problem: Error, Hashable, Sendable {
  /// The id of the text, as given when the text was declared.
  public let textID: Int
  /// What is wrong there.
  public let diagnostic: Diagnostic

  /// Creates a problem.
  public init(_ diagnostic: Diagnostic, in textID: Int) {
    self.diagnostic = diagnostic
    self.textID = textID
  }
}

/// All problems found in one go, sorted by text and place; never empty when thrown.
public struct Problems: Error, Sendable {
  /// The most problems that are collected; the rest would only hide the first ones.
  public static let limit = 100

  /// The problems, by text, then place, without repetitions.
  public let all: [Problem]

  /// Creates the collection: sorts, drops repetitions and everything over `limit`.
  public init(_ problems: [Problem]) {
    var seen: Set<Problem> = []
    let unique = problems.filter { seen.insert($0).inserted }
    let sorted = unique.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      let (p, q) = (a.diagnostic.span, b.diagnostic.span)
      return (a.textID, p.lower, p.upper, left.offset) < (b.textID, q.lower, q.upper, right.offset)
    }
    all = sorted.prefix(Problems.limit).map(\.element)
  }

  /// The problems that forbid using the text.
  public var errors: [Problem] { all.filter { $0.diagnostic.severity == .error } }
}
