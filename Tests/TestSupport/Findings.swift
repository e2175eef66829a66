import Criteria
import FEEL
package import Merit
import Model
import Records
import Scoring
import Standing

/// Everything that one evaluation found, as texts by place: nothing in it depends on row numbers.
///
/// Keys are such as `people/A.score`, `people/A.level`, `lists/support`, `problems`.
package struct Findings: Hashable, Sendable {
  package private(set) var texts: [String: String] = [:]
  private let world: World

  /// Evaluates a dataset and keeps what was found.
  package init(
    _ dataset: SampleDataset, _ pack: CriteriaPack, _ options: EvaluationOptions
  ) throws {
    try self.init(
      Evaluation(
        source: DatasetSource(bytes: Array(dataset.json.utf8), name: "test"), pack: pack,
        options: options, given: [:]))
  }

  package init(_ evaluation: Evaluation) {
    world = evaluation.outcome.grading.world
    addValues()
    addLevels(evaluation.outcome.grading)
    addStanding(evaluation.outcome)
    let problems = evaluation.problems
    texts["problems"] = problems.tables.flatMap { table in
      problems.counts(of: table).map { "\(table) \($0.kind.rawValue) \($0.count)" }
    }.joined(separator: "; ")
  }

  package subscript(key: String) -> String? { texts[key] }

  /// The keys whose texts differ, or that only one side has, sorted.
  package func differences(from other: Findings) -> [String] {
    Set(texts.keys).union(other.texts.keys).filter { texts[$0] != other.texts[$0] }.sorted()
  }

  /// The words of both sides for every key that differs, at most twenty of them.
  package func explain(_ other: Findings) -> String {
    differences(from: other).prefix(20).map { key in
      "\(key): \(texts[key] ?? "—") ≠ \(other.texts[key] ?? "—")"
    }.joined(separator: "\n")
  }

  package static func == (left: Findings, right: Findings) -> Bool { left.texts == right.texts }

  package func hash(into hasher: inout Hasher) { hasher.combine(texts) }
}

extension Findings {
  private mutating func addValues() {
    for (index, value) in world.pack.values.enumerated() {
      for (row, found) in world.values[index].enumerated() {
        let record = name(Int32(value.table), Int32(row))
        texts["\(record).\(value.rule.head.id)"] = text(found)
      }
    }
    for table in [EngineTable.people, .units] {
      for row in 0..<world.tables[table.rawValue].count {
        let record = name(Int32(table.rawValue), Int32(row))
        if table == .people { texts["\(record).unit"] = text(world.relations.unit[row]) }
        if table == .units { texts["\(record).agency"] = "\(world.relations.agency[row] >= 0)" }
      }
    }
  }

  private mutating func addLevels(_ grading: Grading) {
    for table in [EngineTable.people.rawValue, EngineTable.units.rawValue] {
      for row in 0..<world.tables[table].count {
        let record = name(Int32(table), Int32(row))
        let note = grading.notes[table][row]
        for stage in LevelStage.allCases {
          texts["\(record).\(stage.name)"] = text(grading.level(stage, table, row))
        }
        texts["\(record).note"] = "\(note)"
      }
    }
  }

  private mutating func addStanding(_ outcome: Outcome) {
    for ranking in outcome.rankings {
      let table = Int32(ranking.ranking.table)
      for group in ranking.scopes.joined() {
        for (row, place) in zip(group.rows, group.places) {
          let key = "ranking/\(ranking.ranking.rule.head.id)/\(group.key.joined(separator: "/"))"
          texts["\(key)/\(name(table, Int32(row)))"] = "\(place)"
        }
      }
    }
    for list in outcome.lists {
      let table = Int32(list.list.table)
      let lines = list.lines.map { line in
        let cells = line.cells.map { $0.map { text($0) } ?? "" }.joined(separator: "|")
        return "\(name(table, Int32(line.row))): \(cells) \(line.attention)"
      }
      let held = list.heldBack.map { "\(name(table, Int32($0.row))): \($0.guards)" }
      let open = list.open.map { "\(name(table, Int32($0.row))): \($0.why)" }
      texts["lists/\(list.list.rule.head.id)"] = """
        \(lines.joined(separator: "\n"))
        held back \(held.joined(separator: "\n"))
        open \(open.joined(separator: "\n"))
        unset \(list.unset)
        """
    }
    for quota in outcome.grading.quotas {
      for scope in quota.scopes {
        texts["quotas/\(quota.quota)/\(scope.key.joined(separator: "/"))"] =
          "\(text(scope.share)) others \(scope.others) \(scope.prospect) \(scope.seats)"
      }
    }
  }

  private func name(_ table: Int32, _ row: Int32) -> String {
    world.name(RecordReference(type: table, row: row))
  }

  /// A value with records by their names.
  private func text(_ value: Value) -> String {
    switch value {
    case .record(let record): world.name(record)
    case .list(let elements): "[" + elements.map { text($0) }.joined(separator: ", ") + "]"
    case .perhaps(let inner, let why): "perhaps \(text(inner)) \(why)"
    default: "\(value)"
    }
  }
}
