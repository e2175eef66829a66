/// A small world of candidates and scopes, and what the definition says about it.
///
/// People are bits. Nothing here knows how seats are filled: a set of people is *allowed* if no
/// scope holds more of them than it has seats, and an *outcome* if within every class, the better
/// classes being settled, no further member could be added. Any outcome is the lexicographically
/// best set for some way to break the ties, and the other way round.
struct SeatWorld: CustomStringConvertible {
  var order: [[Int]]
  var seats: [Int]
  var scopes: [Int]

  var count: Int { order.reduce(0) { $0 + $1.count } }

  var memberships: [[Int]] {
    (0..<count).map { person in scopes.indices.filter { scopes[$0] & (1 << person) != 0 } }
  }

  func allows(_ set: Int) -> Bool {
    for scope in scopes.indices where (scopes[scope] & set).nonzeroBitCount > seats[scope] {
      return false
    }
    return true
  }

  /// Every set of people who may be the seated ones.
  func outcomes() -> [Int] {
    var states: Set<Int> = [0]
    for tieClass in order {
      let members = tieClass.reduce(0) { $0 | 1 << $1 }
      var next: Set<Int> = []
      for state in states { next.formUnion(extensions(of: state, by: members)) }
      states = next
    }
    return states.sorted()
  }

  /// The greatest allowed sets between a state and the state with a whole class.
  private func extensions(of state: Int, by members: Int) -> [Int] {
    if allows(state | members) { return [state | members] }
    var open = 0
    var rest = members
    while rest != 0 {
      let person = rest & -rest
      rest ^= person
      if allows(state | person) { open |= person }
    }
    var found: [Int] = []
    var choice = open
    while true {
      if allows(state | choice), isMaximal(state | choice, open & ~choice) {
        found.append(state | choice)
      }
      if choice == 0 { return found }
      choice = (choice - 1) & open
    }
  }

  private func isMaximal(_ set: Int, _ others: Int) -> Bool {
    var rest = others
    while rest != 0 {
      let person = rest & -rest
      rest ^= person
      if allows(set | person) { return false }
    }
    return true
  }

  /// The lexicographically best set of an order without ties, by trying all sets from the best on.
  func bestSet(_ strict: [Int]) -> Int {
    for rank in (0..<(1 << strict.count)).reversed() {
      var set = 0
      for (place, person) in strict.enumerated()
      where rank & (1 << (strict.count - 1 - place)) != 0 { set |= 1 << person }
      if allows(set) { return set }
    }
    return 0
  }

  /// Whether any two scopes are apart or one inside the other.
  var isNested: Bool {
    for one in scopes {
      for other in scopes where one & other != 0 && one & ~other != 0 && other & ~one != 0 {
        return false
      }
    }
    return true
  }

  var description: String {
    "order \(order), seats \(seats), scopes \(memberships)"
  }
}

/// A small generator of numbers that are the same on every machine.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// A number from nought to below `bound`.
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}

/// Every way to part `count` things in a row into classes, as sizes.
func compositions(of count: Int) -> [[Int]] {
  if count == 0 { return [[]] }
  return (1...count).flatMap { first in compositions(of: count - first).map { [first] + $0 } }
}

/// Classes of the given sizes, people numbered from the best on.
func classes(_ sizes: [Int]) -> [[Int]] {
  var start = 0
  return sizes.map { size in
    defer { start += size }
    return Array(start..<(start + size))
  }
}

/// Every way to part `count` people into groups, as the group of each person.
func partitions(of count: Int) -> [[Int]] {
  if count == 0 { return [[]] }
  return partitions(of: count - 1).flatMap { rest in
    (0...((rest.max() ?? -1) + 1)).map { rest + [$0] }
  }
}
