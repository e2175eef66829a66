extension Semantics {
  /// The sum of the numbers or durations of a list.
  ///
  /// An unknown element makes it unknown; an element that is perhaps in the list does so unless it
  /// is zero. The sum of nothing is zero in the strict semantics and null in the standard.
  public func sum(_ items: [Value]) -> Value {
    if items.isEmpty { return self == .strict ? .number(0) : failure("the sum of no values") }
    return self == .strict ? exactSum(items[...]) : sum(items[...])
  }

  /// The sum by halves: exact fractions grow with the number of terms, and adding one term after the
  /// other to a long one would take the square of the time.
  private func exactSum(_ items: ArraySlice<Value>) -> Value {
    guard items.count > 64 else { return sum(items) }
    let middle = items.startIndex + items.count / 2
    return arithmetic(.add, exactSum(items[..<middle]), exactSum(items[middle...]))
  }

  private func sum(_ items: ArraySlice<Value>) -> Value {
    var causes: Unknown?
    var total: Value?
    var refused: Value?
    for item in items {
      switch item {
      case .unknown(let unknown): causes = union(causes, unknown)
      case .perhaps(.number(let number), _) where number.isZero: break
      case .perhaps(_, let unknown): causes = union(causes, unknown)
      case .number, .daysDuration, .monthsDuration:
        total = arithmetic(.add, total ?? zero(like: item), item)
      default: refused = refused ?? mismatch("the sum", item)
      }
    }
    if let causes = union(union(causes, refused?.unknown), total?.unknown) {
      return .unknown(causes)
    }
    return refused ?? total ?? .number(0)
  }

  private func zero(like item: Value) -> Value {
    if case .number = item { return .number(0) }
    return arithmetic(.subtract, item, item)
  }

  /// The number of elements; unknown if an element is perhaps in the list.
  public func count(_ items: [Value]) -> Value {
    var causes: Unknown?
    for case .perhaps(_, let unknown) in items { causes = union(causes, unknown) }
    return causes.map(Value.unknown) ?? .number(Number(items.count))
  }

  /// The sum divided by the count; of nothing null, or unknown in the strict semantics.
  public func mean(_ items: [Value]) -> Value {
    if items.isEmpty { return failure("the mean of no values") }
    let count = count(items)
    let sum = sum(items)
    return arithmetic(.divide, sum, count)
  }

  /// The product of the numbers of a list; of nothing, one in the strict semantics.
  ///
  /// An element that is perhaps in the list has no effect if it is one.
  public func product(_ items: [Value]) -> Value {
    if items.isEmpty { return self == .strict ? .number(1) : failure("the product of no values") }
    var causes: Unknown?
    var total = Value.number(1)
    for item in items {
      switch item {
      case .unknown(let unknown): causes = union(causes, unknown)
      case .perhaps(.number(1), _): break
      case .perhaps(_, let unknown): causes = union(causes, unknown)
      default: total = arithmetic(.multiply, total, item)
      }
    }
    return union(causes, total.unknown).map(Value.unknown) ?? total
  }

  /// The smallest element; an element that is perhaps in the list matters only if it is smaller than
  /// all that surely are.
  public func minimum(_ items: [Value]) -> Value { extreme(items, .before, "minimum") }

  /// The largest element; see ``minimum(_:)``.
  public func maximum(_ items: [Value]) -> Value { extreme(items, .after, "maximum") }

  private func extreme(_ items: [Value], _ wanted: Order, _ name: Wording) -> Value {
    if items.isEmpty { return failure("the \(name) of no values") }
    var causes: Unknown?
    var best: Value?
    for item in items {
      switch item {
      case .unknown(let unknown): causes = union(causes, unknown)
      case .perhaps: break
      default:
        guard order(item, item) != nil else { return mismatch("the \(name)", item) }
        guard let current = best else {
          best = item
          continue
        }
        guard let order = order(item, current) else {
          return mismatch("the \(name)", item, current)
        }
        if order == wanted { best = item }
      }
    }
    if let best, wanted == .before, isLowest(best) { return best }
    for case .perhaps(let item, let unknown) in items {
      let matters = best.map { order(item, $0) == wanted || order(item, $0) == nil } ?? true
      if matters { causes = union(causes, unknown) }
    }
    return causes.map(Value.unknown) ?? best ?? failure("the \(name) of no values")
  }

  /// Whether nothing can be smaller: the lowest symbol of a scale.
  private func isLowest(_ value: Value) -> Bool {
    if case .symbol(let symbol) = value { return symbol.rank == 0 }
    return false
  }

  /// Whether all elements are true; one that is false settles it.
  public func all(_ items: [Value]) -> Value {
    items.reduce(.boolean(true)) { and($0, certain($1, neutral: true)) }
  }

  /// Whether one element is true; one that is true settles it.
  public func any(_ items: [Value]) -> Value {
    items.reduce(.boolean(false)) { or($0, certain($1, neutral: false)) }
  }

  /// The truth of an element: one that is perhaps in the list counts as unknown, unless it is the
  /// neutral one, whose presence changes nothing.
  func certain(_ item: Value, neutral: Bool) -> Value {
    guard case .perhaps(let value, let unknown) = item else { return item }
    if case .boolean(neutral) = value { return value }
    return .unknown(union(unknown, value.unknown) ?? unknown)
  }
}
