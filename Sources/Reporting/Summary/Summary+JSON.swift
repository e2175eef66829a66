import Criteria
import FEEL
import JSON
import Model
import Scoring
import Standing

extension Summary {
  /// The facts of the page as JSON, in both languages, ending in a line break.
  package var json: String {
    var json = JSONWriter(.pretty)
    json.object { json in
      json.member("period", world.period.id)
      json.member("asOf", "\(world.asOf)")
      json.object("pack") {
        $0.member("name", world.pack.pack.name)
        $0.member("title", world.pack.pack.title)
      }
      json.array("readings") { json in
        for reading in index.run.readings where reading.option != reading.standard {
          reading.write(to: &json)
        }
      }
      if !index.run.unreadTables.isEmpty {
        json.array("unreadTables") { for table in index.run.unreadTables { $0.string(table) } }
      }
      json.object("people") { writePeople(to: &$0) }
      json.array("quotas") { json in
        for quota in index.outcome.grading.quotas.indices {
          QuotaReport(index).write(quota, to: &json)
        }
      }
      json.array("lists") { for list in index.outcome.lists { write(list, to: &$0) } }
      json.object("problems") { json in
        for (kind, count) in index.run.countedProblems { json.member(kind.rawValue, count) }
      }
      json.member("output", orNull: index.run.output)
    }
    json.endLine()
    return json.text
  }

  private func writePeople(to json: inout JSONWriter) {
    let people = EngineTable.people.rawValue
    LevelCounts(index.outcome.grading, rows: 0..<world.tables[people].count).write(to: &json)
    json.array("units") { json in
      for row in 0..<world.tables[EngineTable.units.rawValue].count {
        let members = world.relations.members[row].map { Int($0) }
        guard !members.isEmpty else { continue }
        json.object {
          $0.member("id", world.tables[EngineTable.units.rawValue].names[row])
          $0.member("name", world.personOrUnitName(EngineTable.units.rawValue, row))
          LevelCounts(index.outcome.grading, rows: members).write(to: &$0)
        }
      }
    }
  }

  private func write(_ list: ListResult, to json: inout JSONWriter) {
    json.object {
      $0.member("list", list.list.rule.head.id)
      $0.member("title", list.list.rule.title)
      $0.member("isDraft", true)
      $0.member("lines", list.lines.count)
      $0.member("heldBack", list.heldBack.count)
      $0.member("cannotBeEstablished", list.open.count)
      $0.member("unset", list.unset)
    }
  }
}

extension LevelCounts {
  /// Writes the counts as members of an object that is open.
  func write(to json: inout JSONWriter) {
    json.member("count", total)
    json.object("levels") { json in for (name, count) in levels { json.member(name, count) } }
    json.object("states") { json in for (name, count) in states { json.member(name, count) } }
  }
}
