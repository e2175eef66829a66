import Criteria
import FEEL
import Model
import Scoring
import Standing

extension Summary {
  /// The most units that are told one by one.
  static let mostUnits = 20

  /// People by level and unit; by unit alone where the pack has no levels.
  var people: [String] {
    let counts = LevelCounts(index.outcome.grading, rows: 0..<count)
    let levels = counts.levels.map { index.forms.label(ofLevel: $0.name)[language] }
    let states = counts.states.map(\.name)
    var table = TextTable(
      [Words.unit[language]] + levels
        + states.map { LevelWords.state(named: $0)[language] } + [Words.total[language]])
    let units = unitCounts
    for unit in units.prefix(Summary.mostUnits) { table.add(cells(unit.name, unit.counts, states)) }
    if units.count > Summary.mostUnits {
      let rest = Words.andMore.with("\(units.count - Summary.mostUnits)")[language]
      table.add(["… \(rest)"] + Array(repeating: "", count: levels.count + states.count + 1))
    }
    table.add(cells(Words.total[language], counts, states))
    let heading = "\(index.levelHeading(.people)[language]) (\(Words.expected[language])): "
    let title = "\(levels.isEmpty ? "" : heading)\(count) \(Words.people[language])"
    return [title] + table.lines(indent: Summary.indent) + decided + withoutResult
  }

  private var count: Int { world.tables[EngineTable.people.rawValue].count }

  private func cells(_ name: String, _ counts: LevelCounts, _ states: [String]) -> [String] {
    let byState = Dictionary(uniqueKeysWithValues: counts.states.map { ($0.name, $0.count) })
    return [name.cut(to: 34)] + counts.levels.map { $0.count.cell }
      + states.map { (byState[$0] ?? 0).cell } + [counts.total.cell]
  }

  /// The units with people, by name; people of whom no unit is known come last.
  private var unitCounts: [(name: String, counts: LevelCounts)] {
    var rows: [Int: [Int]] = [:]
    for (person, unit) in world.relations.unit.enumerated() {
      var place = -1
      if case .record(let reference) = unit { place = Int(reference.row) }
      rows[place, default: []].append(person)
    }
    let names = names
    let units = world.tables[EngineTable.units.rawValue].names
    let sorted = rows.keys.filter { $0 >= 0 }
      .map { (row: $0, name: names.unit(units[$0])) }
      .sorted {
        let (left, right) = (VietnameseTextKey($0.name), VietnameseTextKey($1.name))
        return left == right ? $0.row < $1.row : left < right
      }
    let known = sorted.map { unit in
      (unit.name, LevelCounts(index.outcome.grading, rows: rows[unit.row] ?? []))
    }
    guard let lost = rows[-1] else { return known }
    return known + [(Words.noUnit[language], LevelCounts(index.outcome.grading, rows: lost))]
  }

  /// How many levels of people are decided already.
  private var decided: [String] {
    let notes = index.outcome.grading.notes[EngineTable.people.rawValue]
    let count = notes.count { $0.decision != nil }
    return count == 0 ? [] : ["\(Summary.indent)\(Words.ofWhichDecided.with("\(count)")[language])"]
  }
}

extension Summary {
  /// The reasons that are told, those of most people first.
  private static let shownReasons = 4

  /// Why people have no result, and of how many that is a cause.
  private var withoutResult: [String] {
    let people = EngineTable.people.rawValue
    var counts: [String: Int] = [:]
    for row in 0..<world.tables[people].count
    where index.outcome.grading.level(.standing, people, row).levelName == nil {
      let reasons = index.reasons(people, row).map { index.forms.reasons[$0.reason][language] }
      for reason in Set(reasons) { counts[reason, default: 0] += 1 }
    }
    guard !counts.isEmpty else { return [] }
    let sorted = counts.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
    let told = sorted.prefix(Summary.shownReasons).map { "\($0.key) (\($0.value))" }
    let rest = sorted.count > told.count ? ["…"] : []
    return "\(Words.noLevelBecause[language]): \((told + rest).joined(separator: "; "))"
      .paragraph(indent: Summary.indent)
  }
}

extension Int {
  /// The number, or a dot that lets the eye pass where there is nothing.
  fileprivate var cell: String { self == 0 ? "·" : "\(self)" }
}

extension Words {
  static let noLevelBecause = LocalizedText("Chưa có mức vì", "No level because")
  static let ofWhichDecided = LocalizedText(
    "Trong đó … người theo quyết định đã có", "Of whom … as decided already")
}
