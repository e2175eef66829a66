import FEEL

/// How many results were true, false and neither.
struct Tally: Equatable {
  private(set) var yes = 0
  private(set) var no = 0
  private(set) var open = 0

  mutating func count(_ value: Value) {
    switch value {
    case .boolean(true): yes += 1
    case .boolean(false): no += 1
    default: open += 1
    }
  }
}
