extension Resolver {
  mutating func arithmetic(
    _ kind: ArithmeticOperator, _ left: Node, _ right: Node, _ span: SourceSpan
  ) -> Node {
    checkSpecial(kind, left, right)
    guard let result = kind.result(left.type, right.type) else {
      complain(
        kind.mismatch(left.type, right.type), span,
        remedy: Resolver.remedy(adding: left.type, right.type, kind))
      return make(.arithmetic(kind, left, right), span, .any)
    }
    guard case .number = result, left.type.isNumber, right.type.isNumber else {
      return make(.arithmetic(kind, left, right), span, result)
    }
    if kind == .add || kind == .subtract {
      units(left.type, right.type, kind == .add ? "be added" : "be subtracted", span)
    }
    let unit = Resolver.unit(kind, left, right)
    return make(.arithmetic(kind, left, right), span, .number(unit: unit))
  }

  /// Reports null operands, divisions by zero and powers that would not be exact.
  private mutating func checkSpecial(_ kind: ArithmeticOperator, _ left: Node, _ right: Node) {
    for operand in [left, right] where operand.isNullLiteral {
      complain(
        "nothing can be computed with null", operand.span, remedy: "compare it with '= null'")
    }
    if kind == .divide, case .literal(.number(let divisor)) = right.kind, divisor.isZero {
      complain("nothing can be divided by zero", right.span)
    }
    if kind == .power, right.wholeNumber == nil {
      complain(
        "a power may not reach a score unless its exponent is a whole number written here",
        right.span, remedy: "multiply instead")
    }
  }

  private static func remedy(
    adding left: Type, _ right: Type, _ kind: ArithmeticOperator
  ) -> Wording? {
    switch (left, right) {
    case (.string, _) where kind == .add && !right.isList: "make it a text with 'string(…)'"
    case (_, .string) where kind == .add && !left.isList: "make it a text with 'string(…)'"
    case (.date, .number), (.number, .date), (.dateTime, .number):
      "write a duration, as in @\"P3D\""
    case (.daysDuration, .number), (.number, .daysDuration): "write '.days' behind the duration"
    case (.list, .number), (.number, .list): "take the sum, or go through the list with 'for'"
    default: nil
    }
  }

  /// The unit of a result; nil where it is not known.
  ///
  /// Numbers written in the expression have no unit of their own: twice as many points are points.
  /// A value whose unit is not stated may have any, so that nothing is known of its products.
  private static func unit(
    _ kind: ArithmeticOperator, _ left: Node, _ right: Node
  ) -> UnitOfMeasure? {
    let (a, b) = (left.type.unit, right.type.unit)
    switch kind {
    case .add, .subtract: return a == nil ? b : b == nil || a == b ? a : nil
    case .multiply:
      if let a, let b { return a.multiplied(by: b) }
      return right.isPlainNumber ? a : left.isPlainNumber ? b : nil
    case .divide:
      if let a, let b { return a.divided(by: b) }
      return right.isPlainNumber ? a : nil
    case .power:
      guard let a, let exponent = right.wholeNumber, 1...100 ~= exponent.magnitude else {
        return nil
      }
      let power = (0..<Int(exponent.magnitude)).reduce(UnitOfMeasure.ratio) { power, _ in
        power.multiplied(by: a)
      }
      return exponent > 0 ? power : UnitOfMeasure.ratio.divided(by: power)
    }
  }
}

extension Node {
  /// The whole number that is written here, with its sign.
  fileprivate var wholeNumber: Int? {
    switch kind {
    case .literal(.number(let number)): number.asInt
    case .negate(let operand): operand.wholeNumber.map { 0 &- $0 }
    default: nil
    }
  }
}

extension ArithmeticOperator {
  /// The type of the result; nil if the operator has no meaning for the operands.
  ///
  /// Source: DMN 1.5, tables 56 to 60.
  func result(_ left: Type, _ right: Type) -> Type? {
    if left.isOpen || right.isOpen { return openResult(left, right) }
    if left.isNumber, right.isNumber { return .number }
    switch self {
    case .add:
      if left == .string, right == .string { return .string }
      return ArithmeticOperator.moved(left, right) ?? ArithmeticOperator.moved(right, left)
    case .subtract: return difference(left, right)
    case .multiply:
      if left.isDuration, right.isNumber { return left }
      return left.isNumber && right.isDuration ? right : nil
    case .divide:
      if left.isDuration, right.isNumber { return left }
      return left.isDuration && left == right ? .number(unit: .ratio) : nil
    case .power: return nil
    }
  }

  private func difference(_ left: Type, _ right: Type) -> Type? {
    switch (left, right) {
    case (.date, .date), (.dateTime, .dateTime), (.date, .dateTime), (.dateTime, .date),
      (.time, .time):
      .daysDuration
    default: right.isDuration ? ArithmeticOperator.moved(left, right) : nil
    }
  }

  private static func moved(_ start: Type, _ step: Type) -> Type? {
    switch (start, step) {
    case (.daysDuration, .daysDuration), (.monthsDuration, .monthsDuration): start
    case (.date, .daysDuration), (.date, .monthsDuration), (.dateTime, .daysDuration),
      (.dateTime, .monthsDuration), (.time, .daysDuration):
      start
    default: nil
    }
  }

  /// The type where one operand may be anything.
  private func openResult(_ left: Type, _ right: Type) -> Type? {
    let known = left.isOpen ? right : left
    switch known {
    case .any, .null: return .any
    case .number:
      return self == .multiply || self == .divide && left.isOpen ? .any : .number
    case .string: return self == .add ? .string : nil
    case .date, .time, .dateTime: return self == .add || self == .subtract ? .any : nil
    case .daysDuration, .monthsDuration: return self == .power ? nil : .any
    default: return nil
    }
  }

  /// What is said of operands that the operator has no meaning for.
  fileprivate func mismatch(_ left: Type, _ right: Type) -> Wording {
    let (a, b) = (left.inWords, right.inWords)
    return switch self {
    case .add: "\(a) and \(b) cannot be added"
    case .subtract: "\(b) cannot be subtracted from \(a)"
    case .multiply: "\(a) and \(b) cannot be multiplied"
    case .divide: "\(a) cannot be divided by \(b)"
    case .power: "\(a) has no power with \(b)"
    }
  }
}
