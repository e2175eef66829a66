/// Why something could not be done at all, in plain words.
///
/// What is wrong with single records never throws: it is part of the result.
public struct MeritError: Error, Hashable, Sendable, CustomStringConvertible {
  /// One or more sentences for a person, in English.
  public let message: String

  /// Creates an error.
  public init(_ message: String) { self.message = message }

  /// The message.
  public var description: String { message }
}
