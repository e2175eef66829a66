/// Which element needs which, in an order in which each comes after all that it needs.
struct RequirementGraph {
  /// All elements; of a circle, its members stand together.
  private(set) var order: [Int] = []
  private var circles: [Int: [Int]] = [:]

  /// Orders the elements; nothing here calls itself, so that long chains do no harm.
  ///
  /// - Parameter needs: For each element those that it needs.
  /// - Complexity: O(elements + needs).
  init(_ needs: [[Int]]) {
    // Tarjan's walk: elements of one circle stay on the stack until its first one is left.
    var number = [Int?](repeating: nil, count: needs.count)
    var lowest = [Int](repeating: 0, count: needs.count)
    var isOpen = [Bool](repeating: false, count: needs.count)
    var open: [Int] = []
    var count = 0
    for start in needs.indices where number[start] == nil {
      var path: [(element: Int, next: Int)] = [(start, 0)]
      while let (element, next) = path.last {
        if next == 0 {
          number[element] = count
          lowest[element] = count
          count += 1
          open.append(element)
          isOpen[element] = true
        }
        if next < needs[element].count {
          path[path.count - 1].next += 1
          let target = needs[element][next]
          if let seen = number[target] {
            if isOpen[target] { lowest[element] = min(lowest[element], seen) }
          } else {
            path.append((target, 0))
          }
          continue
        }
        path.removeLast()
        if let above = path.last?.element { lowest[above] = min(lowest[above], lowest[element]) }
        if lowest[element] == number[element] { close(element, needs, &open, &isOpen) }
      }
    }
  }

  private mutating func close(
    _ first: Int, _ needs: [[Int]], _ open: inout [Int], _ isOpen: inout [Bool]
  ) {
    var members: [Int] = []
    while let element = open.popLast() {
      isOpen[element] = false
      members.append(element)
      if element == first { break }
    }
    order += members
    guard members.count > 1 || needs[first].contains(first) else { return }
    for member in members { circles[member] = RequirementGraph.circle(member, members, needs) }
  }

  /// A way from a member of a circle back to itself, without its end.
  private static func circle(_ start: Int, _ members: [Int], _ needs: [[Int]]) -> [Int] {
    let inside = Set(members)
    var from: [Int: Int] = [:]
    var waiting = [start]
    var index = 0
    while index < waiting.count {
      let element = waiting[index]
      index += 1
      for next in needs[element] where inside.contains(next) {
        if next == start {
          var way = [element]
          while let last = way.last, last != start, let before = from[last] { way.append(before) }
          return way.reversed()
        }
        if from[next] == nil {
          from[next] = element
          waiting.append(next)
        }
      }
    }
    return [start]
  }

  /// The way from an element back to itself; nil if there is none.
  func circle(through element: Int) -> [Int]? { circles[element] }
}
