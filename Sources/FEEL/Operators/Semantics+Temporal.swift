extension Semantics {
  /// The arithmetic of dates, times and durations; nil for operands it has no meaning for.
  ///
  /// Source: DMN 1.5, tables 57 to 60.
  func temporalArithmetic(_ kind: ArithmeticOperator, _ left: Value, _ right: Value) -> Value? {
    switch kind {
    case .add: return moved(left, by: right) ?? moved(right, by: left)
    case .subtract:
      if let difference = difference(left, right) { return difference }
      guard let opposite = temporalNegation(right) else { return nil }
      return moved(left, by: opposite)
    case .multiply: return scaled(left, right) ?? scaled(right, left)
    case .divide: return divided(left, right)
    case .power: return nil
    }
  }

  /// The duration with the other sign, nil for other values.
  func temporalNegation(_ value: Value) -> Value? {
    switch value {
    case .daysDuration(let duration): .daysDuration(-duration)
    case .monthsDuration(let duration): .monthsDuration(-duration)
    default: nil
    }
  }

  private var outOfRange: Value { failure("the date is out of range") }

  private func moved(_ start: Value, by step: Value) -> Value? {
    switch (start, step) {
    case (.daysDuration(let a), .daysDuration(let b)): .daysDuration(a + b)
    case (.monthsDuration(let a), .monthsDuration(let b)):
      a.adding(b).map(Value.monthsDuration) ?? outOfRange
    case (.date(let day), .daysDuration(let step)):
      day.adding(step).map(Value.date) ?? outOfRange
    case (.date(let day), .monthsDuration(let step)):
      day.adding(step).map(Value.date) ?? outOfRange
    case (.dateTime(let moment), .daysDuration(let step)):
      moment.adding(step).map(Value.dateTime) ?? outOfRange
    case (.dateTime(let moment), .monthsDuration(let step)):
      moment.adding(step).map(Value.dateTime) ?? outOfRange
    case (.time(let time), .daysDuration(let step)): .time(time.adding(step))
    default: nil
    }
  }

  private func difference(_ left: Value, _ right: Value) -> Value? {
    switch (left, right) {
    case (.date(let a), .date(let b)): .daysDuration(a.since(b))
    case (.time(let a), .time(let b)): duration(a.since(b))
    case (.dateTime, .dateTime), (.dateTime, .date), (.date, .dateTime):
      duration(momentDifference(left, right))
    default: nil
    }
  }

  private func duration(_ duration: DaysDuration?) -> Value {
    duration.map(Value.daysDuration) ?? failure("one of the times has no time zone")
  }

  private func momentDifference(_ left: Value, _ right: Value) -> DaysDuration? {
    guard let a = left.moment, let b = right.moment else { return nil }
    return a.since(b)
  }

  private func scaled(_ duration: Value, _ factor: Value) -> Value? {
    guard case .number(let factor) = factor else { return nil }
    return switch duration {
    case .daysDuration(let length): .daysDuration(length * factor)
    case .monthsDuration(let length):
      length.multiplied(by: factor).map(Value.monthsDuration) ?? outOfRange
    default: nil
    }
  }

  private func divided(_ left: Value, _ right: Value) -> Value? {
    let zero = failure("division by zero")
    return switch (left, right) {
    case (.daysDuration(let a), .number(let b)): a.divided(by: b).map(Value.daysDuration) ?? zero
    case (.daysDuration(let a), .daysDuration(let b)): a.divided(by: b).map(number) ?? zero
    case (.monthsDuration(let a), .number(let b)):
      a.divided(by: b).map(Value.monthsDuration) ?? (b.isZero ? zero : outOfRange)
    case (.monthsDuration(let a), .monthsDuration(let b)): a.divided(by: b).map(number) ?? zero
    default: nil
    }
  }

  /// The order of two values in time, nil for values that have none.
  ///
  /// In the standard semantics times have a resolution of seconds: what is below does not count.
  func temporalOrder(_ left: Value, _ right: Value) -> Order? {
    switch (left, right) {
    case (.date(let a), .date(let b)): Order(a, b)
    case (.time(let a), .time(let b)):
      resolved(a).since(resolved(b)).map { Order($0.seconds, .zero) }
    case (.daysDuration(let a), .daysDuration(let b)): Order(a, b)
    case (.monthsDuration(let a), .monthsDuration(let b)): Order(a, b)
    case (.dateTime, .dateTime), (.dateTime, .date), (.date, .dateTime):
      momentDifference(resolved(left), resolved(right)).map { Order($0.seconds, .zero) }
    default: nil
    }
  }

  private func resolved(_ time: ClockTime) -> ClockTime {
    self == .standard ? time.withoutFraction : time
  }

  private func resolved(_ value: Value) -> Value {
    guard case .dateTime(let moment) = value else { return value }
    return .dateTime(DateTime(moment.date, resolved(moment.time)))
  }

  /// Whether two times are equal where no order exists, nil for other values.
  func temporallyEqual(_ left: Value, _ right: Value) -> Bool? {
    switch (left, right) {
    case (.time(let a), .time(let b)) where a.since(b) == nil: a == b
    case (.dateTime(let a), .dateTime(let b)) where a.since(b) == nil: a == b
    default: nil
    }
  }
}

extension Value {
  /// The moment that a date with time is, or midnight of a date in universal time.
  fileprivate var moment: DateTime? {
    switch self {
    case .dateTime(let moment): moment
    case .date(let day): DateTime(midnightUTC: day)
    default: nil
    }
  }

  /// A date, time or duration in ISO 8601, empty for other values.
  var temporalText: String {
    switch self {
    case .date(let day): day.description
    case .time(let time): time.description
    case .dateTime(let moment): moment.description
    case .daysDuration(let duration): duration.description
    case .monthsDuration(let duration): duration.description
    default: ""
    }
  }

  /// Reads a date, time or duration in ISO 8601, nil for other texts and for zones that are not in
  /// the table.
  init?(temporal text: String, zones: ZoneTable) {
    if let day = CalendarDate(text) {
      self = .date(day)
    } else if let time = ClockTime(text, zones: zones) {
      self = .time(time)
    } else if let moment = DateTime(text, zones: zones) {
      self = .dateTime(moment)
    } else if let duration = MonthsDuration(text) {
      self = .monthsDuration(duration)
    } else if let duration = DaysDuration(text) {
      self = .daysDuration(duration)
    } else {
      return nil
    }
  }
}
