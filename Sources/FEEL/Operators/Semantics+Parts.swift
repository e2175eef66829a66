extension Semantics {
  /// An entry of a context, or a part of a date, a time, a duration or a range; of a list, that of
  /// every element.
  ///
  /// Source: DMN 1.5, tables 65 and 66.
  func part(_ name: String, of value: Value) -> Value {
    switch value {
    case .unknown: return value
    case .perhaps(let inner, let unknown): return part(name, of: inner).doubted(by: unknown)
    case .list(let items): return .list(items.map { part(name, of: $0) })
    case .context(let context):
      return context[name] ?? failure("there is no entry \(Value.quoted(name))")
    case .range(let range):
      return part(name, of: range) ?? noPart(name, value)
    case .daysDuration(let duration): return part(name, of: duration) ?? noPart(name, value)
    case .monthsDuration(let duration):
      switch name {
      case "years": return .number(Number(duration.parts.years))
      case "months": return .number(Number(duration.parts.months))
      default: return noPart(name, value)
      }
    default: return partOfTime(name, of: value) ?? noPart(name, value)
    }
  }

  private func noPart(_ name: String, _ value: Value) -> Value {
    failure("\(value.kindInWords) has no part \(Value.quoted(name))")
  }

  private func part(_ name: String, of range: ValueRange) -> Value? {
    switch name {
    case "start": range.lower ?? .null
    case "end": range.upper ?? .null
    case "start included": .boolean(range.lowerClosed)
    case "end included": .boolean(range.upperClosed)
    default: nil
    }
  }

  private func part(_ name: String, of duration: DaysDuration) -> Value? {
    let parts = duration.parts
    return switch name {
    case "days": .number(parts.days)
    case "hours": .number(Number(parts.hours))
    case "minutes": .number(Number(parts.minutes))
    case "seconds": .number(parts.seconds)
    default: nil
    }
  }

  private func partOfTime(_ name: String, of value: Value) -> Value? {
    if let day = value.day {
      switch name {
      case "year": return .number(Number(day.year))
      case "month": return .number(Number(day.month))
      case "day": return .number(Number(day.day))
      case "weekday": return .number(Number(day.weekday))
      default: break
      }
    }
    let time: ClockTime
    switch value {
    case .time(let own): time = own
    case .dateTime(let moment): time = moment.time
    default: return nil
    }
    switch name {
    case "hour": return .number(Number(time.hour))
    case "minute": return .number(Number(time.minute))
    case "second": return .number(time.second)
    case "timezone":
      guard case .named(let zone)? = time.zone else { return .null }
      return .string(zone.name)
    case "time offset":
      return offset(of: value).map { .daysDuration(DaysDuration(seconds: Number($0))) } ?? .null
    default: return nil
    }
  }

  /// The seconds ahead of UTC; nil without a zone, or if they depend on a day that is not known.
  private func offset(of value: Value) -> Int? {
    switch value {
    case .time(let time): time.zone?.fixedOffset
    case .dateTime(let moment): moment.offset
    default: nil
    }
  }
}
