/// Goes through all combinations of input values at once, and finds which row comes first in each.
///
/// Input by input the positions are cut into stretches in which the same rows are possible; on the
/// last input the rows are painted over it in their order, each over what is still blank:
///
///     first row      ██████
///     second row         ░░███░░
///     blank       ···           ···   no row holds here
struct BoxWalk {
  /// A combination of positions, one for each input, at which no exact row holds.
  struct Blank {
    let positions: [Int]
    /// Whether a row that is not exact may hold there.
    let isDoubtful: Bool
  }

  /// The most steps of one walk.
  static let greatestWork = 250_000_000
  /// The most inputs.
  static let greatestSides = 64
  /// The most blanks that are kept.
  static let greatestBlanks = 20

  private let boxes: RowBoxes
  /// Where to look, for each input.
  private let window: [Region]
  /// The inputs in the order in which they are taken, the one with most positions last.
  private let order: [Int]
  /// For each row and input whether the row covers all of the window.
  private let isWide: [[Bool]]
  /// What is still to be done.
  private(set) var work: Int
  /// The rows that come first somewhere.
  private(set) var first: Set<Int> = []
  private(set) var blanks: [Blank] = []
  private(set) var hasMoreBlanks = false
  private var positions: [Int]
  /// For each position of the last input the next one that is not painted.
  private var next: [Int32] = []

  /// Whether everything was looked at.
  var isComplete: Bool { work > 0 }

  /// Walks through rows in the order of their precedence.
  ///
  /// - Complexity: at most `greatestWork` steps, after which the walk is not complete.
  init(_ boxes: RowBoxes, rows: [Int], window: [Region]? = nil, work: Int = greatestWork) {
    self.boxes = boxes
    self.window =
      window ?? boxes.sides.map { Region(0...max(0, ($0?.count ?? 1) - 1)) }
    let sides = boxes.sides.indices.filter { boxes.sides[$0] != nil }
    order = sides.sorted { one, other in
      let (a, b) = (boxes.sides[one]?.count ?? 0, boxes.sides[other]?.count ?? 0)
      return (a, one) < (b, other)
    }
    isWide = boxes.boxes.map { [window = self.window] box in
      zip(box, window).map { $0.intersection($1) == $1 }
    }
    self.work = order.count > BoxWalk.greatestSides ? 0 : work
    positions = self.window.map { $0.stretches.first?.lowerBound ?? 0 }
    walk(rows.filter { !boxes.isEmpty($0) }, 0)
  }

  private mutating func walk(_ rows: [Int], _ level: Int) {
    work -= rows.count + 1
    guard work > 0 else { return }
    let rows = upToCover(rows, level)
    if let only = rows.first, covers(only, level) {
      first.insert(only)
      return
    }
    guard level < order.count else { return finish(rows) }
    guard level < order.count - 1 else { return paint(rows, order[level]) }
    cut(rows, level)
  }

  /// The rows up to the first that covers all that is left, as none can come after it.
  private func upToCover(_ rows: [Int], _ level: Int) -> [Int] {
    guard let cover = rows.firstIndex(where: { covers($0, level) }) else { return rows }
    return Array(rows[...cover])
  }

  private func covers(_ row: Int, _ level: Int) -> Bool {
    boxes.isExact[row] && order[level...].allSatisfy { isWide[row][$0] }
  }

  /// No input is left: the first exact row comes first, and the rows in doubt before it perhaps.
  private mutating func finish(_ rows: [Int]) {
    for row in rows {
      first.insert(row)
      if boxes.isExact[row] { return }
    }
    add(Blank(positions: positions, isDoubtful: !rows.isEmpty))
  }

  private mutating func add(_ blank: Blank) {
    if blanks.count < BoxWalk.greatestBlanks { blanks.append(blank) } else { hasMoreBlanks = true }
  }

  /// Cuts the positions of an input wherever a row begins or ends, and goes on in each stretch.
  private mutating func cut(_ rows: [Int], _ level: Int) {
    let side = order[level]
    for stretch in window[side].stretches {
      var changes: [(position: Int, row: Int, begins: Bool)] = []
      for (index, row) in rows.enumerated() {
        for part in boxes.boxes[row][side].stretches where part.overlaps(stretch) {
          let part = part.clamped(to: stretch)
          changes.append((part.lowerBound, index, true))
          changes.append((part.upperBound + 1, index, false))
        }
      }
      changes.sort { $0.position < $1.position }
      work -= changes.count
      var isActive = [Bool](repeating: false, count: rows.count)
      var seen: Set<[Int]> = []
      var change = 0
      var position = stretch.lowerBound
      while position <= stretch.upperBound {
        while change < changes.count, changes[change].position == position {
          isActive[changes[change].row] = changes[change].begins
          change += 1
        }
        let active = rows.indices.filter { isActive[$0] }.map { rows[$0] }
        work -= rows.count
        guard work > 0 else { return }
        let isSmall = active.count <= 64 && seen.count < 4096
        if !isSmall || seen.insert(active).inserted {
          positions[side] = position
          walk(active, level + 1)
        }
        position = change < changes.count ? changes[change].position : stretch.upperBound + 1
      }
    }
  }

  /// Paints the rows over the last input in their order.
  private mutating func paint(_ rows: [Int], _ side: Int) {
    let count = boxes.sides[side]?.count ?? 0
    next = (0...Int32(clamping: count)).map { $0 }
    work -= count / 8 + 1
    for row in rows {
      for stretch in boxes.boxes[row][side].stretches { paint(row, stretch, side) }
    }
    for stretch in window[side].stretches {
      var position = blank(from: stretch.lowerBound)
      while position <= stretch.upperBound {
        var end = position + 1
        while end <= stretch.upperBound, Int(next[end]) == end { end += 1 }
        addBlank(position..<end, rows, side)
        if hasMoreBlanks { return }
        position = blank(from: end)
      }
    }
  }

  /// Notes one position of a blank stretch: one at which surely no row holds, if there is any.
  private mutating func addBlank(_ stretch: Range<Int>, _ rows: [Int], _ side: Int) {
    let doubtful = rows.filter { !boxes.isExact[$0] }
    let sure = stretch.first { position in
      !doubtful.contains { boxes.boxes[$0][side].contains(position) }
    }
    positions[side] = sure ?? stretch.lowerBound
    add(Blank(positions: positions, isDoubtful: sure == nil))
  }

  private mutating func paint(_ row: Int, _ stretch: ClosedRange<Int>, _ side: Int) {
    for allowed in window[side].stretches where allowed.overlaps(stretch) {
      let part = allowed.clamped(to: stretch)
      var position = blank(from: part.lowerBound)
      if position <= part.upperBound { first.insert(row) }
      guard boxes.isExact[row] else { continue }
      while position <= part.upperBound {
        next[position] = Int32(clamping: position + 1)
        work -= 1
        position = blank(from: position + 1)
      }
    }
  }

  /// The first position from here on that is not painted; the way there is shortened.
  private mutating func blank(from start: Int) -> Int {
    var end = start
    while Int(next[end]) != end { end = Int(next[end]) }
    var position = start
    while Int(next[position]) != position {
      let following = Int(next[position])
      next[position] = Int32(clamping: end)
      position = following
    }
    return end
  }
}
