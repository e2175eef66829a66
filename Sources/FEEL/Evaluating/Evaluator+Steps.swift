extension Evaluator {
  /// Takes a piece of work from what one evaluation may do; false if that is used up.
  ///
  /// Counted are the rounds of loops and filters, calls of functions, and the lists and texts that
  /// they go through, so that no nesting of them can go on for ever.
  mutating func take(_ work: Int = 1) -> Bool {
    guard steps >= work else {
      steps = 0
      return false
    }
    steps -= work
    return true
  }

  /// The value where the work that one evaluation may do is used up.
  var exhausted: Value { semantics.failure("the computation takes too many steps") }
}

extension Value {
  /// How much work it is to go through the value, beside one step.
  var work: Int {
    switch self {
    case .list(let items): (items.count &+ Value.inner(items)) >> 2
    case .string(let text): text.utf8.count >> 8
    default: 0
    }
  }

  /// The elements of lists in a list, told by its first and last ones.
  private static func inner(_ items: [Value]) -> Int {
    var most = 0
    for case .list(let inner)? in [items.first, items.last] { most = Swift.max(most, inner.count) }
    return most &* items.count
  }
}
