extension Semantics {
  /// Functions of ranges and points; nothing yet.
  ///
  /// Source: DMN 1.5, 10.3.4.6.
  func onRanges(_ builtin: Builtin, _ arguments: [Value]) -> Value? { nil }
}
