import Foundation
import Model
import Reporting
import Testing

@Suite struct LookTests {
  @Test func look() throws {
    let run = try Run("examples/so-2026/data", pack: Repository.path + "/examples/so-2026/criteria/quy-che-so-mau", period: ProcessInfo.processInfo.environment["LOOK"] ?? "2026-07")
    let index = ReportIndex(run.outcome, run.facts)
    let out = "/tmp/look"; try? FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    for file in ReportFiles(index).files { try Data(file.bytes).write(to: URL(fileURLWithPath: out + "/" + file.name)) }
    try Summary(index, .vietnamese).text.write(toFile: out + "/summary.vi", atomically: true, encoding: .utf8)
    try Summary(index, .english).text.write(toFile: out + "/summary.en", atomically: true, encoding: .utf8)
    try Summary(index, .vietnamese).json.write(toFile: out + "/summary.json", atomically: true, encoding: .utf8)
  }
}
