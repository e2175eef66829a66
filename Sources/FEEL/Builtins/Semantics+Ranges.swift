extension Semantics {
  /// Functions of ranges and points.
  ///
  /// Source: DMN 1.5, 10.3.4.6, table 78.
  func onRanges(_ builtin: Builtin, _ arguments: [Value], _ zones: ZoneTable) -> Value? {
    if builtin == .range { return arguments.count == 1 ? range(from: arguments[0], zones) : nil }
    guard arguments.count == 2, let left = Extent(arguments[0]), let right = Extent(arguments[1])
    else { return nil }
    switch builtin {
    case .before: return left.isBefore(right, self)
    case .after: return right.isBefore(left, self)
    case .coincides:
      return and(end(left.start, .equal, right.start), end(left.end, .equal, right.end))
    case .finishes where right.isRange: return finishes(left, right)
    case .finishedBy where left.isRange: return finishes(right, left)
    case .starts where right.isRange: return starts(left, right)
    case .startedBy where left.isRange: return starts(right, left)
    case .includes where left.isRange: return contains(left, right)
    case .during where right.isRange: return contains(right, left)
    default: return left.isRange && right.isRange ? onTwoRanges(builtin, left, right) : nil
    }
  }

  private func onTwoRanges(_ builtin: Builtin, _ left: Extent, _ right: Extent) -> Value? {
    switch builtin {
    case .meets: end(left.end, .equal, right.start)
    case .metBy: end(right.end, .equal, left.start)
    case .overlaps:
      and(
        end(left.end, .greaterOrEqual, right.start), end(right.end, .greaterOrEqual, left.start))
    case .overlapsBefore: overlapsBefore(left, right)
    case .overlapsAfter: overlapsBefore(right, left)
    default: nil
    }
  }

  private func finishes(_ left: Extent, _ right: Extent) -> Value {
    and(end(left.end, .equal, right.end), end(left.start, .greaterOrEqual, right.start))
  }

  private func starts(_ left: Extent, _ right: Extent) -> Value {
    and(end(left.start, .equal, right.start), end(left.end, .lessOrEqual, right.end))
  }

  private func contains(_ left: Extent, _ right: Extent) -> Value {
    and(end(left.start, .lessOrEqual, right.start), end(left.end, .greaterOrEqual, right.end))
  }

  private func overlapsBefore(_ left: Extent, _ right: Extent) -> Value {
    and(
      and(end(left.start, .less, right.start), end(left.end, .greaterOrEqual, right.start)),
      end(left.end, .lessOrEqual, right.end))
  }

  /// How two ends stand to each other; where their values are the same, by their sides.
  fileprivate func end(_ left: Extent.End, _ wanted: ComparisonOperator, _ right: Extent.End)
    -> Value
  {
    let found: Order
    switch (left.value, right.value) {
    case (let a?, let b?):
      guard let order = order(a, b) else { return mismatch("an order", a, b) }
      found = order == .same ? Order(left.side, right.side) : order
    default: found = Order(left.side, right.side)
    }
    return switch wanted {
    case .equal: .boolean(found == .same)
    case .notEqual: .boolean(found != .same)
    case .less: .boolean(found == .before)
    case .lessOrEqual: .boolean(found != .after)
    case .greater: .boolean(found == .after)
    case .greaterOrEqual: .boolean(found != .before)
    }
  }

  /// The range that a text writes, with literal ends.
  private func range(from text: Value, _ zones: ZoneTable) -> Value? {
    guard case .string(let text) = text else { return nil }
    let refusal = failure("the text \(Value.quoted(text)) is not a range")
    guard let parsed = try? Expression(parsing: text, semantics: self),
      case .range(let low, let lowClosed, let high, let highClosed) = parsed.syntax.kind
    else { return refusal }
    let ends = [low, high].map { $0.flatMap { Semantics.literal($0, zones) } }
    guard (low == nil) == (ends[0] == nil), (high == nil) == (ends[1] == nil) else {
      return refusal
    }
    return range(ends[0], lowClosed, ends[1], highClosed)
  }

  private static func literal(_ syntax: Syntax, _ zones: ZoneTable) -> Value? {
    switch syntax.kind {
    case .number(let digits): Number(digits).map(Value.number)
    case .string(let text): .string(text)
    case .temporal(let text): Value(temporal: text, zones: zones)
    case .negate(let inner):
      if case .number(let number)? = literal(inner, zones) { .number(-number) } else { nil }
    case .call(let callee, let arguments): temporal(callee, arguments, zones)
    default: nil
    }
  }

  private static func temporal(
    _ callee: Syntax, _ arguments: [Syntax.Argument], _ zones: ZoneTable
  ) -> Value? {
    guard case .name(let name) = callee.kind, arguments.count == 1,
      ["date", "time", "date and time", "duration"].contains(name),
      case .string(let text) = arguments[0].value.kind
    else { return nil }
    return Value(temporal: text, zones: zones)
  }
}

/// A range, or a point as the range of itself alone.
///
/// The sides put the ends of ranges on one line, so that no case of open and closed ends is special:
///
///     side        −2     −1      0      1     2
///     end      none (low)   5)  [5]    (5   none (high)
private struct Extent {
  struct End {
    /// The value, nil for none.
    let value: Value?
    /// Just below the value, at it, just above it; ±2 beyond all values.
    let side: Int
  }

  let start: End
  let end: End
  let isRange: Bool

  init?(_ value: Value) {
    switch value {
    case .range(let range):
      start = End(
        value: range.lower, side: range.lower == nil ? -2 : range.lowerClosed ? 0 : 1)
      end = End(value: range.upper, side: range.upper == nil ? 2 : range.upperClosed ? 0 : -1)
      isRange = true
    case _ where value.isPoint:
      start = End(value: value, side: 0)
      end = start
      isRange = false
    default: return nil
    }
  }

  func isBefore(_ other: Extent, _ semantics: Semantics) -> Value {
    semantics.end(end, .less, other.start)
  }
}
