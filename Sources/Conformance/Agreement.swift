internal import FEEL

/// Whether a value is the one that a case expects, as the runners of the kit compare.
///
/// Numbers may differ by a hundred-millionth, as the expected ones are often cut; lists agree in their
/// order, contexts by name.
struct Agreement {
  /// Whether some number is not exactly the expected one.
  private(set) var isRounded = false

  private static let tolerance = Number("0.00000001")

  mutating func agree(_ expected: Value, _ got: Value) -> Bool {
    switch (expected, got) {
    case (.null, .null): return true
    case (.number(let a), .number(let b)): return agree(a, b)
    case (.list(let a), .list(let b)):
      return a.count == b.count && zip(a, b).allSatisfy { agree($0, $1) }
    case (.context(let a), .context(let b)):
      return a.names.count == b.names.count
        && zip(a.names, a.values).allSatisfy { name, value in
          b[name].map { agree(value, $0) } ?? false
        }
    case (.null, _), (_, .null): return false
    default: return expected == got
    }
  }

  private mutating func agree(_ expected: Number, _ got: Number) -> Bool {
    if expected == got { return true }
    guard let tolerance = Agreement.tolerance else { return false }
    isRounded = true
    let difference = expected > got ? expected - got : got - expected
    return difference < tolerance
  }
}
