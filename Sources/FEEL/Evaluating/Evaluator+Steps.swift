extension Evaluator {
  /// Takes a piece of work from what one evaluation may do; false if that is used up.
  ///
  /// Counted are the rounds of loops and filters times the parts of their bodies, calls of functions,
  /// and the lists, texts and long numbers that they go through, so that no nesting of them can go on
  /// for ever.
  mutating func take(_ work: Int = 1) -> Bool {
    guard steps >= work else {
      steps = 0
      return false
    }
    steps -= work
    return true
  }

  /// As above, with the work of going through a value once.
  mutating func take(_ value: Value) -> Bool {
    value.weigh(&steps)
    return take(0)
  }

  /// As above, with two values.
  mutating func take(_ left: Value, _ right: Value) -> Bool {
    left.weigh(&steps)
    right.weigh(&steps)
    return take(0)
  }

  /// The value where the work that one evaluation may do is used up.
  var exhausted: Value { semantics.failure("the computation takes too many steps") }

  /// The value, unless it holds too much.
  mutating func bounded(_ value: Value) -> Value {
    switch value {
    case .list, .context:
      guard value.isTooLarge(&steps) else { return value }
      return take(1) ? Limits.tooLong(semantics) : exhausted
    default: return value
    }
  }
}
