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
      checkGiven(one, result.outcome.grading.world)
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

  /// What a case gives must be there to be given: else it would test something else.
  private mutating func checkGiven(_ one: JSONValue, _ world: World) {
    for policy in one["policy"]?.members ?? []
    where !world.pack.pack.policies.contains(where: { $0.head.id == policy.key.text }) {
      fail("there is no policy value '\(policy.key.text)'", policy.value)
    }
    for table in one["given"]?.members ?? [] {
      let index = world.pack.layout.table(table.key.text)
      for record in members(of: table.value) {
        for value in members(of: record.value) {
          if index.map({ world.takes(value.key.text, of: record.key.text, in: $0) }) != true {
            let whose = "\(table.key.text)/\(record.key.text)"
            fail("there is no value '\(value.key.text)' of \(whose) to be given", value.value)
          }
        }
      }
    }
  }

  private mutating func compare(_ table: JSONMember, _ result: Evaluation) {
    switch table.key.text {
    case "lists": for list in members(of: table.value) { compare(list: list, result) }
    case "left behind":
      for rows in members(of: table.value) { compare(leftBehind: rows, result) }
    case "waiting": for entry in members(of: table.value) { compare(waiting: entry, result) }
    case "problems": compare(problems: table.value, result)
    default:
      for record in members(of: table.value) {
        for value in members(of: record.value) {
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
    let found = world.value(
      of: member, in: RecordReference(type: Int32(index), row: Int32(row)))
    compare(
      found, at: "\(table)/\(record).\(name)", with: expectation.value, world, isLevel: isLevel,
      state: state)
  }

  /// Holds one value against what the case says of it.
  ///
  /// - Parameters:
  ///   - place: Whose value it is, as a path.
  ///   - isLevel: Whether a text is the name of a level rather than an expression.
  ///   - state: The state that stands in place of the level, if there is one.
  mutating func compare(
    _ found: Value, at place: String, with expectation: JSONValue, _ world: World,
    isLevel: Bool = false, state: String? = nil
  ) {
    var found = found
    if case .record(let one) = found {  // a case speaks of a record by its id
      found = .string(world.tables[Int(one.type)].names[Int(one.row)])
    }
    guard let expected = Expected(expectation, isLevel: isLevel) else {
      fail("this says nothing that a value could be", expectation)
      return
    }
    if !expected.holds(for: found, state: state) {
      let words = isLevel && state != nil ? "\(found) (\(state ?? ""))" : "\(found)"
      fail("\(place) is \(words)", expectation)
    }
  }

  /// Holds the ids of records against those that the case names: exactly these, in any order.
  mutating func compare(ids found: [String], with wanted: JSONMember) {
    let named = wanted.value.elements?.map { $0.string?.text ?? "" }
    guard let named = named ?? wanted.value.members?.map(\.key.text) else {
      fail("this says nothing that a value could be", wanted.value)
      return
    }
    if named.sorted() != found.sorted() {
      fail("\(wanted.key.text): \(found.sorted().joined(separator: ", "))", wanted.value)
    }
  }

  /// Holds the kinds of problem that are told against those that the case names: exactly these.
  private mutating func compare(problems expectation: JSONValue, _ result: Evaluation) {
    guard let elements = expectation.elements else {
      fail("this says nothing that a value could be", expectation)
      return
    }
    let found = result.problems.tables.flatMap { result.problems.counts(of: $0) }
      .map(\.kind.rawValue)
    if Set(found) != Set(elements.map { $0.string?.text ?? "" }) {
      fail("the problems are: \(Set(found).sorted().joined(separator: ", "))", expectation)
    }
  }

  /// The members of an object; anything else expects nothing and is told.
  mutating func members(of value: JSONValue) -> [JSONMember] {
    if let members = value.members { return members }
    fail("this says nothing that a value could be", value)
    return []
  }

  mutating func fail(_ message: Wording, _ place: JSONValue) {
    failures.append(Diagnostic(message, at: place.span))
  }
}
