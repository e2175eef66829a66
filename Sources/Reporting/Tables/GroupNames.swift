import Criteria
package import FEEL
import Model
package import Scoring

/// What a person calls the scopes of quotas and rankings, and the groups in them.
package struct GroupNames: Sendable {
  private let world: World
  private let units: [String: Int]

  /// Names the scopes and groups of a world.
  package init(_ world: World) {
    self.world = world
    units = Dictionary(
      world.tables[EngineTable.units.rawValue].names.enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The words for a scope, such as `Cơ quan, Nhóm …`.
  package func scope(_ members: [Int], of table: Int, _ language: Language) -> String {
    members.map { label($0, of: table)[language] }.joined(separator: ", ")
  }

  /// The words for a group: names of units, and texts by their labels.
  ///
  /// An empty text stands for a group that was given none.
  func group(_ key: [String], _ members: [Int], of table: Int, _ language: Language) -> String {
    zip(key, members).map { text, member in
      if isUnit(member, of: table) { return unit(text) }
      return world.pack.labels(ofMember: member, of: table)[text]?[language] ?? text
    }.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// The name of a unit by its id.
  func unit(_ id: String) -> String {
    units[id].map { unit($0) } ?? id
  }

  /// The name of a unit by its row, or its id if it has none.
  func unit(_ row: Int) -> String {
    let table = EngineTable.units.rawValue
    let name = world.personOrUnitName(table, row)
    return name.isEmpty ? world.tables[table].names[row] : name
  }

  private func isUnit(_ member: Int, of table: Int) -> Bool {
    switch world.pack.layout.tables[table].members[member].source {
    case .related(.unit), .related(.agency), .related(.parent): true
    case .field(let field):
      world.pack.layout.tables[table].fields[field].kind
        == .reference(EngineTable.units.rawValue)
    default: false
    }
  }

  /// The label of a member of a table: that of its value or field, or the engine's own word.
  func label(_ member: Int, of table: Int) -> LocalizedText {
    let (name, source) = world.pack.layout.tables[table].members[member]
    switch source {
    case .related(.unit): return Words.unit
    case .related(.agency): return Words.agency
    case .field(let field):
      if let label = world.pack.layout.tables[table].fields[field].label { return label }
    case .value(let value):
      if let label = world.pack.layout.values[value].head.label { return label }
    default: break
    }
    let postings = world.pack.layout.tables[EngineTable.postings.rawValue]
    return postings.field(name).flatMap { postings.fields[$0].label } ?? LocalizedText(name, name)
  }
}
