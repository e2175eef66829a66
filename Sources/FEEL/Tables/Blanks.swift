/// Positions that nothing was painted over yet, as stretches in order.
struct Blanks {
  private(set) var stretches: [ClosedRange<Int>]

  /// All positions of a region are blank.
  init(_ region: Region) { stretches = region.stretches }

  var isEmpty: Bool { stretches.isEmpty }

  /// Whether some position of a stretch is blank.
  ///
  /// - Complexity: O(log stretches).
  func touch(_ stretch: ClosedRange<Int>) -> Bool {
    let first = first(endingFrom: stretch.lowerBound)
    return first < stretches.count && stretches[first].lowerBound <= stretch.upperBound
  }

  /// Paints a stretch.
  ///
  /// - Complexity: O(stretches), as those behind move.
  mutating func paint(_ stretch: ClosedRange<Int>) {
    let first = first(endingFrom: stretch.lowerBound)
    var end = first
    var left: [ClosedRange<Int>] = []
    while end < stretches.count, stretches[end].lowerBound <= stretch.upperBound {
      let blank = stretches[end]
      if blank.lowerBound < stretch.lowerBound {
        left.append(blank.lowerBound...stretch.lowerBound - 1)
      }
      if blank.upperBound > stretch.upperBound {
        left.append(stretch.upperBound + 1...blank.upperBound)
      }
      end += 1
    }
    if first < end { stretches.replaceSubrange(first..<end, with: left) }
  }

  /// The first blank stretch that ends at a position or behind.
  private func first(endingFrom position: Int) -> Int {
    var (low, high) = (0, stretches.count)
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].upperBound < position { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
