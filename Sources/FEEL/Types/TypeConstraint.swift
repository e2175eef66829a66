/// What a value of a type must keep to besides, as tests that are not yet resolved.
///
/// Null keeps to everything.
///
/// Source: DMN 1.5, 7.3.3 (allowed values and type constraint of an item definition).
public indirect enum TypeConstraint: Hashable, Sendable {
  /// One of the tests is true of the value.
  case tests(Text)
  /// Every element of the list keeps to it.
  case elements(TypeConstraint)
  /// The entries of a context keep to them.
  case entries([Entry])
  /// The value keeps to all of them.
  case all([TypeConstraint])

  /// What an entry of a context must keep to.
  public struct Entry: Hashable, Sendable {
    /// The name of the entry.
    public let name: String
    /// What its value must keep to.
    public let constraint: TypeConstraint

    /// Creates an entry.
    public init(_ name: String, _ constraint: TypeConstraint) {
      self.name = name
      self.constraint = constraint
    }
  }
}
