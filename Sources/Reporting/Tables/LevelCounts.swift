import Criteria
import FEEL
import Scoring
import Standing

/// How many people stand at which level, and how many have none and why.
struct LevelCounts {
  /// By level, the highest first; levels that nobody has included.
  private(set) var levels: [(name: String, count: Int)]
  /// By state, those that occur, by name; people whose level is open without a state are under
  /// ``LevelCounts/open``, and under none where the pack has no levels.
  private(set) var states: [(name: String, count: Int)] = []
  /// How many there are altogether.
  private(set) var total = 0
  /// The name under which people are counted whose level somebody has to decide.
  static let open = "needsDecision"

  /// Counts the standing levels of some people.
  init(_ grading: Grading, rows: some Sequence<Int>) {
    let scale = grading.world.pack.schema.scales.first?.symbols ?? []
    levels = scale.reversed().map { ($0, 0) }
    var counts: [String: Int] = [:]
    let people = EngineTable.people.rawValue
    for row in rows {
      total += 1
      if case .symbol(let symbol) = grading.level(.standing, people, row) {
        levels[scale.count - 1 - Int(symbol.rank)].count += 1
      } else if let state = grading.notes[people][row].state {
        counts[state, default: 0] += 1
      } else if !scale.isEmpty {
        counts[LevelCounts.open, default: 0] += 1
      }
    }
    states = counts.keys.sorted().map { ($0, counts[$0] ?? 0) }
  }
}
