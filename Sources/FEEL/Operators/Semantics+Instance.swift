extension Semantics {
  /// Whether a value belongs to a type; null belongs to none but `Null` and not to `Any`.
  ///
  /// Source: DMN 1.5, 10.3.2.9.3 and table 51.
  func instance(_ value: Value, of type: Type) -> Value {
    if value.unknown != nil { return value }
    return .boolean(Semantics.belongs(value, to: type))
  }

  /// Whether a value that is there belongs to a type; null inside it does to all.
  static func belongs(_ value: Value, to type: Type) -> Bool {
    switch (value, type) {
    case (.null, .null): true
    case (.null, _): false
    case (_, .any), (.boolean, .boolean), (.number, .number), (.string, .string): true
    case (.date, .date), (.time, .time), (.dateTime, .dateTime): true
    case (.daysDuration, .daysDuration), (.monthsDuration, .monthsDuration): true
    case (.function(let function), .function(let wanted)):
      wanted.map { function.conforms(to: $0) } ?? true
    case (.list(let items), .list(let element)):
      element == .any || items.allSatisfy { conforms($0, to: element) }
    case (.context(let context), .context(let entries)):
      entries.allSatisfy { entry in
        context[entry.name].map { conforms($0, to: entry.type) } ?? false
      }
    case (.range(let range), .range(let end)):
      [range.lower, range.upper].compactMap(\.self).allSatisfy { conforms($0, to: end) }
    case (.record(let record), .record(let index, _)): Int(record.type) == index
    case (.symbol(let symbol), .symbol(let scale)): Int(symbol.scale) == scale
    default: false
    }
  }
}
