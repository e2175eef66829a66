/// How scopes lie to one another: which belong together, and which lie inside which.
///
/// Scopes that share people, directly or by way of other scopes, form a family. Families have
/// nobody in common, so that each is filled on its own and a copy of an agency changes nothing in
/// the first. A family is *nested* if any two of its scopes are apart or one inside the other:
///
///     nested   agency ─┬─ group A          crossing   group A ──┐
///                      └─ group B                     tenure  ──┴─ share people, neither is inside
///
/// Only the people listed count: scopes which cross by people who want no seat do not cross here.
struct ScopeMap: Sendable {
  /// The families with their people; scopes and people ascending.
  let families: [ScopeFamily]
  /// For every scope the smallest scope around it, in nested families only.
  let parents: [Int?]
  /// For every person their scopes, the widest first, each once.
  let chains: [[Int]]

  /// Sorts the scopes in about O(m log m) for m memberships.
  init(memberships: [[Int]], scopeCount: Int) {
    var sizes = [Int](repeating: 0, count: scopeCount)
    let distinct = memberships.map { $0.count < 2 ? $0 : Array(Set($0)) }
    for scopes in distinct { for scope in scopes { sizes[scope] += 1 } }
    chains = distinct.map { scopes in
      scopes.count < 2 ? scopes : scopes.sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }
    }
    let roots = ScopeMap.roots(of: chains, scopeCount: scopeCount)
    (parents, families) = ScopeMap.families(of: chains, roots: roots)
  }

  /// For every scope its people, ascending.
  var members: [[Int]] {
    var members = [[Int]](repeating: [], count: parents.count)
    for (person, chain) in chains.enumerated() {
      for scope in chain { members[scope].append(person) }
    }
    return members
  }

  /// Gives every scope the least scope that it is connected with.
  private static func roots(of chains: [[Int]], scopeCount: Int) -> [Int] {
    var leader = Array(0..<scopeCount)
    func root(_ scope: Int) -> Int {
      var scope = scope
      while leader[scope] != scope {
        leader[scope] = leader[leader[scope]]
        scope = leader[scope]
      }
      return scope
    }
    for chain in chains {
      for scope in chain.dropFirst() {
        let (one, other) = (root(chain[0]), root(scope))
        leader[max(one, other)] = min(one, other)
      }
    }
    return leader.indices.map { root($0) }
  }

  /// Finds the next wider scope of each; people who disagree about it show that scopes cross.
  private static func families(
    of chains: [[Int]], roots: [Int]
  ) -> (parents: [Int?], families: [ScopeFamily]) {
    var parents = [Int?](repeating: nil, count: roots.count)
    var seen = [Bool](repeating: false, count: roots.count)
    var crossing = seen
    var people = [[Int]](repeating: [], count: roots.count)
    for (person, chain) in chains.enumerated() where !chain.isEmpty {
      people[roots[chain[0]]].append(person)
      for (place, scope) in chain.enumerated() {
        let parent = place > 0 ? chain[place - 1] : nil
        if seen[scope], parents[scope] != parent { crossing[roots[scope]] = true }
        parents[scope] = parent
        seen[scope] = true
      }
    }
    var scopes = [[Int]](repeating: [], count: roots.count)
    for (scope, root) in roots.enumerated() { scopes[root].append(scope) }
    let families = scopes.indices.filter { !scopes[$0].isEmpty }.map {
      ScopeFamily(scopes: scopes[$0], members: people[$0], isNested: !crossing[$0])
    }
    return (parents, families)
  }
}

/// Scopes that are connected by the people they share.
package struct ScopeFamily: Hashable, Sendable {
  /// The scopes, ascending.
  package let scopes: [Int]
  /// The people who are in one of them, ascending.
  package let members: [Int]
  /// Whether any two of the scopes are apart or one inside the other.
  package let isNested: Bool
}
