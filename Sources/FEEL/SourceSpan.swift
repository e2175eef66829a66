/// A stretch of one text, as UTF-8 offsets.
///
/// `lower` is the offset of the first byte, `upper` the offset after the last one. Which text is
/// meant is known from the context: an expression, or the file of a pack.
public struct SourceSpan: Hashable, Sendable {
  /// The offset of the first byte.
  public let lower: Int
  /// The offset after the last byte; never less than `lower`.
  public let upper: Int

  /// Creates a span.
  ///
  /// - Precondition: `0 <= lower && lower <= upper`.
  public init(_ lower: Int, _ upper: Int) {
    precondition(0 <= lower && lower <= upper, "a span from \(lower) to \(upper) has no meaning")
    self.lower = lower
    self.upper = upper
  }

  /// The smallest span that covers this one and `other`.
  public func union(_ other: SourceSpan) -> SourceSpan {
    SourceSpan(min(lower, other.lower), max(upper, other.upper))
  }
}
