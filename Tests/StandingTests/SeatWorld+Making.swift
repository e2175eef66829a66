import FEEL
import Standing

extension SeatWorld {
  /// An agency and its groups: scope 0 is everybody, the others are the groups.
  init(order: [[Int]], groups: [Int], seats: (_ people: Int) -> Int) {
    let groupCount = (groups.max() ?? -1) + 1
    self.order = order
    scopes = [(1 << groups.count) - 1]
    for group in 0..<groupCount {
      scopes.append(groups.indices.reduce(0) { $0 | (groups[$1] == group ? 1 << $1 : 0) })
    }
    self.seats = scopes.map { seats($0.nonzeroBitCount) }
  }

  /// A seeded world of some people: one or two agencies with groups, or scopes of any shape.
  init(people: Int, crossing: Bool, using numbers: inout SeededNumbers) {
    var left = people
    var sizes: [Int] = []
    while left > 0 {
      let size = min(left, [1, 1, 1, 2, 2, 3, 4][numbers.below(7)])
      sizes.append(size)
      left -= size
    }
    order = classes(sizes)
    var scopes: [Int] = []
    let all = (1 << people) - 1
    if crossing, numbers.below(2) == 0 {
      scopes = [all] + SeatWorld.parts(of: people, &numbers) + SeatWorld.parts(of: people, &numbers)
    } else if crossing {
      scopes = numbers.below(2) == 0 ? [all] : []
      for _ in 0..<(2 + numbers.below(3)) {
        let (one, other) = (numbers.below(1 << people), numbers.below(1 << people))
        scopes.append([one, one | other, one & other][numbers.below(3)])
      }
    } else {
      let agencies = 1 + numbers.below(2)
      let groups = 1 + numbers.below(3)
      let rooms = 1 + numbers.below(2)
      var parts: [[Int]: Int] = [:]
      for person in 0..<people {
        let agency = numbers.below(agencies)
        let group = numbers.below(groups + 1)
        parts[[agency], default: 0] |= 1 << person
        if group == groups { continue }
        parts[[agency, group], default: 0] |= 1 << person
        if rooms > 1 { parts[[agency, group, numbers.below(2)], default: 0] |= 1 << person }
      }
      scopes = parts.keys.sorted { $0.lexicographicallyPrecedes($1) }.compactMap { parts[$0] }
      scopes.shuffle(using: &numbers)
    }
    self.scopes = scopes
    seats = scopes.map { scope in
      let size = scope.nonzeroBitCount
      return numbers.below(3) == 0 ? numbers.below(size + 1) : numbers.below((size + 3) / 2)
    }
  }

  /// People parted into two to four groups.
  private static func parts(of people: Int, _ numbers: inout SeededNumbers) -> [Int] {
    var parts = [Int](repeating: 0, count: 2 + numbers.below(3))
    for person in 0..<people { parts[numbers.below(parts.count)] |= 1 << person }
    return parts
  }
}
