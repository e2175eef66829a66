package import Criteria
package import FEEL
import Model
import Scoring

/// A list as it is proposed to the competent authority: lines, and who could not be listed and why.
package struct ListResult: Sendable {
  /// One line: a record for which the rule holds and no guard stands in the way.
  package struct Line: Sendable {
    package let row: Int
    /// The cells in the order of the list's columns; `nil` where a person fills in.
    package let cells: [Value?]
    /// The cases that the reader must note, by the id of their entry.
    package let attention: [String]
  }
  /// A record for which the rule holds, but which a guard keeps off the list.
  package struct HeldBack: Sendable {
    package let row: Int
    /// The ids of the guards.
    package let guards: [String]
  }
  /// A record of which it is not known whether it belongs on the list.
  package struct Open: Sendable {
    package let row: Int
    package let why: Unknown
  }

  package let list: ResolvedPack.List
  /// The policy values that the agency has not set; where there is one, no list is made.
  package let unset: [String]
  package let lines: [Line]
  package let heldBack: [HeldBack]
  package let open: [Open]
}

extension ListResult {
  /// Makes one list.
  ///
  /// - Complexity: O(records × size of the formulas + lines × log lines).
  init(_ list: ResolvedPack.List, _ grading: Grading) {
    self.list = list
    unset = list.rule.needs.filter { name in
      grading.world.pack.pack.policies.first { $0.head.id == name }?.value == nil
    }
    var sorting = ListSorting(list, grading)
    if unset.isEmpty { sorting.sort() }
    lines = sorting.lines
    heldBack = sorting.heldBack
    open = sorting.open
  }
}

/// Sorts the records of a table into lines, those held back, and those that stay open.
private struct ListSorting {
  let list: ResolvedPack.List
  let grading: Grading
  private let host: FixedWorld
  var lines: [ListResult.Line] = []
  var heldBack: [ListResult.HeldBack] = []
  var open: [ListResult.Open] = []

  init(_ list: ResolvedPack.List, _ grading: Grading) {
    self.list = list
    self.grading = grading
    host = FixedWorld(grading.world)
  }

  mutating func sort() {
    let rows = (0..<grading.world.tables[list.table].count).filter {
      grading.mayBeListed(list.table, $0)
    }
    let holds = grading.world.column(list.who, of: list.table, rows)
    let found = Dictionary(
      uniqueKeysWithValues: zip(rows, holds).filter { mayBelong($0, $1) })
    let order = LineOrder(list.order, grading.world)
    for row in order.sorted(found.keys.sorted(), of: list.table) {
      switch (found[row], grading.world.doubt(list.table, row)) {
      case (.unknown(let why), _): open.append(.init(row: row, why: why))
      case (_, let why?): open.append(.init(row: row, why: why))
      case (_, nil): weigh(row)
      }
    }
  }

  /// Whether a record is a line, held back or open, by what the rule says of it.
  private func mayBelong(_ row: Int, _ holds: Value) -> Bool {
    switch holds {
    case .boolean(true): true
    case .unknown: !hasState(row)
    default: false
    }
  }

  /// Whether the record has a state that settles that it has no result in the period.
  private func hasState(_ row: Int) -> Bool {
    guard list.table <= EngineTable.units.rawValue else { return false }
    let note = grading.notes[list.table][row]
    return note.state != nil && !note.isPending
  }

  private mutating func weigh(_ row: Int) {
    var broken: [String] = []
    var why: Unknown?
    for (rule, program) in zip(list.rule.guards, list.guards) {
      switch value(program, row) {
      case .boolean(true): continue
      case .unknown(let cause): why = why.map { $0.union(cause) } ?? cause
      default: broken.append(rule.head.id)
      }
    }
    if !broken.isEmpty {
      heldBack.append(.init(row: row, guards: broken))
    } else if let why {
      open.append(.init(row: row, why: why))
    } else {
      lines.append(line(row))
    }
  }

  private func line(_ row: Int) -> ListResult.Line {
    let attention = zip(list.rule.attention, list.attention).compactMap { rule, program in
      value(program, row) == .boolean(false) ? nil : rule.head.id
    }
    return .init(
      row: row, cells: list.columns.map { $0.map { value($0, row) } }, attention: attention)
  }

  private func value(_ program: Program, _ row: Int) -> Value {
    program.evaluate(
      self: RecordReference(type: Int32(list.table), row: Int32(row)), locals: [],
      host: host, trace: nil)
  }
}
