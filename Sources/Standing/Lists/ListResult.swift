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
  var lines: [ListResult.Line] = []
  var heldBack: [ListResult.HeldBack] = []
  var open: [ListResult.Open] = []

  init(_ list: ResolvedPack.List, _ grading: Grading) {
    self.list = list
    self.grading = grading
  }

  mutating func sort() {
    let rows = (0..<grading.world.tables[list.table].count).filter {
      grading.mayBeListed(list.table, $0)
    }
    var doubts: [Int: Unknown?] = [:]
    for (row, holds) in zip(rows, column(list.who, rows)) where mayBelong(row, holds) {
      doubts[row] = .some(doubt(row, holds))
    }
    let found = LineOrder(list.order, grading.world).sorted(Array(doubts.keys), of: list.table)
    weigh(found.map { ($0, doubts[$0] ?? nil) })
  }

  /// Whether a record is a line, held back or open, by what the rule says of it.
  private func mayBelong(_ row: Int, _ holds: Value) -> Bool {
    switch holds {
    case .boolean(true): true
    case .unknown: !hasState(row)
    default: false
    }
  }

  /// Why it is not known whether a record that may belong here does.
  private func doubt(_ row: Int, _ holds: Value) -> Unknown? {
    guard case .unknown(let why) = holds else { return grading.world.doubt(list.table, row) }
    return why
  }

  /// Whether the record has a state that settles that it has no result in the period.
  private func hasState(_ row: Int) -> Bool {
    guard list.table <= EngineTable.units.rawValue else { return false }
    let note = grading.notes[list.table][row]
    return note.state != nil && !note.isPending
  }

  /// Sorts records, in the order of the list, by their doubts and then by what the guards say.
  private mutating func weigh(_ found: [(row: Int, why: Unknown?)]) {
    let sure = found.filter { $0.why == nil }.map(\.row)
    let guards = list.guards.map { column($0, sure) }
    var (passed, place) = ([Int](), 0)
    for (row, why) in found {
      if let why {
        open.append(.init(row: row, why: why))
        continue
      }
      weigh(row, guards.map { $0[place] }, &passed)
      place += 1
    }
    lines = lines(of: passed)
  }

  /// Holds a record back, leaves it open, or lets it pass.
  private mutating func weigh(_ row: Int, _ guards: [Value], _ passed: inout [Int]) {
    var broken: [String] = []
    var why: Unknown?
    for (rule, said) in zip(list.rule.guards, guards) {
      switch said {
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
      passed.append(row)
    }
  }

  private func lines(of rows: [Int]) -> [ListResult.Line] {
    let attention = list.attention.map { column($0, rows) }
    let columns = list.columns.map { $0.map { column($0, rows) } }
    return rows.indices.map { place in
      let noted = zip(list.rule.attention, attention).compactMap { rule, said in
        said[place] == .boolean(false) ? nil : rule.head.id
      }
      return .init(row: rows[place], cells: columns.map { $0?[place] }, attention: noted)
    }
  }

  private func column(_ program: Program, _ rows: [Int]) -> [Value] {
    grading.world.column(program, of: list.table, rows)
  }
}
