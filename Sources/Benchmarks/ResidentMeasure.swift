import Merit

/// One changed task in an agency that stays in memory: five hundred people, thirty lines each.
struct ResidentMeasure {
  private static let people = 500
  private static let lines = 30
  private static let rounds = 400

  /// Prints how long a change takes, and how long a whole evaluation does.
  static func run() throws {
    let pack = try PackLibrary(folders: ["examples", "criteria"]).load("national-month")
    var numbers = SeededNumbers(seed: 20_261_128)
    let tasks = (0..<people * lines).map { task($0, &numbers) }
    let bytes = Array(dataset(tasks).utf8)
    let options = EvaluationOptions(period: "2026-07")
    var agency = try ResidentEvaluation(dataset: .json(bytes), pack: pack, options: options)
    let changes = (0..<rounds).map { _ in
      task(Int.random(in: 0..<tasks.count, using: &numbers), &numbers)
    }
    let times = try changes.map { change in
      try microseconds {
        guard try agency.replace(change, in: "tasks") else {
          preconditionFailure("a task of the agency can be replaced")
        }
      }
    }.sorted()
    let whole = try (0..<5).map { _ in
      try microseconds {
        _ = try Evaluation(dataset: .json(bytes), pack: pack, options: options)
      }
    }.sorted()
    print("one changed task in an agency of \(people) people with \(lines) lines each:")
    print(
      "  median \(Timing.rounded(times[times.count / 2])) µs,"
        + " slowest of \(rounds) \(Timing.rounded(times[times.count - 1])) µs")
    print("  a whole evaluation: \(Timing.rounded(whole[whole.count / 2])) µs")
  }

  private static func task(_ index: Int, _ numbers: inout SeededNumbers) -> String {
    let assigned = Int.random(in: 1...5, using: &numbers)
    return """
      {"id":"T-\(index)","person":"CB-\(index / lines)","coefficient":1.6,"assigned":\(assigned),\
      "completed":\(Int.random(in: 0...assigned, using: &numbers)),\
      "late":\(Int.random(in: 0...1, using: &numbers)),"faults":0,"excused":false,"planned":true}
      """
  }

  private static func dataset(_ tasks: [String]) -> String {
    func unit(_ person: Int) -> Int { person / 40 }
    func table(_ rows: [String]) -> String { "[\(rows.joined(separator: ",\n"))]" }
    let all = 0..<people
    let units = (0...unit(people - 1)).map { #"{"id":"DV-\#($0)","parent":null,"score":80}"# }
    let persons = all.map { #"{"id":"CB-\#($0)","kind":"civilServant","general":25}"# }
    let postings = all.map {
      """
      {"person":"CB-\($0)","unit":"DV-\(unit($0))","role":"\($0 % 40 == 0 ? "head" : "staff")",\
      "from":"2026-01-01"}
      """
    }
    let leads = stride(from: 0, to: people, by: 40).map {
      #"{"person":"CB-\#($0)","unit":"DV-\#(unit($0))","from":"2026-01-01"}"#
    }
    return """
      {"units":\(table(units)),"people":\(table(persons)),"postings":\(table(postings)),
      "leads":\(table(leads)),"tasks":\(table(tasks))}
      """
  }

  private static func microseconds(_ body: () throws -> Void) rethrows -> Double {
    let time = try ContinuousClock().measure(body)
    return Double(time.components.attoseconds) / 1e12 + Double(time.components.seconds) * 1e6
  }
}
