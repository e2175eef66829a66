extension Evaluator {
  /// The elements for which the condition is true; with an unknown condition they are perhaps in it.
  mutating func filter(_ list: Node, _ condition: Node, _ slot: Int) -> Value {
    let base = value(list)
    if base.unknown != nil { return base }
    if base.isNull {
      return semantics == .strict ? semantics.mismatch("a filter", base) : .list([])
    }
    let items = base.asList
    guard take(items.count) else { return exhausted }
    if let result = selection(from: items, condition, slot) { return result }
    var result: [Value] = []
    for item in items {
      guard take(condition.size / 8) else { return exhausted }
      let (inner, doubt) = item.withoutDoubt
      frame[slot] = inner
      let test = value(condition)
      switch semantics.truth(test) {
      case .yes: result.append(item)
      case .no: break
      case .open(let open):
        if semantics == .standard, !test.isNull {
          return semantics.element(items, at: test)
        }
        guard let cause = union(open.unknown, doubt) else { continue }
        result.append(inner.doubted(by: cause))
      }
    }
    return .list(result)
  }

  mutating func element(_ list: Node, _ index: Node) -> Value {
    let base = value(list)
    let position = value(index)
    if let causes = union(base.unknown, position.unknown) { return .unknown(causes) }
    // A long list is looked through for elements that are only perhaps there, which is quick.
    if semantics == .strict, case .list(let items) = base, !take(items.count / 16) {
      return exhausted
    }
    return semantics.element(base.asList, at: position)
  }

  /// The body for every combination; the last iterator turns fastest.
  mutating func forEach(_ iterators: [Node.Iterator], _ body: Node, _ partial: Int?) -> Value {
    var results: [Value] = []
    var failed: Value?
    var room = Limits.list
    let settled = iterate(iterators[...], cost: 1 + body.size / 8, doubt: nil) { evaluator, doubt in
      if let partial { evaluator.frame[partial] = .list(results) }
      let value = evaluator.value(body)
      // The list must not be shared any more, else every round would copy it.
      if let partial { evaluator.frame[partial] = .null }
      results.append(value.doubted(by: doubt))
      room -= 1
      value.take(from: &room, depth: 0, functions: partial != nil)
      if room < 0 { failed = Limits.tooLong(evaluator.semantics) }
      return failed == nil
    }
    return failed ?? settled ?? .list(results)
  }

  /// Stops at the first combination that settles the result; in the standard semantics none does, as
  /// one condition that is no truth value makes it null, wherever it stands.
  mutating func quantified(
    _ quantifier: Quantifier, _ iterators: [Node.Iterator], _ condition: Node
  ) -> Value {
    let neutral = quantifier == .every
    var result = Value.boolean(neutral)
    var refused: Value?
    let cost = 1 + condition.size / 8
    let failed = iterate(iterators[...], cost: cost, doubt: nil) { evaluator, doubt in
      let test = evaluator.value(condition).doubted(by: doubt)
      let semantics = evaluator.semantics
      if semantics == .standard, !test.isTruth {
        refused = semantics.mismatch("a condition", test)
        return false
      }
      // True in front of `and`, or false in front of `or`, changes nothing.
      if case .boolean(neutral) = test { return true }
      let truth = semantics.certain(test, neutral: neutral)
      result = neutral ? semantics.and(result, truth) : semantics.or(result, truth)
      if semantics == .strict, case .boolean(!neutral) = result { return false }
      return true
    }
    return failed ?? refused ?? result
  }

  /// Calls `body` for every combination until it gives false; the result is a failure, if any.
  ///
  /// `doubt` gathers the causes for which a combination is only perhaps there; `cost` is that of one
  /// round.
  private mutating func iterate(
    _ iterators: ArraySlice<Node.Iterator>, cost: Int, doubt: Unknown?,
    _ body: (inout Evaluator, Unknown?) -> Bool
  ) -> Value? {
    var goesOn = true
    var left = Limits.iterations
    return iterate(iterators, cost, doubt, &goesOn, &left, body)
  }

  private mutating func iterate(
    _ iterators: ArraySlice<Node.Iterator>, _ cost: Int, _ doubt: Unknown?, _ goesOn: inout Bool,
    _ left: inout Int, _ body: (inout Evaluator, Unknown?) -> Bool
  ) -> Value? {
    guard let iterator = iterators.first else {
      return round(cost, doubt, &goesOn, &left, body)
    }
    let inner = iterators.dropFirst()
    switch elements(iterator) {
    case .failure(let failure): return failure.value
    case .success(let items):
      guard take(items.count / 4) else { return exhausted }
      for item in items where goesOn {
        let (element, itemDoubt) = item.withoutDoubt
        frame[iterator.slot] = element
        let both = union(doubt, itemDoubt)
        let failed =
          inner.isEmpty
          ? round(cost, both, &goesOn, &left, body)
          : iterate(inner, cost, both, &goesOn, &left, body)
        if let failed { return failed }
      }
      return nil
    }
  }

  private mutating func round(
    _ cost: Int, _ doubt: Unknown?, _ goesOn: inout Bool, _ left: inout Int,
    _ body: (inout Evaluator, Unknown?) -> Bool
  ) -> Value? {
    left -= 1
    guard left > 0 else { return semantics.failure("the loop has too many rounds") }
    guard take(cost) else { return exhausted }
    goesOn = body(&self, doubt)
    return nil
  }

  private struct Failure: Error { let value: Value }

  private mutating func elements(_ iterator: Node.Iterator) -> Result<[Value], Failure> {
    let from = value(iterator.from)
    guard let end = iterator.to else {
      if from.unknown != nil { return .failure(Failure(value: from)) }
      if case .range(let range) = from {
        guard let lower = range.lower, let upper = range.upper else {
          return .failure(Failure(value: semantics.failure("the range has no end")))
        }
        return counted(lower, upper, open: (!range.lowerClosed, !range.upperClosed))
      }
      if from.isNull { return .failure(Failure(value: semantics.mismatch("a loop", from))) }
      return .success(from.asList)
    }
    return counted(from, value(end), open: (false, false))
  }

  /// The whole numbers or days from one to another, upwards or downwards.
  private mutating func counted(
    _ from: Value, _ to: Value, open: (Bool, Bool)
  ) -> Result<[Value], Failure> {
    if let causes = union(from.unknown, to.unknown) {
      return .failure(Failure(value: .unknown(causes)))
    }
    let ends: (Int, Int)
    var isDay = false
    switch (from, to) {
    case (.number(let a), .number(let b)):
      guard let a = a.asInt, let b = b.asInt else {
        return .failure(Failure(value: semantics.mismatch("counting", from, to)))
      }
      ends = (a, b)
    case (.date(let a), .date(let b)):
      ends = (a.dayNumber, b.dayNumber)
      isDay = true
    default: return .failure(Failure(value: semantics.mismatch("counting", from, to)))
    }
    let (distance, overflow) = ends.1.subtractingReportingOverflow(ends.0)
    guard !overflow, distance.magnitude < Limits.list else {
      return .failure(Failure(value: Limits.tooLong(semantics)))
    }
    guard take(Int(distance.magnitude) / 4) else { return .failure(Failure(value: exhausted)) }
    let step = distance < 0 ? -1 : 1
    var numbers = Array(stride(from: ends.0, through: ends.1, by: step))
    if open.1 { numbers.removeLast() }
    if open.0, !numbers.isEmpty { numbers.removeFirst() }
    return .success(
      numbers.compactMap { number in
        isDay ? CalendarDate(dayNumber: number).map(Value.date) : .number(Number(number))
      })
  }
}

extension Value {
  /// Whether this is true, false or null.
  fileprivate var isTruth: Bool {
    switch self {
    case .boolean, .null: true
    default: false
    }
  }

  /// The value of an element, and why it is only perhaps in its list.
  var withoutDoubt: (Value, Unknown?) {
    if case .perhaps(let value, let unknown) = self { return (value, unknown) }
    return (self, nil)
  }

  /// The value as an element that is only perhaps there, if there is a doubt.
  func doubted(by doubt: Unknown?) -> Value {
    guard let doubt else { return self }
    return .perhaps(self, unknown.map { $0.union(doubt) } ?? doubt)
  }
}

extension Semantics {
  /// The element at a position from 1, or from -1 at the end.
  ///
  /// Unknown if elements that are perhaps in the list stand on the way to it.
  func element(_ items: [Value], at position: Value) -> Value {
    guard case .number = position else { return mismatch("a position", position) }
    if self == .strict {
      let doubts = items.reduce(Unknown?.none) { union($0, $1.withoutDoubt.1) }
      if let doubts { return .unknown(doubts) }
    }
    return place(position, in: items.count).map { items[$0] }
      ?? failure("the list has no element at this position")
  }
}
