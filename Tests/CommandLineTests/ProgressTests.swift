import Merit
import Testing

@testable import CommandLine

@Suite("Progress")
struct ProgressTests {
  @Test(
    "tells the part, the speed and the time left, rounded up",
    arguments: [
      (0, 0, 1_000, "100 % read, 0 MB/s, 0 s left", "đã đọc 100 %, 0 MB/giây, còn 0 giây"),
      (450, 1_000, 3_000, "45 % read, 150 MB/s, 4 s left", "đã đọc 45 %, 150 MB/giây, còn 4 giây"),
      (
        1_000, 1_000, 2_000, "100 % read, 500 MB/s, 0 s left",
        "đã đọc 100 %, 500 MB/giây, còn 0 giây"
      ),
      (
        0, 1_000, 0, "0 % read, 0 MB/s, 1000000000 s left",
        "đã đọc 0 %, 0 MB/giây, còn 1000000000 giây"
      ),
    ])
  func words(
    megabytes: Int, of total: Int, after milliseconds: Int, _ english: String, _ vietnamese: String
  ) {
    let progress = EvaluationProgress(bytes: megabytes * 1_000_000, total: total * 1_000_000)
    let time = Duration.milliseconds(milliseconds)
    #expect(ProgressLine(.english).text(progress, after: time) == english)
    #expect(ProgressLine(.vietnamese).text(progress, after: time) == vietnamese)
  }
}
