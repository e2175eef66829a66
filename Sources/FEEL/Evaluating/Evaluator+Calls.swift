extension Evaluator {
  /// The greatest depth of the bodies of function values called inside one another, added up, so
  /// that a function that calls itself cannot exhaust the stack.
  private static let greatestDepth = 1000

  mutating func call(_ builtin: Builtin, _ nodes: [Node], _ pattern: Pattern?) -> Value {
    call(builtin, with: values(nodes), pattern)
  }

  private mutating func call(
    _ builtin: Builtin, with arguments: [Value], _ pattern: Pattern? = nil
  ) -> Value {
    if builtin == .count, case .list(let items)? = arguments.first {
      guard take(items.count / 16) else { return exhausted }
    } else {
      for argument in arguments {
        guard take(argument) else { return exhausted }
      }
    }
    return bounded(result(of: builtin, arguments, pattern))
  }

  private mutating func result(
    of builtin: Builtin, _ arguments: [Value], _ pattern: Pattern?
  ) -> Value {
    switch builtin {
    case .matches, .replace, .split: semantics.call(builtin, arguments, pattern: pattern)
    case .date, .time, .dateAndTime, .range: semantics.call(builtin, arguments, zones: zones)
    case .unknown, .needsDecision: open(builtin, arguments)
    case .workingDays: workingDays(arguments)
    case .now where arguments.isEmpty:
      host.now.map(Value.dateTime) ?? semantics.failure("no clock is given")
    case .today where arguments.isEmpty:
      host.now.map { .date($0.date) } ?? semantics.failure("no clock is given")
    case .sort: sorted(arguments)
    case .listReplace: replaced(arguments)
    default: semantics.call(builtin, arguments)
    }
  }

  private func open(_ builtin: Builtin, _ arguments: [Value]) -> Value {
    guard case .string(let reason)? = arguments.first else {
      return arguments.first?.unknown.map(Value.unknown) ?? semantics.failure("no reason is given")
    }
    return .unknown(
      Unknown(.init(Wording(verbatim: reason), needsDecision: builtin == .needsDecision)))
  }

  private func workingDays(_ arguments: [Value]) -> Value {
    if let causes = arguments.reduce(nil, { union($0, $1.unknown) }) { return .unknown(causes) }
    guard arguments.count == 2, case .date(let from) = arguments[0],
      case .date(let to) = arguments[1]
    else { return semantics.failure("working days are counted from one date to another") }
    return host.workingDays(from: from, to: to)
  }

  mutating func bind(_ slots: [Int], _ nodes: [Node], _ body: Node) -> Value {
    let arguments = values(nodes)
    for (slot, argument) in zip(slots, arguments) { frame[slot] = argument }
    return value(body)
  }

  mutating func invoke(_ function: Node, _ nodes: [Node], _ names: [String]?) -> Value {
    let function = value(function)
    let arguments = values(nodes)
    guard case .function(let called) = function else {
      return function.unknown.map(Value.unknown) ?? semantics.mismatch("a call", function)
    }
    guard let names else { return apply(called, arguments) }
    guard let sorted = called.sorted(arguments, names) else {
      return semantics.failure("the function has no such parameters")
    }
    return apply(called, sorted)
  }

  /// The value of a function for arguments by position.
  mutating func apply(_ function: FunctionValue, _ arguments: [Value]) -> Value {
    switch function.kind {
    case .builtin(let builtin):
      guard builtin.signatures.contains(where: { $0.accepts(arguments.count) }) else {
        return semantics.failure("the number of arguments is wrong")
      }
      return call(builtin, with: arguments)
    case .written(let written): return apply(written, function, arguments)
    case .outside(let outside): return apply(outside, arguments)
    }
  }

  private func apply(_ function: OutsideFunction, _ arguments: [Value]) -> Value {
    guard function.parameters.count == arguments.count else {
      return semantics.failure("the number of arguments is wrong")
    }
    let inner = depth + function.depth
    guard inner <= Evaluator.greatestDepth else {
      return semantics.failure("functions call one another too deep")
    }
    return function.body(.init(arguments: arguments, depth: inner, failures: failures))
  }

  private mutating func apply(
    _ written: FunctionValue.Written, _ function: FunctionValue, _ arguments: [Value]
  ) -> Value {
    guard written.parameters.count == arguments.count else {
      return semantics.failure("the number of arguments is wrong")
    }
    guard depth + written.body.depth <= Evaluator.greatestDepth else {
      return semantics.failure("functions call one another too deep")
    }
    // A call copies the places of the function.
    guard take(8 + (written.body.size + written.frame.count) / 8) else { return exhausted }
    var inner = self
    inner.depth += written.body.depth
    inner.frame = written.frame
    if let own = written.own { inner.frame[own] = .function(function) }
    for (parameter, argument) in zip(written.parameters, arguments) {
      let converted = semantics.converted(argument, to: parameter.type)
      if converted.isNull, !argument.isNull { return converted }
      inner.frame[parameter.slot] = converted
    }
    let result = inner.value(written.body)
    steps = inner.steps
    return result
  }

  /// A list in the order of a function, or of its values; equal elements keep their order.
  private mutating func sorted(_ given: [Value]) -> Value {
    if let causes = given.reduce(nil, { union($0, $1.causes) }) { return .unknown(causes) }
    guard let arguments = semantics.fitted(.sort, given) else {
      return semantics.noMeaning(.sort, given)
    }
    guard let list = arguments.first, !list.isNull else {
      return semantics.failure("nothing to sort")
    }
    var function: FunctionValue?
    if arguments.count > 1 {
      guard case .function(let precedes) = arguments[1] else {
        return semantics.mismatch("an order", arguments[1])
      }
      function = precedes
    }
    var failed: Value?
    let result = mergeSorted(list.asList[...]) { left, right, evaluator in
      guard failed == nil else { return false }
      let test =
        function.map { evaluator.apply($0, [left, right]) }
        ?? evaluator.semantics.compare(.less, left, right)
      if case .boolean(let precedes) = test { return precedes }
      failed = test.unknown == nil ? evaluator.semantics.failure("the order is not clear") : test
      return false
    }
    return failed ?? .list(result)
  }

  private mutating func mergeSorted(
    _ items: ArraySlice<Value>, _ precedes: (Value, Value, inout Evaluator) -> Bool
  ) -> [Value] {
    guard items.count > 1 else { return Array(items) }
    let middle = (items.startIndex + items.endIndex) / 2
    let left = mergeSorted(items[..<middle], precedes)
    let right = mergeSorted(items[middle...], precedes)
    var merged: [Value] = []
    merged.reserveCapacity(items.count)
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      if precedes(right[j], left[i], &self) {
        merged.append(right[j])
        j += 1
      } else {
        merged.append(left[i])
        i += 1
      }
    }
    return merged + left[i...] + right[j...]
  }

  /// `list replace` with a position or with a function that says which elements are replaced.
  private mutating func replaced(_ arguments: [Value]) -> Value {
    guard arguments.count == 3, case .function(let matches) = arguments[1],
      let arguments = semantics.fitted(.listReplace, arguments)
    else { return semantics.call(.listReplace, arguments) }
    var result: [Value] = []
    for item in arguments[0].asList {
      switch semantics.truth(apply(matches, [item, arguments[2]])) {
      case .yes: result.append(arguments[2])
      case .no: result.append(item)
      case .open(let open): return open.unknown == nil ? semantics.failure("no clear match") : open
      }
    }
    return .list(result)
  }
}
