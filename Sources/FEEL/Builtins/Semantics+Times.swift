extension Semantics {
  /// Functions that make dates, times and durations, and ask about them.
  ///
  /// Source: DMN 1.5, 10.3.4.1 and 10.3.4.8.
  func onTimes(_ builtin: Builtin, _ arguments: [Value], _ zones: ZoneTable) -> Value? {
    guard let first = arguments.first else { return nil }
    switch builtin {
    case .date where arguments.count == 3: return day(arguments)
    case .date: return arguments.count == 1 ? day(first) : nil
    case .time: return arguments.count >= 3 ? clock(arguments) : clock(first, zones)
    case .dateAndTime:
      return arguments.count == 2 ? moment(first, arguments[1]) : moment(first, zones)
    case .duration:
      guard case .string(let text) = first else { return nil }
      return MonthsDuration(text).map(Value.monthsDuration)
        ?? DaysDuration(text).map(Value.daysDuration) ?? unreadable(text, "a duration")
    case .yearsAndMonthsDuration:
      guard arguments.count == 2, let from = first.day, let to = arguments[1].day else {
        return nil
      }
      return .monthsDuration(MonthsDuration(from: from, to: to))
    case .dayOfYear: return first.day.map { .number(Number($0.dayOfYear)) }
    case .weekOfYear: return first.day.map { .number(Number($0.weekOfYear)) }
    case .dayOfWeek: return first.day.map { .string(Semantics.weekdays[$0.weekday - 1]) }
    case .monthOfYear: return first.day.map { .string(Semantics.months[$0.month - 1]) }
    default: return nil
    }
  }

  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private func unreadable(
    _ text: String, _ kind: Wording, _ zones: ZoneTable = .universal
  ) -> Value {
    if let name = zones.missingName(in: text) {
      return failure("there is no time zone \(Value.quoted(name))")
    }
    return failure("\(Value.quoted(text)) is not \(kind)")
  }

  private func day(_ value: Value) -> Value? {
    if case .string(let text) = value {
      return CalendarDate(text).map(Value.date) ?? unreadable(text, "a date")
    }
    return value.day.map(Value.date)
  }

  private func day(_ parts: [Value]) -> Value? {
    guard case .number(let year) = parts[0], case .number(let month) = parts[1],
      case .number(let day) = parts[2]
    else { return nil }
    guard let year = year.asInt, let month = month.asInt, let day = day.asInt,
      let date = CalendarDate(year: year, month: month, day: day)
    else { return failure("the calendar has no such day") }
    return .date(date)
  }

  private func clock(_ value: Value, _ zones: ZoneTable) -> Value? {
    switch value {
    case .string(let text):
      return ClockTime(text, zones: zones).map(Value.time) ?? unreadable(text, "a time", zones)
    case .time: return value
    case .dateTime(let moment): return .time(moment.time)
    case .date: return ClockTime(secondOfDay: .zero, zone: .utc).map(Value.time)
    default: return nil
    }
  }

  private func clock(_ parts: [Value]) -> Value? {
    guard case .number(let hour) = parts[0], case .number(let minute) = parts[1],
      case .number(let second) = parts[2]
    else { return nil }
    var zone: Zone?
    if parts.count > 3, case .daysDuration(let offset) = parts[3],
      let seconds = offset.seconds.asInt
    {
      zone = .offset(seconds)
    }
    guard let hour = hour.asInt, let minute = minute.asInt,
      let time = ClockTime(hour: hour, minute: minute, second: second, zone: zone)
    else { return failure("the day has no such time") }
    return .time(time)
  }

  private func moment(_ value: Value, _ zones: ZoneTable) -> Value? {
    switch value {
    case .string(let text):
      return DateTime(text, zones: zones).map(Value.dateTime)
        ?? unreadable(text, "a date with time", zones)
    case .dateTime: return value
    case .date(let day): return DateTime(midnightUTC: day).map(Value.dateTime)
    default: return nil
    }
  }

  private func moment(_ day: Value, _ time: Value) -> Value? {
    guard let day = day.day, case .time(let time) = time else { return nil }
    return .dateTime(DateTime(day, time))
  }
}

extension Value {
  /// The day of a date, or of a date with time.
  var day: CalendarDate? {
    switch self {
    case .date(let day): day
    case .dateTime(let moment): moment.date
    default: nil
    }
  }
}
