import Criteria
package import FEEL
import Model
package import Scoring

/// The order of lines by texts, as offices sort them, names of people by given name; and by dates, the
/// earlier first.
package struct LineOrder: Sendable {
  private let order: [Program]
  private let world: World

  /// An order by the values of some formulas, the first one first; never by a score.
  package init(_ order: [Program], _ world: World) {
    self.order = order
    self.world = world
  }

  /// Some rows of a table in this order; those that are equal in all values by row.
  ///
  /// What is neither a text nor a date comes first.
  ///
  /// - Complexity: O(n log n), and the formulas for those rows that the ones before leave equal.
  package func sorted(_ rows: [Int], of table: Int) -> [Int] {
    var sorted = rows.sorted()
    var level = [0..<sorted.count].filter { $0.count > 1 }
    for program in order where !level.isEmpty {
      let ranks = ranks(of: program, table, level.flatMap { sorted[$0] })
      var (left, first) = ([Range<Int>](), 0)
      for group in level {
        let keyed = zip(ranks[first...], sorted[group]).sorted { $0 < $1 }
        for (place, one) in zip(group, keyed) { sorted[place] = one.1 }
        left += runs(of: keyed.map(\.0), from: group.lowerBound)
        first += group.count
      }
      level = left
    }
    return sorted
  }

  /// The places from `start` on where a rank stands several times.
  private func runs(of ranks: [Int], from start: Int) -> [Range<Int>] {
    var (found, first) = ([Range<Int>](), 0)
    for place in 1...ranks.count where place == ranks.count || ranks[place] != ranks[first] {
      if place - first > 1 { found.append(start + first..<start + place) }
      first = place
    }
    return found
  }

  /// The places of the values of a formula among themselves; equal ones have the same.
  private func ranks(of program: Program, _ table: Int, _ rows: [Int]) -> [Int] {
    let isName = program.root.readsPersonName
    var (known, numbers): ([LineText: Int], [Int]) = ([:], [])
    for text in world.column(program, of: table, rows).lazy.map({ LineText($0) }) {
      let number = known[text] ?? known.count
      if number == known.count { known[text] = number }
      numbers.append(number)
    }
    let texts = known.sorted { $0.value < $1.value }.map(\.key)
    let keys = world.each(texts.count, rows: texts.count) { LineKey(texts[$0], isName: isName) }
    var (ranks, rank) = ([Int](repeating: 0, count: texts.count), 0)
    let order = keys.indices.sorted { keys[$0] < keys[$1] }
    for (place, text) in order.enumerated() {
      if place > 0, keys[order[place - 1]] != keys[text] { rank += 1 }
      ranks[text] = rank
    }
    return numbers.map { ranks[$0] }
  }
}

/// What a formula of an order gives for a row.
private enum LineText: Hashable, Sendable {
  case none
  case date(CalendarDate)
  case text(String)

  init(_ value: Value) {
    switch value {
    case .date(let date): self = .date(date)
    case .string(let text): self = .text(text)
    default: self = .none
    }
  }
}

/// What one part of an order compares.
private enum LineKey: Comparable, Sendable {
  case none
  case date(CalendarDate)
  case text(VietnameseTextKey)
  case name(VietnameseNameKey)

  init(_ text: LineText, isName: Bool) {
    switch text {
    case .none: self = .none
    case .date(let date): self = .date(date)
    case .text(let text):
      self = isName ? .name(VietnameseNameKey(text)) : .text(VietnameseTextKey(text))
    }
  }
}

extension Node {
  /// Whether the formula is the name of a person.
  fileprivate var readsPersonName: Bool {
    guard case .member(let base, let member) = kind, case .record(let table, _) = base.type else {
      return false
    }
    return table == EngineTable.people.rawValue
      && EngineTable.people.fieldNames.firstIndex(of: "name") == member
  }
}

extension Grading {
  /// Whether a record can be a line at all: used, and its person or unit within the pack's scope.
  package func mayBeListed(_ table: Int, _ row: Int) -> Bool {
    guard world.isUsed(table, row) else { return false }
    if table <= EngineTable.units.rawValue { return notes[table][row].state != outOfScope }
    guard let field = world.pack.layout.tables[table].ownerField else { return true }
    guard case .record(let owner) = world.tables[table].columns[field][row] else { return false }
    return notes[Int(owner.type)][Int(owner.row)].state != outOfScope
  }
}
