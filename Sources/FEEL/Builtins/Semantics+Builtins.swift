extension Semantics {
  /// The meaning of a built-in function that needs nothing but its arguments; nil for the others.
  ///
  /// Arguments stand in the order of the parameters; those left out at the end are missing.
  ///
  /// - Parameters:
  ///   - zones: The time zones that a text may name.
  ///   - pattern: The pattern among the arguments, if it was read before.
  func call(
    _ builtin: Builtin, _ arguments: [Value], zones: ZoneTable = .universal,
    pattern: Pattern? = nil
  ) -> Value {
    if let causes = unknownArguments(builtin, arguments) { return .unknown(causes) }
    guard let fitted = fitted(builtin, arguments) else { return noMeaning(builtin, arguments) }
    let result =
      onNumbers(builtin, fitted) ?? onTexts(builtin, fitted) ?? onLists(builtin, fitted)
      ?? onTimes(builtin, fitted, zones) ?? onContexts(builtin, fitted)
      ?? onRanges(builtin, fitted, zones) ?? onPatterns(builtin, fitted, pattern)
    return result ?? noMeaning(builtin, arguments)
  }

  /// What a function gives for arguments that it has no meaning for.
  func noMeaning(_ builtin: Builtin, _ arguments: [Value]) -> Value {
    let kinds = arguments.map(\.kindInWords).joined(separator: ", ")
    return failure("'\(builtin.rawValue)' has no meaning for \(kinds)")
  }

  private func unknownArguments(_ builtin: Builtin, _ arguments: [Value]) -> Unknown? {
    guard builtin.seesUnknownElements else { return arguments.reduce(nil) { union($0, $1.causes) } }
    switch builtin {
    case .concatenate: return arguments.reduce(nil) { union($0, $1.unknown) }
    case .listContains, .append: return arguments.first?.unknown
    default: return arguments.count == 1 ? arguments[0].unknown : nil
    }
  }
}

extension Semantics {
  /// Functions of numbers.
  ///
  /// Source: DMN 1.5, 10.3.4.5.
  func onNumbers(_ builtin: Builtin, _ arguments: [Value]) -> Value? {
    if builtin == .number { return numberFromText(arguments) }
    if builtin == .abs { return arguments.first.flatMap(magnitude) }
    guard case .number(let first)? = arguments.first else { return nil }
    switch builtin {
    case .ceiling: return rounded(first, arguments, .ceiling)
    case .floor: return rounded(first, arguments, .floor)
    case .decimal: return rounded(first, arguments, .halfEven)
    case .roundUp: return rounded(first, arguments, .up)
    case .roundDown: return rounded(first, arguments, .down)
    case .roundHalfUp: return rounded(first, arguments, .halfUp)
    case .roundHalfDown: return rounded(first, arguments, .halfDown)
    case .modulo: return modulo(first, arguments)
    case .odd: return parity(first, odd: true)
    case .even: return parity(first, odd: false)
    case .sqrt: return inexact(first.squareRoot())
    case .exp: return inexact(first.exponential())
    case .log: return inexact(first.naturalLogarithm())
    default: return nil
    }
  }

  private func inexact(_ result: Number?) -> Value? {
    guard self == .standard else { return nil }
    return result.map(number) ?? failure("the result is not a number")
  }

  private func magnitude(_ value: Value) -> Value? {
    switch value {
    case .number(let number): .number(number.magnitude)
    case .daysDuration(let duration): .daysDuration(duration.magnitude)
    case .monthsDuration(let duration): .monthsDuration(duration.magnitude)
    default: nil
    }
  }

  private func rounded(_ number: Number, _ arguments: [Value], _ rule: RoundingRule) -> Value? {
    guard arguments.count > 1 else { return self.number(number.rounded(toPlaces: 0, rule)) }
    guard case .number(let scale) = arguments[1] else { return nil }
    guard let places = scale.rounded(toPlaces: 0, .down).asInt, -6111...6176 ~= places else {
      return failure("the number of places is out of range")
    }
    return self.number(number.rounded(toPlaces: places, rule))
  }

  private func modulo(_ dividend: Number, _ arguments: [Value]) -> Value? {
    guard arguments.count == 2, case .number(let divisor) = arguments[1] else { return nil }
    guard let quotient = dividend.divided(by: divisor) else { return failure("division by zero") }
    return number(dividend - divisor * quotient.floor)
  }

  private func parity(_ number: Number, odd: Bool) -> Value {
    guard number.isInteger, let half = number.divided(by: 2) else { return .boolean(false) }
    return .boolean(half.isInteger != odd)
  }

  private func numberFromText(_ arguments: [Value]) -> Value? {
    guard case .string(var text)? = arguments.first else { return nil }
    if arguments.count == 3 {
      let separators = [" ", ",", "."]
      if case .string(let grouping) = arguments[1] {
        guard separators.contains(grouping), arguments[1] != arguments[2] else { return nil }
        text = String(text.split(separator: grouping, omittingEmptySubsequences: false).joined())
      } else if !arguments[1].isNull {
        return nil
      }
      if case .string(let decimal) = arguments[2] {
        guard decimal == "," || decimal == "." else { return nil }
        text = String(text.map { String($0) == decimal ? "." : $0 })
      } else if !arguments[2].isNull {
        return nil
      }
    }
    return Number(text).map(number) ?? failure("the text \(Value.quoted(text)) is not a number")
  }
}
