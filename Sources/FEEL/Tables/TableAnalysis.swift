/// What can be said of a decision table before any record is read: inputs without a row, rows that
/// contradict each other, and rows that are never the result.
///
/// The inputs are taken to be independent of each other, and to have any value of their kind that is
/// allowed. Nothing is sampled: what is found is so, and what is not found is not there, except for
/// what `unproven` names.
public struct TableAnalysis: Sendable {
  /// Something that is wrong with a table, with an example.
  public struct Finding: Hashable, Sendable {
    /// What is wrong.
    public enum Kind: String, Hashable, Sendable {
      /// No row holds, and there is no default.
      case gap
      /// Two rows hold, and only one may.
      case overlap
      /// Two rows hold, and their outputs differ.
      case conflict
      /// The row is never the result, because others come before it wherever it holds.
      case masked
      /// The row never holds.
      case unreachable
      /// The row gives a value that is not allowed.
      case output
    }

    /// What is wrong.
    public let kind: Kind
    /// The rows, from 0: the one that the finding is about, then those that it is held against.
    public let rows: [Int]
    /// The input, or for `output` the output, that the finding is about.
    public let column: Int?
    /// Values of the inputs for which it shows; nil for an input that does not matter.
    public let example: [Value?]
  }

  /// Something that could not be proven.
  public enum Unproven: Hashable, Sendable {
    /// What a row does, because a test of it is not a comparison with constants.
    case row(Int, input: Int)
    /// What a row gives, because an output is not constant.
    case output(Int)
    /// Which values of an input are allowed.
    case allowed(input: Int)
    /// That a row holds for these values, because it depends on rows that are not simple.
    case gap([Value?])
    /// Anything that was not found: the table has too many combinations.
    case bound
  }

  /// The most findings that are kept of one table.
  public static let limit = 50

  /// What is wrong, by kind and row.
  public let findings: [Finding]
  /// Whether there are more findings than are kept.
  public let hasMore: Bool
  /// What was not proven; if this is empty, everything else is right.
  public let unproven: [Unproven]

  /// Looks at a table.
  ///
  /// - Parameters:
  ///   - table: The table of a node of kind `decide`.
  ///   - semantics: The semantics in which it was resolved.
  ///   - scales: The scales of its schema.
  ///   - global: The value of a global, if it is known before any record is read.
  ///   - bounds: The range in which all values of an input lie, if there is one beside the allowed
  ///     values of the table.
  /// - Complexity: bounded; for two inputs O(rows²), for more the number of combinations of values
  ///   between which the rows that are possible change.
  public init(
    _ table: ResolvedTable, semantics: Semantics, scales: [Schema.Scale] = [],
    global: @escaping @Sendable (Int) -> Value? = { _ in nil },
    bounds: (Node) -> ValueRange? = { _ in nil }
  ) {
    let constants = Constants(semantics, global: global)
    var review = TableReview(table, constants, scales, bounds)
    review.lookAtRows()
    review.lookAtPairs()
    review.lookAtOrder()
    findings = review.findings
    hasMore = review.hasMore
    unproven = review.unproven
  }
}

extension Program {
  /// What can be said of each decision table in the program, in the order in which they stand.
  public func analyses(
    scales: [Schema.Scale] = [], global: @escaping @Sendable (Int) -> Value? = { _ in nil }
  ) -> [TableAnalysis] {
    var found: [TableAnalysis] = []
    root.forEach { node in
      guard case .decide(let table) = node.kind else { return }
      found.append(TableAnalysis(table, semantics: semantics, scales: scales, global: global))
    }
    return found
  }
}
