import Merit
import TestSupport
import Testing

/// How formulas on large tables are computed, told before any record is read.
@Suite struct PlanReportTests {
  @Test(
    "the tasks of the decree are folded in every period",
    arguments: [
      "nd-335-2025", "so-tay-bnv-2026", "tinh-mau-2026", "examples/national-month",
    ])
  func tasksAreFolded(_ name: String) throws {
    let report = try Packs.load(name).planReport()
    let heads = report.split(separator: "\n").filter { $0.contains("records of 'tasks'") }
    #expect(!heads.isEmpty)
    #expect(heads.allSatisfy { $0.hasSuffix("are read once and folded into 'people'") })
  }

  @Test func `each formula is told with its way, in both languages`() throws {
    let pack = try Packs.load("examples/national-month")
    #expect(
      pack.planReport(in: .english) == """
        month: the records of 'tasks' are read once and folded into 'people'
          on columns: tasks.planned work, tasks.completed work, tasks.quality work, \
        tasks.progress work, people.planned load, people.quantity, people.quality, people.progress
        """)
    #expect(
      pack.planReport(in: .vietnamese) == """
        month: bản ghi của 'tasks' chỉ đọc một lần và gộp vào 'people'
          tính theo cột: tasks.planned work, tasks.completed work, tasks.quality work, \
        tasks.progress work, people.planned load, people.quantity, people.quality, people.progress
        """)
  }

  @Test func `a formula that needs all records keeps them, and is told`() throws {
    let report = try Packs.load("cd-968-2023").planReport()
    #expect(report.contains("month: the records of 'steps' are kept"))
    #expect(report.contains("with all records of an owner: steps.days charged"))
  }

  @Test func `what stays in memory is told with its bytes`() throws {
    func memory(_ pack: String, _ head: String) throws -> Substring? {
      let lines = try Packs.load(pack).planReport().split(separator: "\n")
      return lines.firstIndex { $0.hasPrefix(head) }.map { lines[$0 + 1] }
    }
    let bytes = #/up to (\d+) bytes/#
    let tasks = try memory("so-tay-bnv-2026", "month: the records of 'tasks'")
    #expect(tasks?.hasPrefix("  kept are those that lists may pick: ") == true)
    let steps = try memory("cd-968-2023", "month: the records of 'steps'")
    #expect(steps?.hasPrefix("  kept are all records: ") == true)
    let named = try memory("cd-968-2023", "month: the records of 'tasks'")
    #expect(named?.contains("or that records of 'pauses', 'steps' name: ") == true)
    for line in [tasks, steps, named] {
      let found = try #require(line?.firstMatch(of: bytes).flatMap { Int($0.1) })
      #expect((100...2_000).contains(found))
    }
    let folded = try memory("examples/national-month", "month: the records of 'tasks'")
    #expect(folded?.hasPrefix("  on columns") == true)
  }
}
