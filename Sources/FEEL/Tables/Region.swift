/// Positions on an axis, as stretches that neither touch nor overlap, in order.
struct Region: Hashable, Sendable {
  private(set) var stretches: [ClosedRange<Int>]

  /// All positions of a stretch.
  init(_ stretch: ClosedRange<Int>) { stretches = [stretch] }

  private init(sorted: [ClosedRange<Int>]) { stretches = sorted }

  /// No position.
  static let nothing = Region(sorted: [])

  var isEmpty: Bool { stretches.isEmpty }

  /// The only stretch, nil if there are none or several.
  var only: ClosedRange<Int>? { stretches.count == 1 ? stretches[0] : nil }

  func contains(_ position: Int) -> Bool { stretches.contains { $0.contains(position) } }

  func union(_ other: Region) -> Region {
    let sorted = (stretches + other.stretches).sorted { $0.lowerBound < $1.lowerBound }
    var joined: [ClosedRange<Int>] = []
    for stretch in sorted {
      if let last = joined.last, stretch.lowerBound <= last.upperBound + 1 {
        joined[joined.count - 1] =
          last.lowerBound...max(last.upperBound, stretch.upperBound)
      } else {
        joined.append(stretch)
      }
    }
    return Region(sorted: joined)
  }

  func intersection(_ other: Region) -> Region {
    var common: [ClosedRange<Int>] = []
    var (i, j) = (0, 0)
    while i < stretches.count, j < other.stretches.count {
      let (a, b) = (stretches[i], other.stretches[j])
      if a.overlaps(b) { common.append(a.clamped(to: b)) }
      if a.upperBound < b.upperBound { i += 1 } else { j += 1 }
    }
    return Region(sorted: common)
  }

  func overlaps(_ other: Region) -> Bool {
    if let a = only, let b = other.only { return a.overlaps(b) }
    return !intersection(other).isEmpty
  }

  /// The positions below `count` that are not in the region.
  func complement(below count: Int) -> Region {
    var gaps: [ClosedRange<Int>] = []
    var next = 0
    for stretch in stretches {
      if next < stretch.lowerBound { gaps.append(next...stretch.lowerBound - 1) }
      next = stretch.upperBound + 1
    }
    if next < count { gaps.append(next...count - 1) }
    return Region(sorted: gaps)
  }

  /// The region after positions were left out: `kept[p]` of them are left below position `p`.
  func renumbered(_ kept: [Int]) -> Region {
    Region(
      sorted: stretches.compactMap { stretch in
        let (low, end) = (kept[stretch.lowerBound], kept[stretch.upperBound + 1])
        return low < end ? low...end - 1 : nil
      }
    ).union(.nothing)
  }
}
