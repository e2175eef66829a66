extension Type {
  /// The type as an expression writes it after `instance of`, such as `list<number>`.
  ///
  /// Units and the relations of records are left out; records and symbols, whose names only a schema
  /// knows, are `Any`.
  ///
  /// Source: DMN 1.5, 10.3.1.2, rules 66 to 69.
  public var name: String {
    switch self {
    case .any, .record, .symbol: "Any"
    case .null: "Null"
    case .boolean: "boolean"
    case .number: "number"
    case .string: "string"
    case .date: "date"
    case .time: "time"
    case .dateTime: "date and time"
    case .daysDuration: "days and time duration"
    case .monthsDuration: "years and months duration"
    case .list(let element): "list<\(element.name)>"
    case .context(let entries):
      "context<\(entries.map { "\($0.name): \($0.type.name)" }.joined(separator: ", "))>"
    case .range(let end): "range<\(end.name)>"
    case .function(nil): "function"
    case .function(let type?):
      "function<\(type.parameters.map(\.name).joined(separator: ", "))> -> \(type.result.name)"
    }
  }
}
