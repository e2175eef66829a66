extension Type {
  /// The narrowest type of a value, as far as it can be told: that of the elements of a list, the
  /// entries of a context and the ends of a range included.
  ///
  /// Of an unknown value, and beyond 50 levels of nesting, it is `any`. Hosts use it for locals
  /// whose types nobody has declared, so that a misspelt entry is found before anything is computed.
  ///
  /// - Complexity: O(number of values inside).
  public init(of value: Value) { self.init(of: value, depth: 0) }

  private init(of value: Value, depth: Int) {
    guard depth < 50 else {
      self = .any
      return
    }
    switch value {
    case .list(let items): self = .list(Type.covering(items, depth))
    case .context(let context):
      self = .context(
        zip(context.names, context.values).map { ContextEntry($0, Type(of: $1, depth: depth + 1)) })
    case .range(let range):
      self = .range(Type.covering([range.lower, range.upper].compactMap(\.self), depth))
    default: self = value.type
    }
  }

  /// The type that covers several values; any for none.
  private static func covering(_ values: [Value], _ depth: Int) -> Type {
    var joined: Type?
    for value in values {
      let type = Type(of: value, depth: depth + 1)
      joined = joined?.joined(with: type) ?? type
      if joined == .any { break }
    }
    return joined ?? .any
  }
}
