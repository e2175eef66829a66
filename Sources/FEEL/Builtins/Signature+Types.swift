extension Signature.Kind {
  /// The type that a value for the parameter belongs to; any where there are several.
  var type: Type {
    switch self {
    case .any, .point, .amount, .day, .moment, .duration, .separator: .any
    case .number: .number
    case .string: .string
    case .boolean: .boolean
    case .list: .list(.any)
    case .numbers: .list(.number)
    case .strings: .list(.string)
    case .booleans: .list(.boolean)
    case .function: .function
    case .context: .context([])
    case .range: .range(.any)
    case .date: .date
    case .time: .time
    case .dateTime: .dateTime
    }
  }
}

extension Signature {
  /// What the function takes and gives when it is called with a number of arguments.
  func type(taking count: Int) -> FunctionType {
    let kinds = (0..<count).map { parameters[min($0, parameters.count - 1)].kind }
    return FunctionType(kinds.map(\.type), gives: result.type)
  }
}

extension Signature.Result {
  /// The type that the function's value belongs to; any where it depends on the arguments.
  var type: Type {
    switch self {
    case .any, .first, .element, .duration: .any
    case .number: .number
    case .string: .string
    case .boolean: .boolean
    case .strings: .list(.string)
    case .numbers: .list(.number)
    case .list, .lists: .list(.any)
    case .context: .context([])
    case .range: .range(.any)
    case .date: .date
    case .time: .time
    case .dateTime: .dateTime
    case .monthsDuration: .monthsDuration
    }
  }
}
