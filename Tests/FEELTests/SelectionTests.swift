import FEEL
import Synchronization
import Testing

/// Filters that select by a member, and loops over records, give what they give step by step.
///
/// An evaluation that is observed takes no short way.
@Suite struct SelectionTests {
  @Test(arguments: [Semantics.strict, .standard], 0..<8)
  func agreesWithTheObservedEvaluation(semantics: Semantics, part: Int) throws {
    var writer = SelectionWriter(seed: UInt64(part))
    var known = 0
    for _ in 0..<150 {
      let text = writer.formula()
      let program = try Program(
        Expression(parsing: text, semantics: semantics), self: 0, schema: Shelves.schema)
      let shelves = Shelves(writer.cells())
      var computation = Computation(program, host: shelves)
      for row in 0..<Shelves.owners {
        let record = RecordReference(type: 0, row: Int32(row))
        let trace = TraceRecorder(limit: 1)
        let expected = program.evaluate(self: record, host: shelves, trace: trace)
        if expected.isKnown { known += 1 }
        let found = program.evaluate(self: record, host: shelves, trace: nil)
        if found != expected { Issue.record("\(text) gives \(found), not \(expected)") }
        let again = computation.value(self: record)
        if again != expected { Issue.record("\(text), computed, gives \(again), not \(expected)") }
      }
    }
    #expect(known > 150)
  }

  /// What a filter chose before costs the same steps as choosing it again.
  @Test(arguments: [
    "if count(books[kind = wanted]) = 0 then 1 else count(books[kind = wanted])",
    "sum(for b in others return count(books[kind = b.kind]))",
    "some b in books[shelf < 9] satisfies b.shelf = 2",
    "sum(for i in 1..3 return count(books[kind = LONG]))",
  ])
  func takesTheSameSteps(text: String) throws {
    var writer = SelectionWriter(seed: 4)
    let long = "\"\(String(repeating: "a", count: 400))\""
    let program = try Program(
      Expression(parsing: text.replacing("LONG", with: long), semantics: .strict), self: 0,
      schema: Shelves.schema)
    let shelves = Shelves(writer.cells())
    for row in 0..<Shelves.owners {
      let record = RecordReference(type: 0, row: Int32(row))
      for steps in 0..<200 {
        let observed = program.evaluate(
          self: record, host: shelves, trace: TraceRecorder(limit: 1), steps: steps)
        #expect(
          program.evaluate(self: record, host: shelves, trace: nil, steps: steps) == observed)
      }
    }
  }

  /// A host that says another thing for the next value, of the same records, is asked again.
  @Test(arguments: 0..<4)
  func remembersNothingOfAnotherWorld(part: Int) throws {
    var writer = SelectionWriter(seed: UInt64(part + 40))
    var changed = 0
    for round in 0..<150 {
      let text =
        round % 3 == 0
        ? "least + count(books[kind = wanted]) * 2 + \(round)" : "\(writer.formula())"
      let program = try Program(
        Expression(parsing: text, semantics: .strict), self: 0, schema: Shelves.schema)
      let first = Shelves(writer.cells(open: false))
      let host = ChangingShelves(first)
      var computation = Computation(program, host: host)
      let record = RecordReference(type: 0, row: 1)
      let before = computation.value(self: record)
      for _ in 0..<3 {
        // The books are others, the owners ask for the same.
        var cells = writer.cells(open: false)
        for owner in 0..<Shelves.owners { cells[owner] = first.cells[owner] }
        let second = Shelves(cells)
        host.shelves.withLock { $0 = second }
        let expected = program.evaluate(
          self: record, host: second, trace: TraceRecorder(limit: 1))
        let found = computation.value(self: record)
        if found != expected { Issue.record("\(text) gives \(found), not \(expected)") }
        if found != before { changed += 1 }
      }
    }
    #expect(changed > 50)
  }

  /// The same choice is made once, and again for the next record.
  @Test func readsOnce() throws {
    var writer = SelectionWriter(seed: 1)
    let shelves = Shelves(writer.cells(open: false))
    func readings(_ text: String) throws -> Int {
      let program = try Program(
        Expression(parsing: text, semantics: .strict), self: 0, schema: Shelves.schema)
      let before = shelves.readings.load(ordering: .relaxed)
      _ = program.evaluate(self: RecordReference(type: 0, row: 1), host: shelves, trace: nil)
      return shelves.readings.load(ordering: .relaxed) - before
    }
    let once = try readings("count(books[kind = wanted])")
    let twice = try readings("count(books[kind = wanted]) + count(books[kind = wanted])")
    let other = try readings("count(books[kind = wanted]) + count(books[kind != wanted])")
    #expect(once > Shelves.each)
    #expect(twice < once + 5)
    #expect(other > twice + Shelves.each / 2)
  }
}

/// Owners with books that may be exchanged for others.
private final class ChangingShelves: Host {
  let shelves: Mutex<Shelves>

  init(_ shelves: Shelves) { self.shelves = Mutex(shelves) }

  func value(of member: Int, in record: RecordReference) -> Value {
    shelves.withLock { $0.value(of: member, in: record) }
  }
  func global(_ index: Int) -> Value { shelves.withLock { $0.global(index) } }
  func slot(_ index: Int, of record: RecordReference?) -> Value {
    shelves.withLock { $0.slot(index, of: record) }
  }
  func workingDays(from: CalendarDate, to: CalendarDate) -> Value {
    shelves.withLock { $0.workingDays(from: from, to: to) }
  }
}

/// Owners with books; some cells are absent or not known, and some books are only perhaps there.
private final class Shelves: MembersAlone {
  static let owners = 6
  static let each = 8
  let cells: [[Value]]
  let readings = Atomic(0)

  static let schema = Schema(
    recordTypes: [
      .init(
        "owners",
        [
          .init("books", .list(.record(1, via: [])), relation: 1),
          .init("others", .list(.record(1, via: [])), relation: 1),
          .init("wanted", .string), .init("least", .number),
          .init("favourite", .record(1, via: [])),
        ]),
      .init(
        "books",
        [
          .init("kind", .string), .init("shelf", .number), .init("lent", .boolean),
          .init("any", .any),
        ]),
    ],
    functions: [
      .init(
        "found", parameters: ["all", "asked"],
        body: Text(
          "if count(all[kind = asked]) = 0 then 7 else all[kind = asked][1].shelf", id: 1))
    ])

  init(_ cells: [[Value]]) { self.cells = cells }

  func value(of member: Int, in record: RecordReference) -> Value {
    readings.add(1, ordering: .relaxed)
    let row = Int(record.row)
    if record.type == 1 { return cells[row][member] }
    switch member {
    case 0: return books(of: row)
    case 1: return books(of: (row + 1) % Shelves.owners)
    case 2: return cells[row][0]
    case 3: return cells[row][1]
    default: return .record(RecordReference(type: 1, row: Int32(row * Shelves.each)))
    }
  }

  private func books(of owner: Int) -> Value {
    let first = owner * Shelves.each
    return .list(
      (first..<first + Shelves.each - owner).map { row in
        let book = Value.record(RecordReference(type: 1, row: Int32(row)))
        let doubt = Unknown(.init("perhaps sold", record: "\(row)"))
        return cells[row][4] == .boolean(true) ? .perhaps(book, doubt) : book
      })
  }
}

/// Writes formulas over ``Shelves``, and what their cells say.
private struct SelectionWriter {
  private var numbers: SplitMix

  init(seed: UInt64) { numbers = SplitMix(state: seed) }

  private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &numbers) }

  private mutating func one<T>(of choices: [T]) -> T { choices[below(choices.count)] }

  mutating func formula() -> String {
    let (first, second) = (filter(), filter())
    switch below(9) {
    case 0: return "count(\(first))"
    case 1: return "sum(\(first).shelf)"
    case 2: return "if count(\(first)) = 0 then \(number()) else \(first)[1].shelf"
    case 3: return "count(\(first)) + count(\(second)) - count(\(first))"
    case 4: return "sum(for b in \(list()) return count(books[kind = b.kind]))"
    case 5: return "\(one(of: ["some", "every"])) b in \(first) satisfies \(truth("b."))"
    case 6:
      return "\(one(of: ["some", "every"])) b in \(list()), c in \(second) satisfies "
        + "\(truth("b.")) or \(truth("c."))"
    case 7: return "sum(for b in \(list()) return found(\(list()), b.kind))"
    default: return "\(first)"
    }
  }

  private mutating func list() -> String { one(of: ["books", "others"]) }

  private mutating func filter() -> String {
    let inner = below(4) == 0 ? "\(list())[\(truth(""))]" : list()
    return "\(inner)[\(truth(""))]"
  }

  private mutating func number() -> String { one(of: ["least", "3", "favourite.shelf", "0.5"]) }

  /// A condition on a book, whose members stand behind `name`.
  private mutating func truth(_ name: String) -> String {
    let sign = one(of: ["=", "=", "!=", "<", "<=", ">", ">="])
    switch below(8) {
    case 0: return "\(name)lent = \(one(of: ["true", "favourite.lent"]))"
    case 1: return "\(name)any \(one(of: ["=", "!="])) \(one(of: ["wanted", "null", "least"]))"
    case 2: return "\(name)shelf \(sign) \(number())"
    case 3: return "\(number()) \(sign) \(name)shelf"
    case 4: return "wanted = \(name)kind"
    case 5: return "\(name)shelf \(sign) least or \(name)lent"
    default: return "\(name)kind \(sign) \(one(of: ["wanted", "\"b\"", "favourite.kind"]))"
    }
  }

  /// The kind, shelf, lent and any of every book, and whether it is only perhaps there.
  mutating func cells(open: Bool = true) -> [[Value]] {
    let openness = open && below(3) > 0 ? 12 : 1_000_000
    return (0..<Shelves.owners * Shelves.each).map { row in
      (0..<5).map { column in
        switch below(openness) {
        case 0: return .unknown(Unknown(.init("no cell", record: "\(row)", field: "\(column)")))
        case 1 where openness == 12: return .null
        default: return cell(column, mayBeTrue: openness == 12)
        }
      }
    }
  }

  private mutating func cell(_ column: Int, mayBeTrue: Bool) -> Value {
    switch column {
    case 0: .string(one(of: ["a", "b", "c", "e\u{323}\u{302}", "\u{1EC7}"]))
    case 1: .number(Number(below(6)))
    case 2: .boolean(below(2) == 0)
    case 3: one(of: [.number(3), .string("a"), .boolean(true), .list([.number(1)])])
    default: .boolean(mayBeTrue && below(12) == 0)
    }
  }
}
