import FEEL

/// Looking up values in a large table of the policy FIRST.
///
/// Two inputs, 3,700 rows of ranges over 100,000 values; in every tenth row one input may be
/// anything. The values looked up are random, so that some of them are in no row.
struct TableMeasure {
  private static let rows = 3_700
  private static let inputs = 4_096
  private static let values = 100_000

  /// The tests of both inputs and the result.
  let rules: [[String]]
  let pairs: [[Int]]
  let program: Program

  init() throws {
    var numbers = SeededNumbers(seed: 20_261_125)
    rules = (0..<TableMeasure.rows).map { TableMeasure.rule($0, &numbers) }
    pairs = (0..<TableMeasure.inputs).map { _ in
      (0..<2).map { _ in Int.random(in: 0..<TableMeasure.values, using: &numbers) }
    }
    program = try TableMeasure.program(rules)
  }

  private static func rule(_ row: Int, _ numbers: inout SeededNumbers) -> [String] {
    let open = Int.random(in: 0..<20, using: &numbers)
    return (0..<2).map { $0 == open ? "-" : range(&numbers) } + ["\(row)"]
  }

  private static func range(_ numbers: inout SeededNumbers) -> String {
    let low = Int.random(in: 0..<values, using: &numbers)
    return "[\(low)..\(low + Int.random(in: 1...values / 200, using: &numbers)))"
  }

  private static func program(_ rules: [[String]]) throws -> Program {
    let rows = zip(1..., rules).map { row, rule in
      DecisionTable.Rule(
        [Text(rule[0], id: 3 * row), Text(rule[1], id: 3 * row + 1)],
        [Text(rule[2], id: 3 * row + 2)])
    }
    let table = DecisionTable(
      .first, inputs: [.init(Text("a", id: 1)), .init(Text("b", id: 2))], outputs: [.init("x")],
      rules: rows)
    return try Program(table, semantics: .strict, locals: [("a", .number), ("b", .number)])
  }

  /// Prints how long look-ups and the analysis take.
  static func run() throws {
    let measure = try TableMeasure()
    print("\(rows) rows of two inputs, policy FIRST; \(inputs) random pairs of values:")
    let (median, worst) = measure.lookUps()
    measure.comparePeer(median, worst)
    let clock = ContinuousClock()
    let making = try clock.measure { _ = try program(measure.rules) }
    print("  making the program: \(Timing.rounded(microseconds(making) / 1000)) ms")
    var findings = 0
    let analysis = clock.measure {
      findings = measure.program.analyses().reduce(0) { $0 + $1.findings.count }
    }
    print(
      "  analysis: \(Timing.rounded(microseconds(analysis) / 1000)) ms, findings: \(findings)")
  }

  private static func microseconds(_ time: Duration) -> Double {
    Double(time.components.seconds) * 1e6 + Double(time.components.attoseconds) / 1e12
  }

  /// The time of a pair is the least of a few, so that what else the machine does is left out.
  private func lookUps() -> (median: Double, worst: Double) {
    let found = pairs.map { pair in
      let values = pair.map { Value.number(Number($0)) }
      return (0..<5).map { _ in lookUp(values) }.min { $0.time < $1.time } ?? (0, false)
    }
    let times = found.map(\.time).sorted()
    let (median, worst) = (times[times.count / 2], times[times.count - 1])
    print("  in some row: \(found.count { $0.isHit })")
    print("  one look-up: median \(Timing.rounded(median)) µs, worst \(Timing.rounded(worst)) µs")
    return (median, worst)
  }

  private func lookUp(_ values: [Value]) -> (time: Double, isHit: Bool) {
    var value = Value.boolean(false)
    let time = ContinuousClock().measure {
      value = program.evaluate(self: nil, locals: values, host: EmptyHost(), trace: nil)
    }
    return (TableMeasure.microseconds(time), value.isKnown)
  }

  private func comparePeer(_ median: Double, _ worst: Double) {
    guard let peer = ZenPeer.table(rules, Array(pairs.prefix(400))) else {
      return print("  Zen from Python: not installed")
    }
    print("  Zen from Python, 400 of the pairs, in some row: \(peer.hits)")
    print(
      "  one look-up: median \(Timing.rounded(peer.median)) µs, worst \(Timing.rounded(peer.worst)) µs;",
      "\(Timing.rounded(peer.median / median)) and \(Timing.rounded(peer.worst / worst)) times as long"
    )
  }
}
