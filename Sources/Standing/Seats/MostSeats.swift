/// The most people who can be seated together, the order left aside.
///
/// Scopes that cross in two ways (groups one way, lengths of service the other) part into two
/// families, each nested in itself. Then people are paths from one side to the other, scopes are
/// bottlenecks, and the greatest number of paths is the answer:
///
///     source ─▶ agency ─▶ group ─▶ person ─▶ service ─▶ sink      each ─▶ into a scope holds its seats
///
/// Found by adding one path after another (Ford and Fulkerson); work O(seats * memberships).
struct MostSeats {
  /// The number of people.
  private(set) var count = 0
  /// For each node its edges; an edge and its reverse differ in the last bit.
  private var edges: [[Int]]
  private var ends: [Int] = []
  private var room: [Int] = []

  /// Counts for one family, or makes nothing if its scopes do not part into two nested families.
  init?(_ family: ScopeFamily, seats: [Int], chains: [[Int]]) {
    guard let sides = MostSeats.sides(of: family, chains: chains) else { return nil }
    let (source, sink) = (seats.count + chains.count, seats.count + chains.count + 1)
    edges = [[Int]](repeating: [], count: sink + 1)
    var linked = Set<Int>()
    for person in family.members {
      var (inward, outward) = (source, sink)
      for scope in chains[person] {
        let isNew = linked.insert(scope).inserted
        if sides.contains(scope) {
          if isNew { link(inward, scope, seats[scope]) }
          inward = scope
        } else {
          if isNew { link(scope, outward, seats[scope]) }
          outward = scope
        }
      }
      link(inward, seats.count + person, 1)
      link(seats.count + person, outward, 1)
    }
    while addPath(from: source, to: sink) { count += 1 }
  }

  private mutating func link(_ start: Int, _ end: Int, _ capacity: Int) {
    edges[start].append(ends.count)
    edges[end].append(ends.count + 1)
    ends += [end, start]
    room += [capacity, 0]
  }

  /// Adds a shortest path with room, giving way on paths found before where needed.
  private mutating func addPath(from source: Int, to sink: Int) -> Bool {
    var arrivals = [Int?](repeating: nil, count: edges.count)
    var queue = [source]
    var next = 0
    while next < queue.count, arrivals[sink] == nil {
      for edge in edges[queue[next]] where room[edge] > 0 && ends[edge] != source {
        if arrivals[ends[edge]] != nil { continue }
        arrivals[ends[edge]] = edge
        queue.append(ends[edge])
      }
      next += 1
    }
    guard arrivals[sink] != nil else { return false }
    var node = sink
    while let edge = arrivals[node] {
      room[edge] -= 1
      room[edge ^ 1] += 1
      node = ends[edge ^ 1]
    }
    return true
  }

  /// Parts crossing scopes into two sides with no crossing inside either, if that can be done.
  private static func sides(of family: ScopeFamily, chains: [[Int]]) -> Set<Int>? {
    var people: [Int: Set<Int>] = [:]
    for person in family.members {
      for scope in chains[person] { people[scope, default: []].insert(person) }
    }
    var side: [Int: Bool] = [:]
    for start in family.scopes where side[start] == nil {
      side[start] = true
      var queue = [start]
      while let scope = queue.popLast() {
        for other in family.scopes
        where people[scope, default: []].crosses(people[other, default: []]) {
          if side[other] == side[scope] { return nil }
          if side[other] != nil { continue }
          side[other] = !(side[scope] ?? true)
          queue.append(other)
        }
      }
    }
    return Set(side.filter(\.value).keys)
  }
}

extension Set<Int> {
  /// Whether two sets share something, and neither is inside the other.
  func crosses(_ other: Set<Int>) -> Bool {
    let shared = intersection(other).count
    return shared > 0 && shared < count && shared < other.count
  }
}
