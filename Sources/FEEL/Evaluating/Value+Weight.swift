extension Value {
  /// Takes from `steps` what it costs to go through the whole value once: four elements of a list or
  /// context are one step, as are 128 bytes of text; a long number costs what multiplying it does.
  ///
  /// Ends early, with `steps` below zero, when that is more than there is.
  ///
  /// - Complexity: O(the steps taken).
  func weigh(_ steps: inout Int) {
    guard steps >= 0 else { return }
    switch self {
    case .string(let text): steps -= text.utf8.count / 128
    case .number(let number): steps -= number.weight
    case .list(let items):
      steps -= (items.count + 3) / 4
      for item in items where item.isComposite { item.weigh(&steps) }
    case .context(let context):
      steps -= (context.values.count + 3) / 4
      for value in context.values where value.isComposite { value.weigh(&steps) }
    case .perhaps(let value, _): value.weigh(&steps)
    case .range(let range):
      range.lower?.weigh(&steps)
      range.upper?.weigh(&steps)
    default: break
    }
  }

  /// Whether going through the value can be more than a step.
  private var isComposite: Bool {
    switch self {
    case .string, .number, .list, .context, .perhaps, .range: true
    default: false
    }
  }

  /// Whether the value holds more values than a list may have, or nests them too deep; what it holds
  /// is taken from `steps`.
  ///
  /// Values share what they hold, so that a short expression could make one that never ends when it
  /// is gone through: `{a: [1, 1], b: [a, a], c: [b, b], …}`.
  func isTooLarge(_ steps: inout Int) -> Bool {
    let all = min(Limits.list, max(0, steps))
    var room = all
    take(from: &room, depth: 0, functions: false)
    steps -= (all - max(0, room)) / 4
    return room < 0
  }

  /// Takes the number of values inside this one from `room`, which ends below zero if there are more
  /// or if they are nested too deep.
  ///
  /// - Parameter functions: Whether what functions remember counts too, as in a loop whose results
  ///   hold its earlier results.
  func take(from room: inout Int, depth: Int, functions: Bool) {
    guard room >= 0, depth < Parser.nesting else { return room = -1 }
    let inner: [Value]
    switch self {
    case .list(let items): inner = items
    case .context(let context): inner = context.values
    case .range(let range): inner = [range.lower, range.upper].compactMap(\.self)
    case .perhaps(let value, _): inner = [value]
    case .function(let function) where functions:
      guard case .written(let written) = function.kind else { return }
      inner = written.frame
    default: return
    }
    room -= inner.count
    for value in inner where room >= 0 {
      value.take(from: &room, depth: depth + 1, functions: functions)
    }
  }
}

extension Number {
  /// The steps that multiplying the number costs: a quarter of the square of its length in words.
  fileprivate var weight: Int {
    guard case .big(let fraction) = form else { return 0 }
    let words = (fraction.numerator.bitCount + fraction.denominator.bitCount) / 64
    return words * words / 4
  }
}
