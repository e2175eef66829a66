import Criteria
import FEEL
import JSON
import Model
import Scoring
import Standing

extension CaseRun {
  /// Holds a list against what the case says of it.
  mutating func compare(list expectation: JSONMember, _ result: Evaluation) {
    let lists = result.outcome.lists
    guard let list = lists.first(where: { $0.list.rule.head.id == expectation.key.text }) else {
      fail("there is no list '\(expectation.key.text)' in this period", expectation.value)
      return
    }
    let world = result.outcome.grading.world
    let names = world.tables[list.list.table].names
    for wanted in members(of: expectation.value) {
      switch wanted.key.text {
      case "lines": compare(ids: list.lines.map { names[$0.row] }, with: wanted)
      case "cannot be established": compare(ids: list.open.map { names[$0.row] }, with: wanted)
      case "held back":
        let found = list.heldBack.map { (names[$0.row], $0.guards) }
        compare(heldBack: Dictionary(uniqueKeysWithValues: found), with: wanted.value)
      case "attention":
        for wanted in members(of: wanted.value) {
          guard let line = line(wanted, of: list, world) else { continue }
          compare(ids: line.attention, with: wanted)
        }
      case "columns":
        for line in members(of: wanted.value) { compare(columnsOf: line, list, world) }
      default: fail("a list does not tell '\(wanted.key.text)'", wanted.value)
      }
    }
  }

  private mutating func compare(heldBack found: [String: [String]], with wanted: JSONValue) {
    for member in members(of: wanted) {
      let by = found[member.key.text] ?? []
      if !by.contains(member.value.string?.text ?? "") {
        fail("\(member.key.text) is held back by: \(by.joined(separator: ", "))", member.value)
      }
    }
  }

  /// The line of a record that the case names; where it is none, that is told.
  private mutating func line(
    _ wanted: JSONMember, of list: ListResult, _ world: World
  ) -> ListResult.Line? {
    let names = world.tables[list.list.table].names
    let line = list.lines.first { names[$0.row] == wanted.key.text }
    if line == nil {
      fail("'\(wanted.key.text)' is no line of '\(list.list.rule.head.id)'", wanted.value)
    }
    return line
  }

  /// Holds cells of one line against what the case says of them; a column goes by its label.
  private mutating func compare(
    columnsOf wanted: JSONMember, _ list: ListResult, _ world: World
  ) {
    let (name, id) = (list.list.rule.head.id, wanted.key.text)
    guard let line = line(wanted, of: list, world) else { return }
    for cell in members(of: wanted.value) {
      let label = cell.key.text
      let column = list.list.rule.columns.firstIndex {
        $0.label.english == label || $0.label.vietnamese == label
      }
      guard let column else {
        fail("'\(name)' has no column '\(label)'", cell.value)
        continue
      }
      compare(
        line.cells[column] ?? .null, at: "lists/\(name)/\(id).\(label)", with: cell.value, world)
    }
  }
}
