extension Semantics {
  /// Whether a value lies between two others, ends included.
  ///
  /// One end that it lies outside of settles it, even if the other end is unknown.
  public func between(_ value: Value, _ low: Value, _ high: Value) -> Value {
    and(compare(.greaterOrEqual, value, low), compare(.lessOrEqual, value, high))
  }

  /// The meaning of one test after `in`: being in the range or the list, or being equal.
  ///
  /// Source: DMN 1.5, table 55.
  public func includes(_ test: Value, _ value: Value) -> Value {
    switch test {
    case .unknown: equal(test, value)
    case .range(let range): includes(range, value)
    case .list(let items): includes(items, value)
    default: equal(test, value)
    }
  }

  /// Whether a value lies in a range.
  public func includes(_ range: ValueRange, _ value: Value) -> Value {
    var result = Value.boolean(true)
    if let lower = range.lower {
      result = compare(range.lowerClosed ? .greaterOrEqual : .greater, value, lower)
    }
    if let upper = range.upper {
      result = and(result, compare(range.upperClosed ? .lessOrEqual : .less, value, upper))
    }
    return result
  }

  /// Whether a list has a value as an element, or an element that includes it.
  public func includes(_ items: [Value], _ value: Value) -> Value {
    if case .list = value {
      let whole = equal(.list(items), value)
      if case .boolean(true) = whole { return whole }
    }
    var result = Value.boolean(false)
    for item in items {
      result = or(result, element(item, includes: value))
      if case .boolean(true) = result { break }
    }
    return result
  }

  private func element(_ item: Value, includes value: Value) -> Value {
    switch item {
    case .perhaps(let item, let unknown):
      let inner = element(item, includes: value)
      if case .boolean(true) = inner { return .unknown(unknown) }
      return inner
    case .range(let range):
      if case .range = value { return equal(item, value) }
      return includes(range, value)
    default: return comparable(item, value)
    }
  }

  /// Equality in which values of different kinds are merely different.
  func comparable(_ left: Value, _ right: Value) -> Value {
    let result = equal(left, right)
    if left.unknown == nil, right.unknown == nil, left.isKnown, right.isKnown {
      if case .boolean = result { return result }
      return .boolean(false)
    }
    return result
  }
}
