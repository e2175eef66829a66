import Criteria
package import FEEL
import Files
package import JSON
import Model
import Records
import Scoring
import Standing

/// The outcome of running the cases of one pack.
package struct CaseRun: Sendable {
  /// How many cases came out as they say.
  package private(set) var passed = 0
  /// How many cases did not come out as they say.
  package private(set) var failed = 0
  /// What did not come out as a case says, with the place in `cases.json`.
  package private(set) var failures: [Diagnostic] = []
  let file: CaseFile

  /// Runs all cases of a file under a pack, or only some of them.
  package init(_ file: CaseFile, _ pack: CriteriaPack, only cases: [JSONValue]? = nil) {
    self.file = file
    failures = file.document.diagnostics
    for one in cases ?? file.cases {
      let before = failures.count
      run(one, pack)
      if failures.count == before { passed += 1 } else { failed += 1 }
    }
  }

  private mutating func run(_ one: JSONValue, _ pack: CriteriaPack) {
    var options = EvaluationOptions(period: one["period"]?.string?.text ?? "")
    options.asOf = one["asOf"]?.string?.text
    for member in one["readings"]?.members ?? [] {
      options.readings[member.key.text] = member.value.string?.text
    }
    do throws(MeritError) {
      let result = try evaluation(one, pack.setting(one["policy"]), options)
      for table in one["expect"]?.members ?? [] { compare(table, result) }
    } catch {
      fail("\(error.message)", one)
    }
  }

  private func evaluation(
    _ one: JSONValue, _ pack: CriteriaPack, _ options: EvaluationOptions
  ) throws(MeritError) -> Evaluation {
    let source: DatasetSource
    do { source = try DatasetSource(bytes: file.dataset(of: one), name: "case") } catch {
      throw MeritError(error.message)
    }
    return try Evaluation(
      source: source, pack: pack, options: options, given: CaseRun.given(one["given"]))
  }

  /// Values given by a case: by table, record and name, as constant expressions.
  private static func given(_ json: JSONValue?) -> [String: [String: [String: Value]]] {
    var given: [String: [String: [String: Value]]] = [:]
    for table in json?.members ?? [] {
      for record in table.value.members ?? [] {
        for value in record.value.members ?? [] {
          guard case .value(let exact)? = Expected(value.value, isLevel: false) else { continue }
          given[table.key.text, default: [:]][record.key.text, default: [:]][value.key.text] = exact
        }
      }
    }
    return given
  }

  private mutating func compare(_ table: JSONMember, _ result: Evaluation) {
    switch table.key.text {
    case "lists": for list in table.value.members ?? [] { compare(list: list, result) }
    case "problems": compare(problems: table.value, result)
    default:
      for record in table.value.members ?? [] {
        for value in record.value.members ?? [] {
          compare(value, of: record.key.text, in: table.key.text, result)
        }
      }
    }
  }

  private mutating func compare(
    _ expectation: JSONMember, of record: String, in table: String, _ result: Evaluation
  ) {
    let name = expectation.key.text
    let world = result.outcome.grading.world
    guard let index = world.pack.layout.table(table),
      let row = world.tables[index].names.firstIndex(of: record),
      let member = world.pack.layout.tables[index].member(name)
    else {
      fail("there is no '\(name)' of \(table)/\(record)", expectation.value)
      return
    }
    var isLevel = false
    if case .level = world.pack.layout.tables[index].members[member].source { isLevel = true }
    let state = index <= 1 ? result.outcome.grading.notes[index][row].state : nil
    var found = world.value(
      of: member, in: RecordReference(type: Int32(index), row: Int32(row)))
    if case .record(let one) = found {  // a case speaks of a record by its id
      found = .string(world.tables[Int(one.type)].names[Int(one.row)])
    }
    guard let expected = Expected(expectation.value, isLevel: isLevel) else {
      fail("this says nothing that a value could be", expectation.value)
      return
    }
    if !expected.holds(for: found, state: state) {
      let words = isLevel && state != nil ? "\(found) (\(state ?? ""))" : "\(found)"
      fail("\(table)/\(record).\(name) is \(words)", expectation.value)
    }
  }

  private mutating func compare(list expectation: JSONMember, _ result: Evaluation) {
    let lists = result.outcome.lists
    guard let list = lists.first(where: { $0.list.rule.head.id == expectation.key.text }) else {
      fail("there is no list '\(expectation.key.text)' in this period", expectation.value)
      return
    }
    let names = result.outcome.grading.world.tables[list.list.table].names
    for (key, rows) in [
      ("lines", list.lines.map(\.row)), ("cannot be established", list.open.map(\.row)),
    ] {
      guard let wanted = expectation.value[key] else { continue }
      let expected = (wanted.elements ?? []).compactMap { $0.string?.text }.sorted()
      let found = rows.map { names[$0] }.sorted()
      if expected != found { fail("\(key): \(found.joined(separator: ", "))", wanted) }
    }
    if let wanted = expectation.value["held back"] {
      let found = Dictionary(
        uniqueKeysWithValues: list.heldBack.map { (names[$0.row], $0.guards) })
      for member in wanted.members ?? [] {
        let by = found[member.key.text] ?? []
        if !by.contains(member.value.string?.text ?? "") {
          fail("\(member.key.text) is held back by: \(by.joined(separator: ", "))", member.value)
        }
      }
    }
  }

  private mutating func compare(problems expectation: JSONValue, _ result: Evaluation) {
    let found = result.problems.tables.flatMap { result.problems.counts(of: $0) }
      .map(\.kind.rawValue)
    for element in expectation.elements ?? [] where !found.contains(element.string?.text ?? "") {
      fail("the problems are: \(found.joined(separator: ", "))", element)
    }
  }

  private mutating func fail(_ message: Wording, _ place: JSONValue) {
    failures.append(Diagnostic(message, at: place.span))
  }
}
