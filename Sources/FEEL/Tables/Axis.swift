/// A kind of values that can be put on one line.
enum AxisKind: Hashable, Sendable {
  case boolean, number, string, date, daysDuration, monthsDuration
  case symbol(scale: Int32)

  /// The kind of a value, nil for those without a place on a line.
  ///
  /// Times and dates with times are left out: their order depends on zones.
  init?(_ value: Value) {
    switch value {
    case .boolean: self = .boolean
    case .number: self = .number
    case .string: self = .string
    case .date: self = .date
    case .daysDuration: self = .daysDuration
    case .monthsDuration: self = .monthsDuration
    case .symbol(let symbol): self = .symbol(scale: symbol.scale)
    default: return nil
    }
  }

  /// Whether `<` has a meaning.
  var isOrdered: Bool { self != .boolean }
}

/// The values that the tests of one input name, in their order, and the stretches between them.
///
///     position    0    1    2    3    4
///     value     below  p0  between p1  above
struct Axis: Sendable {
  let kind: AxisKind
  /// The named values, each once, in order.
  let points: [Value]

  /// Creates the axis of values of one kind.
  ///
  /// - Complexity: O(n log n).
  init(_ kind: AxisKind, _ values: [Value]) {
    self.kind = kind
    var points: [Value] = []
    for value in values.sorted(by: { Axis.order($0, $1) == .before }) {
      if let last = points.last, Axis.order(last, value) == .same { continue }
      points.append(value)
    }
    self.points = points
  }

  /// The axis of the tests of one input: of the kind of the first constant among them.
  ///
  /// Nil if they name no value that has a place on a line.
  init?(of tests: [CellTest?]) {
    let constants = tests.flatMap { $0?.constants ?? [] }
    guard let kind = constants.lazy.compactMap({ AxisKind($0) }).first else { return nil }
    let decided = tests.compactMap(\.self).filter { $0.isDecided(for: kind) }
    self.init(kind, decided.flatMap(\.constants).filter { AxisKind($0) == kind })
  }

  /// The number of positions.
  var count: Int { 2 * points.count + 1 }

  /// The position of a value of this kind.
  ///
  /// - Complexity: O(log n).
  func position(of value: Value) -> Int {
    var low = 0
    var high = points.count
    while low < high {
      let middle = (low + high) / 2
      switch Axis.order(points[middle], value) {
      case .before: low = middle + 1
      case .same: return 2 * middle + 1
      case .after: high = middle
      }
    }
    return 2 * low
  }

  /// How two values of one kind stand to each other; false before true.
  static func order(_ left: Value, _ right: Value) -> Order {
    switch (left, right) {
    case (.number(let a), .number(let b)): Order(a, b)
    case (.boolean(let a), .boolean(let b)): Order(a ? 1 : 0, b ? 1 : 0)
    default: Semantics.strict.order(left, right) ?? .same
    }
  }

  // MARK: Tests

  /// The positions at which a test is true; the test must be decided for the kind of the axis.
  func region(of test: CellTest) -> Region {
    switch test {
    case .always: Region(0...count - 1)
    case .compare(let comparison, let value): region(comparison, value)
    case .isIn(let value): region(in: value)
    case .anyOf(let tests): tests.reduce(.nothing) { $0.union(region(of: $1)) }
    case .allOf(let tests):
      tests.reduce(Region(0...count - 1)) { $0.intersection(region(of: $1)) }
    case .not(let test): region(of: test).complement(below: count)
    }
  }

  private func region(in value: Value) -> Region {
    switch value {
    case .list(let items): items.reduce(.nothing) { $0.union(region(in: $1)) }
    case .range(let range):
      [
        range.lower.map { region(range.lowerClosed ? .greaterOrEqual : .greater, $0) },
        range.upper.map { region(range.upperClosed ? .lessOrEqual : .less, $0) },
      ].compactMap(\.self).reduce(Region(0...count - 1)) { $0.intersection($1) }
    default: region(.equal, value)
    }
  }

  private func region(_ comparison: ComparisonOperator, _ value: Value) -> Region {
    if value.isNull { return comparison == .notEqual ? Region(0...count - 1) : .nothing }
    let place = position(of: value)
    return switch comparison {
    case .equal: Region(place...place)
    case .notEqual: Region(place...place).complement(below: count)
    case .less: Region(0...place - 1)
    case .lessOrEqual: Region(0...place)
    case .greater: Region(place + 1...count - 1)
    case .greaterOrEqual: Region(place...count - 1)
    }
  }
}
