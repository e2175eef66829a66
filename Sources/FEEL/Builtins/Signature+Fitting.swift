extension Semantics {
  /// The arguments as the first form of a function that fits takes them; nil if none does.
  ///
  /// Arguments are converted as everywhere: one value to the list of it, a list of one element to the
  /// element, a date to its midnight. Only the standard semantics converts; the strict one leaves
  /// arguments as they are.
  ///
  /// Source: DMN 1.5, 10.3.2.9.4 and 10.3.4.
  func fitted(_ builtin: Builtin, _ arguments: [Value]) -> [Value]? {
    guard self == .standard else { return arguments }
    for form in builtin.signatures where form.accepts(arguments.count) {
      if let fitted = form.fitted(arguments) { return fitted }
    }
    return nil
  }
}

extension Signature {
  fileprivate func fitted(_ arguments: [Value]) -> [Value]? {
    var fitted: [Value] = []
    for (index, argument) in arguments.enumerated() {
      guard let parameter = index < parameters.count ? parameters[index] : parameters.last,
        let value = isElement(parameter, argument) ? argument : parameter.fitted(argument)
      else { return nil }
      fitted.append(value)
    }
    return fitted
  }
}

extension Signature {
  /// Whether an argument is null in the place of an element, where the function itself looks at it.
  private func isElement(_ parameter: Parameter, _ argument: Value) -> Bool {
    isVariadic && argument.isNull && parameter.kind != .list
  }
}

extension Signature.Parameter {
  fileprivate func fitted(_ argument: Value) -> Value? {
    if argument.isNull { return isOptional || kind.acceptsNull ? argument : nil }
    if kind.holds(argument) { return argument }
    if case .list(let items) = argument {
      guard items.count == 1, !items[0].isNull, kind.holds(items[0]) else { return nil }
      return items[0]
    }
    switch (kind, argument) {
    case (.list, _), (.numbers, _), (.strings, _), (.booleans, _): return .list([argument])
    case (.dateTime, .date(let day)): return DateTime(midnightUTC: day).map(Value.dateTime)
    default: return nil
    }
  }
}

extension Signature.Kind {
  /// Whether null is an argument like any other.
  var acceptsNull: Bool { self == .any || self == .separator }

  /// Whether a value that is there is of this kind; of lists, only that they are lists.
  fileprivate func holds(_ value: Value) -> Bool {
    switch (self, value) {
    case (.any, _), (.number, .number), (.string, .string), (.separator, .string): true
    case (.boolean, .boolean), (.function, .function), (.context, .context), (.range, .range): true
    case (.list, .list), (.numbers, .list), (.strings, .list), (.booleans, .list): true
    case (.date, .date), (.time, .time), (.dateTime, .dateTime): true
    case (.duration, .daysDuration), (.duration, .monthsDuration): true
    case (.amount, .number), (.amount, .daysDuration), (.amount, .monthsDuration): true
    case (.day, .date), (.day, .dateTime): true
    case (.moment, .string), (.moment, .date), (.moment, .time), (.moment, .dateTime): true
    case (.point, _): value.isPoint
    default: false
    }
  }
}

extension Value {
  /// Whether the value can lie in a range.
  var isPoint: Bool {
    switch self {
    case .number, .string, .date, .time, .dateTime, .daysDuration, .monthsDuration, .symbol: true
    default: false
    }
  }
}
