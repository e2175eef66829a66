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
  private var subjects: [(table: EngineTable, row: Int)] {
    [EngineTable.people, .units].flatMap { table in
      (0..<world.tables[table.rawValue].count).map { (table, $0) }
    }
  }

  /// The files of an output folder with one explanation on each line, people first: as values and as
  /// pages.
  ///
  /// With them a finished run can be checked, and told from, without scoring again. The outcome must
  /// have kept its records.
  ///
  /// - Parameters:
  ///   - values: The name of the file with values.
  ///   - pages: The name of the file with pages.
  package func file(values: String, pages: String) -> ReportFile {
    let subjects = subjects
    return ReportFile([values, pages], parts: subjects.count) { part in
      guard subjects.indices.contains(part) else { return [[], []] }
      let (table, row) = subjects[part]
      let explanation = explanation(.record(table: table.rawValue, row: row))
      var (json, pages) = (JSONWriter(.compact), JSONWriter(.compact))
      explanation.write(to: &json)
      json.endLine()
      pages.object { pages in
        pages.member("subject", "\(table.name)/\(world.tables[table.rawValue].names[row])")
        for language in Language.allCases {
          pages.member(language.rawValue, explanation.text(language))
        }
      }
      pages.endLine()
      return [json.bytes, pages.bytes]
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
