extension Type {
  /// What a value of the type is called in messages.
  public var inWords: Wording {
    switch self {
    case .any: "any value"
    case .null: "null"
    case .boolean: "true or false"
    case .number(let unit): unit.map { "a number of \($0.description)" } ?? "a number"
    case .string: "a text"
    case .date: "a date"
    case .time: "a time"
    case .dateTime: "a date and time"
    case .daysDuration: "a duration in days"
    case .monthsDuration: "a duration in months"
    case .list(let element): "a list (\(element.inWords))"
    case .context: "a context"
    case .range: "a range"
    case .function: "a function"
    case .record: "a record"
    case .symbol: "a level"
    }
  }
}
