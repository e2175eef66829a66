import Criteria
import FEEL
import JSON
import Model
import Scoring
import Standing

extension CaseRun {
  /// Holds the rows that the period leaves behind in one table against what the case says of them.
  mutating func compare(leftBehind expectation: JSONMember, _ result: Evaluation) {
    let world = result.outcome.grading.world
    let table = expectation.key.text
    guard let closing = world.pack.closings.first(where: { $0.rule.head.id == table }) else {
      fail("this period leaves nothing behind in '\(table)'", expectation.value)
      return
    }
    let owners = world.tables[closing.owner].names
    let rows = world.closingRows(closing)
    for wanted in members(of: expectation.value) {
      let owner = wanted.key.text
      guard owners.contains(owner) else {
        let name = world.pack.layout.tables[closing.owner].name
        fail("there is no \(name)/\(owner)", wanted.value)
        continue
      }
      compare(rows.first { $0.owner == owner }, of: owner, in: table, wanted.value, world)
    }
  }

  /// Holds one row against an object of its fields, `null` for no row, or the reason why it is open
  /// whether there is one.
  private mutating func compare(
    _ row: CarriedRow?, of owner: String, in table: String, _ wanted: JSONValue, _ world: World
  ) {
    let expected = Expected(wanted, isLevel: false)
    if case .value(.null)? = expected {
      if row != nil { fail("\(owner) leaves a row in '\(table)'", wanted) }
      return
    }
    guard let row else {
      fail("\(owner) leaves no row in '\(table)'", wanted)
      return
    }
    if let doubt = row.doubt {
      if expected?.holds(for: .unknown(doubt), state: nil) != true {
        fail("it is open whether \(owner) leaves a row in '\(table)': \(doubt.inWords)", wanted)
      }
      return
    }
    let layout = world.pack.layout.tables[row.table]
    for cell in members(of: wanted) {
      guard let field = layout.field(cell.key.text) else {
        fail("there is no '\(cell.key.text)' of \(table)/\(owner)", cell.value)
        continue
      }
      compare(
        row.values[field] ?? .null, at: "left behind/\(table)/\(owner).\(cell.key.text)",
        with: cell.value, world)
    }
  }

  /// Holds the records that wait by one entry against what the case says: exactly these ids, each
  /// with the day by which it is due where the case is an object.
  mutating func compare(waiting expectation: JSONMember, _ result: Evaluation) {
    let world = result.outcome.grading.world
    let id = expectation.key.text
    guard let entry = world.pack.waiting.first(where: { $0.rule.head.id == id }) else {
      fail("there is no '\(id)' that could wait in this period", expectation.value)
      return
    }
    let names = world.tables[entry.table].names
    let found = result.outcome.grading.records(waiting: entry)
    compare(ids: found.map { names[$0.row] }, with: expectation)
    for wanted in expectation.value.members ?? [] {
      guard let one = found.first(where: { names[$0.row] == wanted.key.text }) else { continue }
      compare(
        one.until.map(Value.date) ?? .null, at: "waiting/\(id)/\(wanted.key.text)",
        with: wanted.value, world)
    }
  }
}
