import Criteria
package import FEEL
import Model
package import Scoring

/// The order of lines by texts, as offices sort them: names of people by given name.
package struct LineOrder: Sendable {
  private let order: [Program]
  private let world: World

  /// An order by the texts of some formulas, the first one first; never by a score.
  package init(_ order: [Program], _ world: World) {
    self.order = order
    self.world = world
  }

  /// Some rows of a table in this order; those that are equal in all texts by row.
  ///
  /// - Complexity: O(n log n), and n times the formulas.
  package func sorted(_ rows: [Int], of table: Int) -> [Int] {
    let keys = order.map { program in
      let isName = program.root.readsPersonName
      let texts = world.column(program, of: table, rows)
      return world.each(texts.count, rows: texts.count) { LineKey(texts[$0], isName: isName) }
    }
    return rows.indices.sorted { left, right in
      for key in keys where key[left] != key[right] { return key[left] < key[right] }
      return rows[left] < rows[right]
    }.map { rows[$0] }
  }
}

/// What one part of an order compares.
private enum LineKey: Comparable, Sendable {
  case none
  case text(VietnameseTextKey)
  case name(VietnameseNameKey)

  init(_ value: Value, isName: Bool) {
    guard case .string(let text) = value else {
      self = .none
      return
    }
    self = isName ? .name(VietnameseNameKey(text)) : .text(VietnameseTextKey(text))
  }
}

extension Node {
  /// Whether the formula is the name of a person.
  fileprivate var readsPersonName: Bool {
    guard case .member(let base, let member) = kind, case .record(let table, _) = base.type else {
      return false
    }
    return table == EngineTable.people.rawValue
      && EngineTable.people.fieldNames.firstIndex(of: "name") == member
  }
}

extension Grading {
  /// Whether a record can be a line at all: used, and its person or unit within the pack's scope.
  package func mayBeListed(_ table: Int, _ row: Int) -> Bool {
    guard world.isUsed(table, row) else { return false }
    if table <= EngineTable.units.rawValue { return notes[table][row].state != outOfScope }
    guard let field = world.pack.layout.tables[table].ownerField else { return true }
    guard case .record(let owner) = world.tables[table].columns[field][row] else { return false }
    return notes[Int(owner.type)][Int(owner.row)].state != outOfScope
  }
}
