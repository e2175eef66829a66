import Criteria
import FEEL
import JSON
import Model
import Scoring
import Standing

extension RecordReport {
  /// Writes who or what the line is about, the posting in the period, and the values that order.
  func writeHead(_ row: Int, _ json: inout JSONWriter) {
    var names = TopNames()
    names.add("id", to: &json) { $0.string(world.tables[table].names[row]) }
    names.add("name", to: &json) { $0.string(world.personOrUnitName(table, row)) }
    for field in layout.declaredFields { add(field, of: table, row, &names, &json) }
    if isOfPeople { addPosting(row, &names, &json) } else { addParent(row, &names, &json) }
    for ranking in world.pack.rankings where ranking.table == table {
      names.add(ranking.rule.by, to: &json) { json in
        let record = RecordReference(type: Int32(table), row: Int32(row))
        index.forms.write(world.value(of: ranking.by, in: record), to: &json)
      }
    }
  }

  private func add(
    _ field: Int, of table: Int, _ row: Int, _ names: inout TopNames, _ json: inout JSONWriter
  ) {
    names.add(world.pack.layout.tables[table].fields[field].name, to: &json) {
      index.forms.write(world.tables[table].columns[field][row], to: &$0)
    }
  }

  private func addPosting(_ row: Int, _ names: inout TopNames, _ json: inout JSONWriter) {
    names.add("unit", to: &json) { $0.id(world.relations.unit[row], world) }
    names.add("agency", to: &json) { $0.id(world.related(.agency, table, row), world) }
    guard case .record(let posting) = world.relations.posting[row] else { return }
    let postings = EngineTable.postings.rawValue
    for field in world.pack.layout.tables[postings].declaredFields {
      add(field, of: postings, Int(posting.row), &names, &json)
    }
  }

  private func addParent(_ row: Int, _ names: inout TopNames, _ json: inout JSONWriter) {
    guard let parent = layout.field("parent"), let agency = layout.field("agency") else { return }
    names.add("parent", to: &json) { $0.id(world.tables[table].columns[parent][row], world) }
    add(agency, of: table, row, &names, &json)
  }

  /// Writes the level at every stage and how it came about.
  func writeLevel(_ row: Int, _ json: inout JSONWriter) {
    let note = index.outcome.grading.notes[table][row]
    json.object("level") { json in
      for stage in LevelStage.allCases {
        let level = index.outcome.grading.level(stage, table, row)
        json.member("\(stage)", orNull: level.levelName)
      }
      json.member("state", orNull: note.state)
      if note.state != nil { json.member("stateLabel", LevelWords(index).state(table, row)) }
      json.member("pending", note.isPending)
      json.member("needsDecision", index.needsDecision(table, row))
      json.member("entry", orNull: note.entry)
      json.member("caps", note.caps)
      json.member("quota", orNull: note.quota)
      writeDecision(note.decision, to: &json)
    }
  }

  /// Writes the decision that stands in place of the proposal: its record, author, document, date.
  private func writeDecision(_ name: String?, to json: inout JSONWriter) {
    let table = EngineTable.decisions.rawValue
    guard let name, let row = world.tables[table].names.firstIndex(of: name) else {
      return json.member("decision", orNull: name)
    }
    json.object("decision") { json in
      json.member("record", name)
      for field in ["by", "document", "date"] {
        guard let column = world.pack.layout.tables[table].field(field) else { continue }
        json.key(field)
        index.forms.write(world.tables[table].columns[column][row], to: &json)
      }
    }
  }

  /// Writes the place of the record in one group of a ranking.
  func write(_ place: ReportIndex.RankPlace, to json: inout JSONWriter) {
    let result = index.outcome.rankings[place.ranking]
    let group = result.scopes[place.scope][place.group]
    json.object {
      $0.member("ranking", result.ranking.rule.head.id)
      $0.member("within", result.ranking.rule.within[place.scope])
      $0.member("group", group.key)
      $0.key("rank")
      switch group.places[place.member] {
      case .rank(let rank): $0.number(rank)
      case .unranked: $0.null()
      }
      $0.member("of", group.places.count { if case .rank = $0 { true } else { false } })
    }
  }
}

extension LayoutTable {
  /// The fields that the pack declares beside the engine's own, by index.
  var declaredFields: Range<Int> {
    let own = EngineTable.allCases.first { $0.name == name }?.fieldNames.count ?? 0
    return own..<fields.count
  }
}

extension World {
  /// The name of a person or unit, or an empty text.
  func personOrUnitName(_ table: Int, _ row: Int) -> String {
    guard let field = pack.layout.tables[table].field("name"),
      case .string(let name) = tables[table].columns[field][row]
    else { return "" }
    return name
  }
}

extension JSONWriter {
  /// Writes the id of a record; null for what is none or not known.
  mutating func id(_ value: Value, _ world: World) {
    guard case .record(let record) = value else { return null() }
    string(world.tables[Int(record.type)].names[Int(record.row)])
  }
}

extension Value {
  /// The name of a level; `nil` where it is not known or there is none.
  var levelName: String? {
    if case .symbol(let symbol) = self { symbol.name } else { nil }
  }
}
