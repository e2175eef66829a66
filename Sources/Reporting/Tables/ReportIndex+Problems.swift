import Criteria
import FEEL
import Model
import Scoring

extension ReportIndex {
  /// For each person and unit the problems of its records, by their index in the run's problems.
  ///
  /// A record is found by its place, or by its key where a copy of it was left out.
  ///
  /// - Complexity: O(records of the tables with problems + problems).
  static func problems(
    _ problems: [RecordProblem], of world: World, counts: [Int]
  ) -> [[[Int]]] {
    var found = counts.map { Array(repeating: [Int](), count: $0) }
    let byTable = Dictionary(grouping: problems.indices) { problems[$0].table }
    for (index, table) in world.pack.layout.tables.enumerated() {
      guard let here = byTable[table.name] else { continue }
      let rows = RowFinder(index, in: world)
      for problem in here {
        guard let row = rows.row(of: problems[problem]) else { continue }
        for owner in owners(index, row, world) {
          found[Int(owner.type)][Int(owner.row)].append(problem)
        }
      }
    }
    // What a record lacks is told in an order of its own, not in that of the lines of a file.
    for table in found.indices {
      for row in found[table].indices where found[table][row].count > 1 {
        found[table][row].sort { problems[$0].isToldBefore(problems[$1]) }
      }
    }
    return found
  }

  /// The person or unit that a record is about: itself, or what it refers to.
  private static func owners(_ table: Int, _ row: Int, _ world: World) -> Set<RecordReference> {
    if table <= EngineTable.units.rawValue {
      return [RecordReference(type: Int32(table), row: Int32(row))]
    }
    let layout = world.pack.layout.tables[table]
    let fields = layout.ownerField.map { [$0] } ?? engineOwners(table, layout)
    return Set(
      fields.compactMap { field in
        guard case .record(let owner) = world.tables[table].columns[field][row],
          owner.type <= EngineTable.units.rawValue
        else { return nil }
        return owner
      })
  }

  private static func engineOwners(_ table: Int, _ layout: LayoutTable) -> [Int] {
    guard EngineTable(rawValue: table) != nil else { return [] }
    return ["person", "unit"].compactMap { layout.field($0) }
  }
}

/// Finds the row of a table that a problem speaks of.
private struct RowFinder {
  private var byPlace: [[Int32]: Int] = [:]
  private var byName: [String: Int] = [:]
  /// Stands for a line that holds several records, of which none can be told.
  private static let several = -1
  /// The indices of each file; one file may hold several tables.
  private let files: [String: [Int32]]

  init(_ table: Int, in world: World) {
    files = Dictionary(
      world.files.enumerated().map { ($1, [Int32($0)]) }, uniquingKeysWith: +)
    for (row, place) in world.tables[table].places.enumerated() {
      let key = [place.file, place.line]
      byPlace[key] = byPlace[key] == nil ? row : RowFinder.several
    }
    for (row, name) in world.tables[table].names.enumerated() where byName[name] == nil {
      byName[name] = row
    }
  }

  func row(of problem: RecordProblem) -> Int? {
    for file in files[problem.file] ?? [] {
      let row = byPlace[[file, Int32(clamping: problem.line)]]
      if let row, row != RowFinder.several { return row }
    }
    return problem.record.flatMap { byName[$0] }
  }
}

extension ResolvedPack {
  /// The same pack with the formulas as they were written, where those here read folded tables.
  var asWritten: ResolvedPack {
    ResolvedPack.resolve(pack, for: kind, overrides: chosen).resolved ?? self
  }
}

extension RecordProblem {
  /// Whether one problem of a person stands before another, wherever their lines are.
  fileprivate func isToldBefore(_ other: RecordProblem) -> Bool {
    [table, record ?? "", field ?? "", kind.rawValue].lexicographicallyPrecedes([
      other.table, other.record ?? "", other.field ?? "", other.kind.rawValue,
    ])
  }
}
