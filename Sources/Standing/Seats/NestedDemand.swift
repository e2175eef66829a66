/// Counts how many seats the people seen so far ask of nested scopes.
///
/// A scope passes to the one around it no more than its own seats:
///
///     demand(scope) = people directly in it + sum over inner scopes of min(seats, demand)
///
/// As long as no scope around it is full, `min(seats, demand)` is the number of seats taken in a
/// scope after any order of the people seen, so that ties need not be tried one by one.
struct NestedDemand {
  /// The seats of each scope.
  let seats: [Int]
  /// For each scope the one around it.
  let parents: [Int?]
  /// For each scope what has been asked of it, beyond its seats too.
  private(set) var demand: [Int]

  /// Starts with nobody.
  init(seats: [Int], parents: [Int?]) {
    self.seats = seats
    self.parents = parents
    demand = [Int](repeating: 0, count: seats.count)
  }

  /// Adds a person by the innermost of their scopes.
  mutating func add(at innermost: Int) {
    var scope = innermost
    while true {
      demand[scope] += 1
      guard demand[scope] <= seats[scope], let parent = parents[scope] else { return }
      scope = parent
    }
  }

  /// The seats taken in a scope, as long as no scope around it is full.
  func taken(_ scope: Int) -> Int { min(seats[scope], demand[scope]) }
}
