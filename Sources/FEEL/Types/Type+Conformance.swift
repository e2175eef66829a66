extension Type {
  /// Whether every value of this type is one of `other`.
  ///
  /// Null conforms to all types and all to `Any`. A context may have more entries than it needs. A
  /// function may take more and give less than it needs.
  ///
  /// Source: DMN 1.5, 10.3.2.9.2, table 49.
  public func conforms(to other: Type) -> Bool {
    switch (self, other) {
    case (_, .any), (.null, _), (.number, .number): true
    case (.list(let a), .list(let b)), (.range(let a), .range(let b)): a.conforms(to: b)
    case (.context(let own), .context(let wanted)):
      wanted.allSatisfy { entry in
        own.contains { $0.name == entry.name && $0.type.conforms(to: entry.type) }
      }
    case (.function(let own?), .function(let wanted?)): own.conforms(to: wanted)
    case (.function, .function(nil)): true
    case (.record(let a, _), .record(let b, _)): a == b
    default: self == other
    }
  }
}

extension FunctionType {
  /// Whether a function of this type can stand where one of `other` is asked for.
  func conforms(to other: FunctionType) -> Bool {
    parameters.count == other.parameters.count && result.conforms(to: other.result)
      && zip(other.parameters, parameters).allSatisfy { $0.conforms(to: $1) }
  }
}
