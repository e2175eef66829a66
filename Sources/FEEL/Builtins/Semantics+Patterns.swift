extension Semantics {
  /// Functions of regular expressions.
  ///
  /// Source: DMN 1.5, 10.3.4.3.
  func onPatterns(
    _ builtin: Builtin, _ subject: String, _ pattern: String, _ arguments: [Value]
  ) -> Value? {
    failure("regular expressions are not part of this version")
  }
}
