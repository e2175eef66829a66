/// What a program gave lately, by the few values on which it depends.
///
/// One place for each of some hashes: what comes later takes the place of what came before, and nothing is
/// found that is not the same.
struct RecentValues {
  /// The values that were asked for last.
  private(set) var keys: [Value] = []
  private var known: [[Value]] = []
  private var values: [Value] = []

  private static let places = 64

  /// Forgets the values that were asked for.
  mutating func begin() { keys.removeAll(keepingCapacity: true) }

  /// Adds one of the values that are asked for.
  mutating func ask(_ key: Value) { keys.append(key) }

  /// What the program gave for the values that are asked for, if that is known.
  func found() -> Value? {
    guard !known.isEmpty else { return nil }
    let place = place()
    guard known[place].count == keys.count else { return nil }
    for index in keys.indices where !RecentValues.areSame(keys[index], known[place][index]) {
      return nil
    }
    return values[place]
  }

  /// Keeps what the program gave for the values that are asked for.
  mutating func keep(_ value: Value) {
    if known.isEmpty {
      known = Array(repeating: [], count: RecentValues.places)
      values = Array(repeating: .null, count: RecentValues.places)
    }
    let place = place()
    (known[place], values[place]) = (keys, value)
  }

  private func place() -> Int {
    var hash = 0
    for key in keys {
      hash = hash &* 31
      switch key {
      case .number(let number): hash &+= number.approximateHash
      case .string(let text): for byte in text.utf8 { hash = hash &* 31 &+ Int(byte) }
      case .boolean(let truth): hash &+= truth ? 1 : 2
      case .date(let date): hash &+= date.dayNumber
      default: break
      }
    }
    return (hash ^ hash >> 7) & (RecentValues.places - 1)
  }

  /// Whether two values are the same, texts spelled the same.
  private static func areSame(_ one: Value, _ other: Value) -> Bool {
    switch (one, other) {
    case (.number(let one), .number(let other)): one == other
    case (.string(let one), .string(let other)): one.utf8.elementsEqual(other.utf8)
    case (.boolean(let one), .boolean(let other)): one == other
    case (.date(let one), .date(let other)): one == other
    case (.null(nil), .null(nil)): true
    default: false
    }
  }
}

extension Number {
  /// A number that is alike for equal numbers.
  fileprivate var approximateHash: Int {
    if case .small(let numerator, let denominator) = form { numerator ^ denominator } else { 0 }
  }
}
