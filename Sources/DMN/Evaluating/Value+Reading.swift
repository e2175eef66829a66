package import FEEL

extension Value {
  /// A value in which texts stand for dates, times and durations, as one of a type: where the type
  /// asks for a date, a text that is one becomes it, and so on in lists and contexts.
  ///
  /// What does not fit stays as it is.
  package func read(as type: Type) -> Value {
    switch (self, type) {
    case (.string(let text), _): Value(text, as: type) ?? self
    case (.list(let items), .list(let element)): .list(items.map { $0.read(as: element) })
    case (.list(let items), _): .list(items.map { $0.read(as: type) })
    case (_, .list(let element)): read(as: element)
    case (.context(let context), .context(let entries)):
      .context(
        Context(
          zip(context.names, context.values).map { name, value in
            let entry = entries.first { $0.name == name }
            return (name, value.read(as: entry?.type ?? .any))
          }))
    default: self
    }
  }

  private init?(_ text: String, as type: Type) {
    let value: Value? =
      switch type {
      case .date: CalendarDate(text).map(Value.date)
      case .time: ClockTime(text).map(Value.time)
      case .dateTime: DateTime(text).map(Value.dateTime)
      case .daysDuration: DaysDuration(text).map(Value.daysDuration)
      case .monthsDuration: MonthsDuration(text).map(Value.monthsDuration)
      default: nil
      }
    guard let value else { return nil }
    self = value
  }
}
