extension Type {
  /// Whether the value may turn out to be of any type.
  var isOpen: Bool { self == .any || self == .null }

  var isNumber: Bool {
    if case .number = self { return true }
    return false
  }

  var isList: Bool {
    if case .list = self { return true }
    return false
  }

  var isFunction: Bool {
    if case .function = self { return true }
    return false
  }

  var isDuration: Bool { self == .daysDuration || self == .monthsDuration }

  /// The unit of a number, nil for one that is not stated and for all other types.
  var unit: UnitOfMeasure? {
    if case .number(let unit) = self { return unit }
    return nil
  }

  /// Whether `=` has a meaning for the two, disregarding units.
  func equates(with other: Type) -> Bool {
    switch (self, other) {
    case (.any, _), (_, .any), (.null, _), (_, .null), (.number, .number): true
    case (.context, .context), (.function, .function), (.symbol, .string), (.string, .symbol): true
    case (.date, .dateTime), (.dateTime, .date): true
    case (.list(let a), .list(let b)), (.range(let a), .range(let b)): a.equates(with: b)
    case (.record(let a, _), .record(let b, _)): a == b
    default: self == other
    }
  }

  /// Whether `<` has a meaning for the two, disregarding units.
  func orders(with other: Type) -> Bool {
    switch (self, other) {
    case (.any, _), (.null, _): other.isOrdered
    case (_, .any), (_, .null): isOrdered
    case (.number, .number), (.date, .dateTime), (.dateTime, .date): true
    default: self == other && isOrdered
    }
  }

  private var isOrdered: Bool {
    switch self {
    case .boolean, .list, .context, .range, .function, .record: false
    default: true
    }
  }
}

extension Value {
  /// What is known of the type of a value that stands in an expression.
  var type: Type {
    switch self {
    case .null: .null
    case .unknown, .perhaps: .any
    case .boolean: .boolean
    case .number: .number
    case .string: .string
    case .date: .date
    case .time: .time
    case .dateTime: .dateTime
    case .daysDuration: .daysDuration
    case .monthsDuration: .monthsDuration
    case .list: .list(.any)
    case .context: .any
    case .range: .range(.any)
    case .function: .function
    case .record(let record): .record(Int(record.type), via: [])
    case .symbol(let symbol): .symbol(scale: Int(symbol.scale))
    }
  }
}
