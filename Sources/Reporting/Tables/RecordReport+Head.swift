import Criteria
import FEEL
import JSON
import Model
import Scoring
import Standing

extension RecordReport {
  /// Writes who or what the line is about, the posting in the period, and the values that order.
  func writeHead(_ row: Int, _ json: inout JSONWriter) {
    let posting = isOfPeople ? world.relations.posting[row] : .null
    guard case .record(let posting) = posting else {
      for place in topWithoutPosting.indices {
        write(topWithoutPosting[place], row, posting: 0, &json)
      }
      return
    }
    for place in top.indices { write(top[place], row, posting: Int(posting.row), &json) }
  }

  private func write(
    _ member: borrowing TopMember, _ row: Int, posting: Int, _ json: inout JSONWriter
  ) {
    json.key(member.key)
    switch member.source {
    case .id: json.string(world.tables[table].names[row])
    case .name: json.string(world.personOrUnitName(table, row))
    case .field(let field): index.forms.write(world.tables[table].columns[field][row], to: &json)
    case .unit: json.id(world.relations.unit[row], world)
    case .agency: json.id(world.related(.agency, table, row), world)
    case .parent(let field): json.id(world.tables[table].columns[field][row], world)
    case .posting(let field):
      let postings = EngineTable.postings.rawValue
      index.forms.write(world.tables[postings].columns[field][posting], to: &json)
    case .member(let member):
      let record = RecordReference(type: Int32(table), row: Int32(row))
      index.forms.write(world.value(of: member, in: record), to: &json)
    }
  }

  /// Writes the level at every stage and how it came about.
  func writeLevel(_ row: Int, _ json: inout JSONWriter) {
    let note = index.outcome.grading.notes[table][row]
    json.object(keys.level) { json in
      for (stage, key) in keys.stages {
        json.key(key)
        json.levelName(world.levels[table][stage][row])
      }
      json.member(keys.state, orNull: note.state)
      if note.state != nil { json.member("stateLabel", words.state(table, row)) }
      json.member(keys.pending, note.isPending)
      json.member(keys.needsDecision, index.needsDecision(table, row))
      json.member(keys.entry, orNull: note.entry)
      json.array(keys.caps) { for cap in note.caps { $0.string(cap) } }
      json.member(keys.quota, orNull: note.quota)
      writeDecision(note.decision, to: &json)
    }
  }

  /// Writes the decision that stands in place of the proposal: its record, author, document, date.
  private func writeDecision(_ name: String?, to json: inout JSONWriter) {
    let table = EngineTable.decisions.rawValue
    guard let name, let row = world.tables[table].names.firstIndex(of: name) else {
      return json.member(keys.decision, orNull: name)
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
    let group = index.rankGroups[place.group]
    json.object {
      $0.member(keys.ranking, group.ranking)
      $0.array(keys.within) { for name in group.within { $0.string(name) } }
      $0.array(keys.group) { for part in group.key { $0.string(part) } }
      $0.key(keys.rank)
      if let rank = place.rank { $0.number(rank) } else { $0.null() }
      $0.key(keys.rankedCount)
      $0.number(group.ranked)
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
    guard let field = World.nameFields[table],
      case .string(let name) = tables[table].columns[field][row]
    else { return "" }
    return name
  }

  private static let nameFields = EngineTable.allCases.map {
    $0.fieldNames.firstIndex(of: "name")
  }
}

extension JSONWriter {
  /// Writes the name of a level; null where it is not known or there is none.
  mutating func levelName(_ level: Value) {
    if case .symbol(let symbol) = level { string(symbol.name) } else { null() }
  }

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
