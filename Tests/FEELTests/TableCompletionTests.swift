import FEEL
import Foundation
import Testing

/// Every small table: what a table gives with an input unknown is what it gives for every value that
/// the input may have, or unknown.
@Suite struct TableCompletionTests {
  private static let cells = ["-", "0", "not(0)"]
  private static let outputs = [[1, 1, 1], [1, 1, 2], [1, 2, 1], [1, 2, 2], [1, 2, 3]]
  private static let policies: [HitPolicy] =
    HitPolicy.plain + HitPolicy.Aggregator.allCases.map { .collect($0) }

  private func value(_ program: Program, _ a: Value, _ b: Value, _ outputs: [Int]) -> Value {
    program.evaluate(
      self: nil, locals: [a, b] + outputs.map { .number(Number($0)) }, host: EmptyHost(),
      trace: nil)
  }

  /// Whether `found` says nothing but what is true of `completed`.
  private func covers(_ found: Value, _ completed: Value) -> Bool {
    if found.unknown != nil { return true }
    guard case .list(let items) = found, case .list(let known) = completed else {
      return found == completed
    }
    return covers(items[...], known[...])
  }

  private func covers(_ items: ArraySlice<Value>, _ known: ArraySlice<Value>) -> Bool {
    guard let item = items.first else { return known.isEmpty }
    let rest = items.dropFirst()
    guard case .perhaps(let value, _) = item else {
      return known.first == item && covers(rest, known.dropFirst())
    }
    return covers(rest, known) || known.first == value && covers(rest, known.dropFirst())
  }

  /// The table of `count` rows with a number; the outputs are the names p, q and r.
  private func program(_ policy: HitPolicy, _ number: Int, _ count: Int) throws -> Program {
    let cells = TableCompletionTests.cells
    let rows = (0..<count).map { row in
      let part = row == 0 ? number % 9 : row == 1 ? number / 9 % 9 : number / 81
      return "\(cells[part % 3]) | \(cells[part / 3]) -> \(["p", "q", "r"][row])"
    }
    let otherwise = number % 2 == 0 ? Text("1", id: 2) : nil
    let output = DecisionTable.Output(
      "x", allowed: Text("3, 2, 1", id: 1), otherwise: otherwise)
    return try Program(
      TableText.table(policy, ["a", "b"], [output], rows), semantics: .strict,
      locals: ["a", "b", "p", "q", "r"].map { ($0, .number) })
  }

  @Test(arguments: policies)
  func unknownInputsGiveWhatEveryValueGives(policy: HitPolicy) throws {
    let values = [Value.number(0), .number(1)]
    let open = Value.unknown(Unknown("missing"))
    let inputs = [(values[0], open), (values[1], open), (open, values[0]), (open, values[1])]
    var settled = 0
    for count in 1...3 {
      // What is collected from three rows is made as from two; a part of the tables is enough.
      let step = count == 3 && policy.isCollected ? 5 : 1
      for number in stride(from: 0, to: [1, 9, 81, 729][count], by: step) {
        let program = try program(policy, number, count)
        for outputs in Set(TableCompletionTests.outputs.map { Array($0.prefix(count)) }) {
          for (a, b) in inputs + [(open, open)] {
            let found = value(program, a, b, outputs)
            settled += found.unknown == nil ? 1 : 0
            for completedA in a == open ? values : [a] {
              for completedB in b == open ? values : [b] {
                let completed = value(program, completedA, completedB, outputs)
                guard !covers(found, completed) else { continue }
                Issue.record("table \(number) gives \(found), not \(completed)")
              }
            }
          }
        }
      }
    }
    #expect(settled > 100)
  }
}

extension HitPolicy {
  fileprivate var isCollected: Bool {
    if case .collect = self { return true }
    return false
  }
}

/// The table of `Grammar.md` about rows in doubt.
@Suite struct TableDoubtTests {
  private static let policies: [String: HitPolicy] = [
    "UNIQUE": .unique, "ANY": .any, "PRIORITY": .priority, "FIRST": .first,
    "RULE ORDER": .ruleOrder, "SUM": .collect(.sum), "COUNT": .collect(.count),
    "MIN": .collect(.min),
  ]

  private static let lines: [[String]] = {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/FEEL/Grammar.md").standardized
    let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { !$0.hasPrefix("| row 1 ") }.prefix { $0.hasPrefix("|") }
    return lines.map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }()

  private static let states: [String: Value] = [
    "true": .boolean(true), "false": .boolean(false), "unknown": .unknown(Unknown("missing")),
  ]

  @Test func rowsInDoubtGiveWhatIsWritten() throws {
    let header = try #require(TableDoubtTests.lines.first)
    #expect(header.count == 11 && TableDoubtTests.lines.count > 10)
    for line in TableDoubtTests.lines.dropFirst(2) {
      let one = try #require(TableDoubtTests.states[line[0]])
      let other = try #require(TableDoubtTests.states[line[1]])
      let outputs = line[2].split(separator: ", ")
      let rows = ["true | - -> \(outputs[0])", "- | true -> \(outputs[1])"]
      for (name, expected) in zip(header, line).dropFirst(3) {
        let table = TableText.table(
          try #require(TableDoubtTests.policies[name]), ["a", "b"],
          [.init("x", allowed: Text("2, 1", id: 1))], rows)
        let value = try TableText.value(table, .strict, [("a", one), ("b", other)])
        let found = value.unknown == nil ? value.description : "unknown"
        #expect(found == expected, "\(name) of \(line)")
      }
    }
  }
}
