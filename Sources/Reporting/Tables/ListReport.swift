import Criteria
import FEEL
import JSON
import Model
import Scoring
import Standing

/// One list as it is proposed: as a sheet for people and as JSON.
///
/// The order is that of the list, never one of points, and lines carry no numbers. Those whom a
/// guard holds back are counted in the sheet and named only in the JSON, because a guard says that
/// nothing may be printed about them yet.
struct ListReport: Sendable {
  let index: ReportIndex
  let result: ListResult
  let rule: ListRule
  let world: World
  /// What the texts of each column are called.
  private let labels: [TextLabels]

  init(_ index: ReportIndex, _ list: Int) {
    self.index = index
    result = index.outcome.lists[list]
    rule = result.list.rule
    let world = index.outcome.grading.world
    self.world = world
    labels = result.list.columns.map { world.pack.labels(of: $0) }
  }

  /// The id of the list, fit for a file.
  var fileName: String { rule.head.id.split(separator: " ").joined(separator: "-") }

  /// The sheet and the JSON.
  var file: ReportFile {
    ReportFile(fileName, rows: result.lines.count, frames: { [sheetFrame, jsonFrame] }) {
      [sheet($0), json($0)]
    }
  }

  /// The law that the list rests on, with its number and article.
  var basis: String { world.pack.pack.citation(rule.head.cite.text) }

  /// The id of a record and the person and unit that it is about.
  func subject(_ row: Int) -> (id: String, name: String, unit: String) {
    let table = result.list.table
    var owner = RecordReference(type: Int32(table), row: Int32(row))
    if let field = world.pack.layout.tables[table].ownerField,
      case .record(let found) = world.tables[table].columns[field][row]
    {
      owner = found
    }
    var unit = ""
    if owner.type == Int32(EngineTable.people.rawValue),
      case .record(let found) = world.relations.unit[Int(owner.row)]
    {
      unit = index.names.unit(index.forms.name(of: found))
    }
    let name =
      owner.type <= Int32(EngineTable.units.rawValue)
      ? world.personOrUnitName(Int(owner.type), Int(owner.row)) : ""
    return (world.tables[table].names[row], name, unit)
  }

  /// The words of a guard or of a case to note.
  func message(_ id: String, in guards: [ListRule.Guard]) -> LocalizedText {
    guards.first { $0.head.id == id }?.message ?? LocalizedText(id, id)
  }

  /// A cell as a person reads it.
  func text(_ cell: Value?, column: Int, _ language: Language) -> String {
    guard let cell, let program = result.list.columns[column] else { return "" }
    return index.forms.text(
      cell, percent: world.pack.isPercent(program), labels: labels[column], language)
  }
}

extension Pack {
  /// A citation with the number of its law in place of the law's short name.
  func citation(_ cite: String) -> String {
    let word = cite.prefix { $0 != " " }
    guard let law = laws.first(where: { $0.id == word }) else { return cite }
    return law.number + cite.dropFirst(word.count)
  }
}

extension ResolvedPack {
  /// Whether a formula is nothing but a value that is shown as a percentage.
  func isPercent(_ program: Program) -> Bool {
    guard case .member(let base, let member) = program.root.kind,
      case .record(let table, _) = base.type
    else { return false }
    return isPercent(member, of: table)
  }

  /// Whether a member is a value that is shown as a percentage.
  func isPercent(_ member: Int, of table: Int) -> Bool {
    guard case .value(let value) = layout.tables[table].members[member].source else { return false }
    return layout.values[value].display == "percent"
  }
}
