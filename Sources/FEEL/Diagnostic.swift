/// A problem in a text that a person wrote, in that person's words, with its place and a way out.
///
/// The wording is not part of the interface; the span and the severity are.
public struct Diagnostic: Error, Hashable, Sendable {
  /// How much the problem weighs.
  public enum Severity: String, Hashable, Sendable {
    /// The text cannot be used.
    case error
    /// The text can be used, but is probably not what its author meant.
    case warning

    /// What the reader is told.
    public var inWords: Wording {
      switch self {
      case .error: "error"
      case .warning: "warning"
      }
    }
  }

  /// A further place that helps to understand the problem, such as an earlier declaration.
  public struct Note: Hashable, Sendable {
    /// What there is to see at `span`.
    public let message: Wording
    /// The place in the same text, if there is one.
    public let span: SourceSpan?

    /// Creates a note.
    public init(_ message: Wording, at span: SourceSpan? = nil) {
      self.message = message
      self.span = span
    }
  }

  /// How much the problem weighs.
  public let severity: Severity
  /// What is wrong: one sentence without a full stop, beginning in lower case.
  public let message: Wording
  /// The place that is wrong.
  public let span: SourceSpan
  /// What the author can do, as a phrase that follows the caret, such as `write 'quality'`.
  public let remedy: Wording?
  /// Further places.
  public let notes: [Note]

  /// Creates a diagnostic.
  public init(
    _ message: Wording, at span: SourceSpan, remedy: Wording? = nil, severity: Severity = .error,
    notes: [Note] = []
  ) {
    self.severity = severity
    self.message = message
    self.span = span
    self.remedy = remedy
    self.notes = notes
  }
}
