extension Axis {
  /// A value at a position, nil if there is none: between two days that follow each other, say.
  func witness(at position: Int) -> Value? {
    if position % 2 == 1 { return points[position / 2] }
    let below = position == 0 ? nil : points[position / 2 - 1]
    let above = position / 2 < points.count ? points[position / 2] : nil
    switch kind {
    case .number: return number(below, above).map(Value.number)
    case .string: return text(below, above).map(Value.string)
    case .date: return day(below, above).map(Value.date)
    case .daysDuration: return seconds(below, above).map { .daysDuration(.init(seconds: $0)) }
    case .monthsDuration: return months(below, above).map { .monthsDuration(.init(months: $0)) }
    case .boolean, .symbol: return nil
    }
  }

  /// The next whole number if it fits, else the middle.
  private func number(_ below: Value?, _ above: Value?) -> Number? {
    var ends: (Number?, Number?)
    if case .number(let number)? = below { ends.0 = number }
    if case .number(let number)? = above { ends.1 = number }
    return Axis.between(ends.0, ends.1, step: 1)
  }

  private func seconds(_ below: Value?, _ above: Value?) -> Number? {
    var ends: (Number?, Number?)
    if case .daysDuration(let duration)? = below { ends.0 = duration.seconds }
    if case .daysDuration(let duration)? = above { ends.1 = duration.seconds }
    return Axis.between(ends.0, ends.1, step: 86_400)
  }

  private static func between(_ below: Number?, _ above: Number?, step: Number) -> Number? {
    guard let below else { return above.map { $0 - step } ?? 0 }
    guard let above else { return below + step }
    let next = step == 1 ? below.floor + step : below + step
    return next < above ? next : (below + above).divided(by: 2)
  }

  private func day(_ below: Value?, _ above: Value?) -> CalendarDate? {
    var ends: (CalendarDate?, CalendarDate?)
    if case .date(let day)? = below { ends.0 = day }
    if case .date(let day)? = above { ends.1 = day }
    guard let low = ends.0 else {
      return ends.1.map { $0.adding(days: -1) } ?? CalendarDate(year: 2000, month: 1, day: 1)
    }
    guard let next = low.adding(days: 1) else { return nil }
    return ends.1.map { next < $0 } ?? true ? next : nil
  }

  private func months(_ below: Value?, _ above: Value?) -> Int? {
    var ends: (Int?, Int?)
    if case .monthsDuration(let duration)? = below { ends.0 = duration.months }
    if case .monthsDuration(let duration)? = above { ends.1 = duration.months }
    guard let low = ends.0 else {
      guard let high = ends.1 else { return 0 }
      let (less, overflow) = high.subtractingReportingOverflow(1)
      return overflow || less == .min ? nil : less
    }
    let (next, overflow) = low.addingReportingOverflow(1)
    guard !overflow else { return nil }
    return ends.1.map { next < $0 } ?? true ? next : nil
  }

  /// A text beyond all that are named, if there is room for one.
  private func text(_ below: Value?, _ above: Value?) -> String? {
    var ends: (String?, String?)
    if case .string(let text)? = below { ends.0 = text }
    if case .string(let text)? = above { ends.1 = text }
    let low = ends.0 ?? ""
    let candidates = ["other", low + "~", low + "0", low + "\u{1}"] + (ends.0 == nil ? [""] : [])
    return candidates.first { candidate in
      (ends.0.map { $0 < candidate } ?? true) && (ends.1.map { candidate < $0 } ?? true)
    }
  }
}
