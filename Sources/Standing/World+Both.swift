import Scoring

extension World {
  /// Makes two things at the same time, on the threads of the world.
  ///
  /// - Parameter rows: How many records there are in both of them: few are not worth a thread.
  func both<One: Sendable, Other: Sendable>(
    rows: Int, _ one: @escaping @Sendable () -> One, _ other: @escaping @Sendable () -> Other
  ) -> (One, Other) {
    let made: [Half<One, Other>] = each(2, rows: rows) { part in
      part == 0 ? .one(one()) : .other(other())
    }
    guard case .one(let one) = made[0], case .other(let other) = made[1] else {
      preconditionFailure("what is made keeps its order")
    }
    return (one, other)
  }
}

/// One of two things that are made at the same time.
private enum Half<One: Sendable, Other: Sendable>: Sendable {
  case one(One)
  case other(Other)
}
