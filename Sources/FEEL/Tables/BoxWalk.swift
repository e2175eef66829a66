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
  /// For each row from which place of `order` on it covers all of the window.
  private let wideFrom: [Int]
  /// What is still to be done.
  private(set) var work: Int
  /// The rows that come first somewhere.
  private(set) var first: Set<Int> = []
  private(set) var blanks: [Blank] = []
  private(set) var hasMoreBlanks = false
  private var positions: [Int]

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
    wideFrom = boxes.boxes.map { [order, window = self.window] box in
      let narrow = order.lastIndex { box[$0].intersection(window[$0]) != window[$0] }
      return narrow.map { $0 + 1 } ?? 0
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
    wideFrom[row] <= level && boxes.isExact[row]
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
      let changes = changes(of: rows, on: side, in: stretch)
      work -= changes.count
      var active = ActiveRows()
      var seen: Set<[Int]> = []
      var change = 0
      var position = stretch.lowerBound
      while position <= stretch.upperBound {
        while change < changes.count, changes[change].position == position {
          active.take(changes[change])
          change += 1
        }
        work -= active.places.count + 1
        guard work > 0 else { return }
        let isSmall = active.places.count <= 64 && seen.count < 4096
        if !isSmall || seen.insert(active.places).inserted {
          positions[side] = position
          walk(active.places.map { rows[$0] }, level + 1)
        }
        position = change < changes.count ? changes[change].position : stretch.upperBound + 1
      }
    }
  }

  /// Where rows begin and end on an input, in order.
  private func changes(
    of rows: [Int], on side: Int, in stretch: ClosedRange<Int>
  ) -> [ActiveRows.Change] {
    var changes: [ActiveRows.Change] = []
    for (place, row) in rows.enumerated() {
      for part in boxes.boxes[row][side].stretches where part.overlaps(stretch) {
        let part = part.clamped(to: stretch)
        changes.append(.init(position: part.lowerBound, place: place, begins: true))
        changes.append(.init(position: part.upperBound + 1, place: place, begins: false))
      }
    }
    return changes.sorted { $0.position < $1.position }
  }

  /// Paints the rows over the last input in their order.
  private mutating func paint(_ rows: [Int], _ side: Int) {
    var blanks = Blanks(window[side])
    for row in rows where !blanks.isEmpty {
      let stretches = boxes.boxes[row][side].stretches
      work -= stretches.count + blanks.stretches.count / 16
      if stretches.contains(where: blanks.touch) { first.insert(row) }
      guard boxes.isExact[row] else { continue }
      for stretch in stretches { blanks.paint(stretch) }
    }
    for stretch in blanks.stretches where !hasMoreBlanks { addBlank(stretch, rows, side) }
  }

  /// Notes one position of a blank stretch: one at which surely no row holds, if there is any.
  private mutating func addBlank(_ stretch: ClosedRange<Int>, _ rows: [Int], _ side: Int) {
    let doubtful = rows.filter { !boxes.isExact[$0] }
    let sure = stretch.first { position in
      !doubtful.contains { boxes.boxes[$0][side].contains(position) }
    }
    positions[side] = sure ?? stretch.lowerBound
    add(Blank(positions: positions, isDoubtful: sure == nil))
  }
}

/// The rows that are possible at a position, by their places in a list, in order.
private struct ActiveRows {
  struct Change {
    let position: Int
    let place: Int
    let begins: Bool
  }

  private(set) var places: [Int] = []

  mutating func take(_ change: Change) {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < change.place { low = middle + 1 } else { high = middle }
    }
    if change.begins {
      places.insert(change.place, at: low)
    } else {
      places.remove(at: low)
    }
  }
}
