import Criteria
import FEEL
import JSON
import Scoring
package import Standing

extension Explainer {
  /// The most people and units together for whom explanations are written unasked.
  ///
  /// An explanation takes some hundred thousand bytes, so those of a department fit beside its
  /// results; those of a country are made one by one, when somebody asks.
  package static let mostUnasked = 200

  /// Whether an outcome is small enough to write all explanations without being asked to.
  package static func isSmall(_ outcome: Outcome) -> Bool {
    [EngineTable.people, .units].reduce(0) {
      $0 + outcome.grading.world.tables[$1.rawValue].count
    } <= Explainer.mostUnasked
  }

  /// All people and units, in the order of the tables.
  private var subjects: [(table: Int, row: Int)] {
    [EngineTable.people, .units].flatMap { table in
      (0..<world.tables[table.rawValue].count).map { (table.rawValue, $0) }
    }
  }

  /// The file `explanations.ndjson` of an output folder: one explanation on each line, people first.
  ///
  /// With it a finished run can be checked, and told from, without scoring again. The outcome must
  /// have kept its records.
  package var file: ReportFile {
    let subjects = subjects
    return ReportFile("explanations.ndjson", parts: subjects.count) { part in
      guard subjects.indices.contains(part) else { return [] }
      var writer = JSONWriter(.compact)
      explanation(.record(table: subjects[part].table, row: subjects[part].row)).write(to: &writer)
      writer.endLine()
      return writer.bytes
    }
  }

  /// The subject of an id such as `people/CB-014` or `units/P1`; an id alone is a person's.
  package func subject(named name: String) -> ExplainedSubject? {
    let tables = world.pack.layout.tables
    for table in tables.indices where name.hasPrefix(tables[table].name + "/") {
      let id = String(name.dropFirst(tables[table].name.utf8.count + 1))
      if let row = world.tables[table].names.firstIndex(of: id) {
        return .record(table: table, row: row)
      }
    }
    let people = EngineTable.people.rawValue
    return world.tables[people].names.firstIndex(of: name).map { .record(table: people, row: $0) }
  }
}
