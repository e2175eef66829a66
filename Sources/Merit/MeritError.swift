internal import FEEL

/// Why something could not be done at all, in plain words.
///
/// What is wrong with single records never throws: it is part of the result.
public struct MeritError: Error, Hashable, Sendable, CustomStringConvertible {
  /// One or more sentences for a person, in English.
  public let message: String

  /// Creates an error.
  public init(_ message: String) { self.message = message }

  /// A complaint about a name that is not known, with what to write in its place.
  init(_ complaint: String, unknown name: String, among names: [String]) {
    let nearest = nearestName(to: name, among: names).map { "'\($0)'" }
    let remedy = nearest ?? names.joined(separator: ", ")
    message = remedy.isEmpty ? complaint : "\(complaint); write \(remedy)"
  }

  /// The message.
  public var description: String { message }
}
