import Merit

/// The embedding case: one person with thirty task lines, from JSON text to a result.
struct PersonMeasure {
  private static let lines = 30
  private static let rounds = 2000

  let pack: CriteriaPack
  let bytes: [UInt8]

  init() throws {
    pack = try PackLibrary(folders: ["examples", "criteria"]).load("national-month")
    var numbers = SeededNumbers(seed: 20_261_127)
    let tasks = (0..<PersonMeasure.lines).map { PersonMeasure.task($0, &numbers) }
    bytes = Array(
      """
      {"people":[{"id":"CB-1","kind":"civilServant","general":25.5}],
      "units":[{"id":"DV-1","parent":null,"score":80}],
      "postings":[{"person":"CB-1","unit":"DV-1","role":"staff","from":"2026-01-01"}],
      "tasks":[\(tasks.joined(separator: ",\n"))]}
      """.utf8)
  }

  /// A line of twelve members in any order.
  private static func task(_ index: Int, _ numbers: inout SeededNumbers) -> String {
    let assigned = Int.random(in: 1...5, using: &numbers)
    var members = [
      #""id":"T-\#(index)""#, #""person":"CB-1""#, #""product":"SP-0001""#,
      #""title":"Báo cáo số liệu định kỳ tháng""#,
      #""coefficient":\#(["0.8", "1.6", "10.0"].randomElement(using: &numbers) ?? "1")"#,
      #""assigned":\#(assigned)"#,
      #""completed":\#(Int.random(in: 0...assigned, using: &numbers))"#,
      #""due":"2026-07-15""#, #""late":\#(Int.random(in: 0...2, using: &numbers))"#,
      #""faults":\#(Int.random(in: 0...1, using: &numbers))"#, #""excused":false"#,
      #""planned":\#(Bool.random(using: &numbers))"#,
    ]
    members.shuffle(using: &numbers)
    return "{\(members.joined(separator: ","))}"
  }

  /// Prints how long a person takes.
  static func run() throws {
    let measure = try PersonMeasure()
    let evaluation = try measure.evaluation()
    guard let person = evaluation.person("CB-1"), let level = person.computedLevel else {
      return print("there is no result")
    }
    let size = measure.bytes.count
    print("one person of \(lines) lines, JSON text of \(size) bytes, level: \(level)")
    var scorer = try PersonScorer(measure.pack, options: .init(period: "2026-07"))
    guard try scorer.score(measure.bytes).computedLevel == level else {
      return print("the scorer gives another level")
    }
    let one = try time { _ = try scorer.score(measure.bytes) }
    print("  by a plan made once: median \(Timing.rounded(one)) µs")
    let whole = try time { _ = try measure.evaluation() }
    print("  a whole evaluation of it: median \(Timing.rounded(whole)) µs")
  }

  private func evaluation() throws -> Evaluation {
    try Evaluation(dataset: .json(bytes), pack: pack, options: .init(period: "2026-07"))
  }

  /// Microseconds of the median round.
  private static func time(_ body: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let times = try (0..<rounds).map { _ in
      let time = try clock.measure(body)
      return Double(time.components.attoseconds) / 1e12 + Double(time.components.seconds) * 1e6
    }.sorted()
    return times[times.count / 2]
  }
}
