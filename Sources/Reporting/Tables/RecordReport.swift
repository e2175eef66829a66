import Criteria
import FEEL
import JSON
import Model
import Scoring
import Standing

/// The lines of `people.ndjson` and `units.ndjson`: everything that is known of one record.
struct RecordReport {
  let index: ReportIndex
  let table: Int
  /// Kept here because reading it through the index would copy it, with a count for every column.
  let world: World
  let layout: LayoutTable
  /// The values of the table, by their index in the layout, with their keys.
  private let values: [(index: Int, key: JSONKey)]
  let keys = Keys()
  let words: LevelWords
  /// What stands at the top of a line, of a record with a posting in the period and without one.
  let top: [TopMember]
  let topWithoutPosting: [TopMember]
  var isOfPeople: Bool { table == EngineTable.people.rawValue }

  init(_ index: ReportIndex, _ table: EngineTable) {
    self.index = index
    self.table = table.rawValue
    world = index.outcome.grading.world
    layout = world.pack.layout.tables[table.rawValue]
    let tables = world.pack.layout.valueTables
    values = tables.indices.filter { tables[$0] == table.rawValue }.map { [world] in
      ($0, JSONKey(FieldSchema.oneWord(world.pack.layout.values[$0].head.id)))
    }
    words = LevelWords(index)
    top = TopMember.all(of: table, world.pack, hasPosting: true)
    topWithoutPosting = TopMember.all(of: table, world.pack, hasPosting: false)
  }

  /// Writes one line.
  func write(_ row: Int, to json: inout JSONWriter) {
    json.object { json in
      writeHead(row, &json)
      writeLevel(row, &json)
      json.object(keys.values) { values in
        for place in self.values.indices {
          values.key(self.values[place].key)
          writeValue(self.values[place].index, row, to: &values)
        }
      }
      writeDecided(row, to: &json)
      json.array(keys.ranks) { ranks in
        index.tellPlaces(table, row) { write($0, to: &ranks) }
      }
      json.array(keys.quotas) { quotas in
        for quota in index.outcome.grading.quotas.indices { writeQuota(quota, row, to: &quotas) }
      }
      if !isOfPeople { writePeople(row, to: &json) }
      json.array(keys.readings) {
        for name in index.readings.names(table, row, in: world) { $0.string(name) }
      }
      json.array(keys.reasons) {
        for cause in index.reasons(table, row) { index.forms.write(cause, to: &$0) }
      }
      json.array(keys.problems) {
        for problem in index.problems(table, row) { problem.write(to: &$0) }
      }
    }
    json.endLine()
  }

  private func writeValue(_ value: Int, _ row: Int, to json: inout JSONWriter) {
    guard world.values[value].indices.contains(row) else { return json.null() }
    index.forms.write(world.values[value][row], to: &json)
  }

  /// Writes the values that a decision gives beside what their formulas give; nothing without one.
  private func writeDecided(_ row: Int, to json: inout JSONWriter) {
    guard !world.given.isEmpty else { return }
    let decided = values.compactMap { value, _ -> (index: Int, decision: String)? in
      let name = world.pack.layout.values[value].head.id
      guard world.given[value]?[row] != nil,
        case .one(let decision) = world.decision(on: name, table, row)
      else { return nil }
      return (value, world.tables[EngineTable.decisions.rawValue].names[decision])
    }
    guard !decided.isEmpty else { return }
    json.array("decided") { json in
      for (value, decision) in decided {
        json.object { json in
          json.member("value", FieldSchema.oneWord(world.pack.layout.values[value].head.id))
          json.key("decided")
          index.forms.write(world.value(value, row: row), to: &json)
          json.key("computed")
          index.forms.write(world.formulaValue(value, row: row), to: &json)
          json.member("decision", decision)
        }
      }
    }
  }

  /// How many people of the unit stand at which level, in the order of the scale.
  private func writePeople(_ row: Int, to json: inout JSONWriter) {
    let counts = LevelCounts(
      index.outcome.grading, rows: world.relations.members[row].map { Int($0) })
    json.object("people") { counts.write(to: &$0) }
  }
}

extension RecordReport {
  /// The keys that are in every line, made once.
  struct Keys {
    let level = JSONKey("level")
    /// The stages of a level with their keys.
    let stages = LevelStage.allCases.map { ($0.rawValue, JSONKey("\($0)")) }
    let state = JSONKey("state")
    let pending = JSONKey("pending")
    let needsDecision = JSONKey("needsDecision")
    let entry = JSONKey("entry")
    let caps = JSONKey("caps")
    let quota = JSONKey("quota")
    let decision = JSONKey("decision")
    let values = JSONKey("values")
    let ranks = JSONKey("ranks")
    let ranking = JSONKey("ranking")
    let within = JSONKey("within")
    let group = JSONKey("group")
    let rank = JSONKey("rank")
    let rankedCount = JSONKey("of")
    let quotas = JSONKey("quotas")
    let outcome = JSONKey("outcome")
    let candidate = JSONKey("candidate")
    let scopes = JSONKey("scopes")
    let full = JSONKey("full")
    let scope = JSONKey("scope")
    let heldBy = JSONKey("heldBy")
    let holders = JSONKey("holders")
    let contests = JSONKey("contests")
    let readings = JSONKey("readings")
    let reasons = JSONKey("reasons")
    let problems = JSONKey("problems")
  }
}
