/// What the members of a tie class ask of scopes that may cross.
struct SeatRequest {
  /// Those all of whose scopes have a seat for every member of the class.
  let safe: [Int]
  /// The others.
  let unsafe: [Int]
  /// For each person their scopes.
  private let chains: [[Int]]
  /// The scopes that may not have a seat for every member of the class.
  private let tight: Set<Int>
  /// For each scope the members of the class in it who are not safe.
  private let unsure: [Int: Int]

  /// Parts a class by the seats left in each scope.
  init(_ open: [Int], chains: [[Int]], left: (_ scope: Int) -> Int) {
    func count(_ members: [Int]) -> [Int: Int] {
      members.reduce(into: [:]) { for scope in chains[$1] { $0[scope, default: 0] += 1 } }
    }
    let tight = Set(count(open).filter { $0.value > left($0.key) }.keys)
    safe = open.filter { tight.isDisjoint(with: chains[$0]) }
    unsafe = open.filter { !tight.isDisjoint(with: chains[$0]) }
    unsure = count(unsafe)
    self.tight = tight
    self.chains = chains
  }

  /// The number of members in a scope who are not safe.
  func unsafeCount(_ scope: Int) -> Int { unsure[scope, default: 0] }

  /// The scopes of a candidate that may not have a seat for every member of the class.
  func tight(_ candidate: Int) -> [Int] {
    chains[candidate].filter { tight.contains($0) }
  }

  /// For each scope of some members, how many of them miss a seat only where that scope is full.
  ///
  /// All their other scopes have room, so that they are all seated or the scope has nothing left.
  func sure(of members: [Int]) -> [Int: Int] {
    members.reduce(into: [:]) { sure, member in
      let tight = tight(member)
      for scope in chains[member] {
        sure[scope, default: 0] += tight.allSatisfy { $0 == scope } ? 1 : 0
      }
    }
  }
}
